export const exchange = {
  title: 'Without a line',
  lead: 'Exchange with the registry on a medium: make a file, have the registry answer it, import the answer. Files are encrypted and signed; importing one again or in another order does no harm.',
  noKeys:
    "The registry's key file has not been imported, so no files can be exchanged. Ask the system administrator to log in and import the technician's key file on this page.",
  bringKeys:
    "The registry's key file has not been imported. Import the technician's file below and compare the fingerprint by telephone.",
  write: 'Make a file to send…',
  waits: '{count} waiting, the oldest registered {since}',
  noneWaits: 'No registration waits; a file still fetches changes and numbers',
  written:
    'The file is on the medium with {count} registrations; the medium can be taken out. Have the registry answer it and import the answer.',
  bring: 'Import a file…',
  bringHint: "The registry's answer, or an application filled in at another window or online",
  progress: 'Progress of the import',
  stop: 'Stop importing',
  taken:
    'Answer {sequence} is imported: {confirmed} registrations confirmed, {changes} changes, {leases} blocks of numbers.',
  filled: ' The copy of the registry is there; work can begin.',
  refused: 'The registry did not take {count} registrations; an officer settles them under Conflicts.',
  undecided: 'The registry could not judge {count} registrations yet; they still wait. Make another file and send it.',
  problem:
    'The registry did not carry out a part of the requests; it is still here and goes with the next file. If it persists, call the technician.',
  ownKeys: "This computer's fingerprint",
  trustedAt: 'trusted since {at}',
  readKeys: 'Import a key file…',
  readKeysHint: 'Of the registry, another window or the online hall; compare the fingerprint with them first',
  trust: 'The fingerprints agree: trust it',
  files: 'Files in and out',
  noFiles: 'No files were exchanged yet.',
  movedAt: 'When',
  direction: 'Way',
  kind: 'Kind',
  sequence: 'No.',
  party: 'With',
  madeAt: 'Made',
  events: 'Registrations',
  movedBy: 'By',
  technician: 'Technician',
};

export const exchangePhase = {
  checking: 'Checking the file; nothing is changed',
  filling: 'Making the copy of the registry',
  taking: 'Taking over changes',
};

export const exchangeDirection = { out: 'out', in: 'in' };

export const exchangeKind = { requests: 'To the registry', answers: 'Answer', application: 'Application' };

export const exchangeKeys = {
  new: 'The keys of {name}. Compare the fingerprint below with them group by group, by telephone, before you trust it.',
  known: 'The keys of {name} are trusted already; there is nothing to do.',
  vouched:
    '{name} has changed its keys, signed with the ones before. Compare the fingerprint below with them before you trust it.',
  refused:
    'These keys can not be trusted: another registry is known here, or the change was not signed with the keys before. Check where the file is from.',
};

export const prefilled = {
  unchecked:
    'Pre-filled, not checked: {party} ({by}) filled this in {at}; nothing of it has been checked. Go through everything with the applicant and see the papers; it can be accepted after that.',
  markChecked: 'All checked',
  checked: '{party} ({by}) filled this in {at}; checked {checked}.',
};
