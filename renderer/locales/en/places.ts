export const home = {
  title: 'What waits',
  new: 'New applicant',
  waits: 'Kinds of waiting cases',
  noCounter: 'Your role does not serve the counter; "Sync" and "Settings" are open to you.',
};

export const queue = {
  drafts: 'Drafts',
  'to-approve': 'To approve',
  'to-register': 'To register',
  'to-print': 'To print',
  'to-send': 'To send',
  unconfirmed: 'Not confirmed',
  all: 'All cases',
};

export const queueHint = {
  drafts: 'Being entered, not accepted yet; go on at any time.',
  'to-approve': 'Accepted, waiting for approval.',
  'to-register': 'Approved, waiting to be registered.',
  'to-print': 'Papers are still to print.',
  'to-send': 'Registered here, to be sent to the registry by itself once it is reached.',
  unconfirmed: 'Sent; waiting for the registry. Once confirmed they move on to print.',
  all: 'Every case of this station.',
};

export const list = {
  empty: 'No cases',
  applicant: 'Applicant',
  people: 'People',
  procedure: 'Procedure',
  state: 'State',
  number: 'Acceptance number',
  handledBy: 'Handled by',
  changedAt: 'Last change',
  dueOn: 'Due on',
  action: 'Action',
  total: '{total} in all',
  unnamed: '(no name yet)',
  noRoute: 'No route chosen',
};

export const caseState = {
  draft: 'Draft',
  accepted: 'Accepted',
  returned: 'Returned',
  approved: 'Approved',
  refused: 'Refused',
  provisional: 'Provisional',
  confirmed: 'Confirmed',
  conflict: 'Conflict',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
};

export const paperState = { waiting: 'Waits', ready: 'To print', printed: 'Printed', void: 'Void' };

export const counter = { title: 'Counter', narrow: 'Name, pinyin or number' };

export const approve = { chiefOnly: 'Only chiefs approve; you may read the cases.' };

export const lookup = {
  title: 'Look up the local register',
  text: 'Look for',
  hint: 'Name, initials, any number, or address',
  purpose: 'Purpose',
  search: 'Search',
  found: 'Found',
  none: 'Nobody found. Of a number type 4 digits or more; of a name its initials or some of its characters will do.',
  looking: 'Looking…',
  firstOnly: 'The first {total} only; add a year of birth, a number or an address',
  pick: 'Use',
  pickWhom: 'Use {name}',
};

export const purpose = {
  counter: 'Business at the counter',
  verify: 'Verify identity',
  correction: 'Correct the register',
  'own-request': 'Own request',
  'official-request': 'Official letter',
};

export const personStatus = {
  registered: 'Registered',
  elsewhere: 'Registered elsewhere',
  'moved-out': 'Moved out',
  dead: 'Dead',
  cancelled: 'Cancelled',
};

export const household = {
  short: 'Household {number}',
  new: 'New household',
  join: 'Household {number} ({kind})',
  joinShort: 'Join household {number}',
  member: '{name} ({relation})',
  members: 'Members',
  noneHere: 'No household is registered at this address.',
  since: 'Since',
};

export const householdKind = { family: 'family', collective: 'collective', community: 'community collective' };

export const print = {
  title: 'Papers to print',
  nothing: 'Nothing is to be printed.',
  showPapers: 'Show',
  hidePapers: 'Hide',
};

export const reports = {
  settlement: 'Settlement report',
  chiefOnly: 'Reports are read by chiefs.',
  year: 'Year',
  yearOf: '{year}',
  month: 'Month',
  monthOf: 'Month {month}',
  wholeYear: 'Whole year',
  period: '{from} to {until}',
  cases: 'Cases',
  persons: 'Persons',
  sum: 'Sum',
  byRoute: 'By route',
  byOrigin: 'By origin',
  byDay: 'Persons settled each day',
  day: 'Day',
  dayTable: 'Table of the days',
  bar: '{day}: {persons}',
  chart: 'Bar chart: {label}; the numbers are in the table below',
  provisional: '{count} of them wait for the registry.',
  showPdf: 'Preview the printed page',
  hidePdf: 'Hide the printed page',
  preview: 'Preview of the report',
  print: 'Print the report',
};

export const sync = {
  title: 'Synchronising with the registry',
  copyAsOf: 'Copy as of {at}',
  noCopy: 'No copy of the registry yet',
  registry: 'Connection',
  copy: 'Copy as of',
  never: 'Never tried',
  outboxCount: 'To send or confirm',
  left: '{left} left',
  now: 'Synchronise now',
  recovered:
    "{at}: this computer's data was found to be an old copy. {recovered} registrations were taken back from the registry; {renumbered} made since and not sent are sent behind them. The leased numbers were given up and new ones taken. Look through the cases of the last days.",
  recoveredAgain:
    '{count} cases had been registered before and were registered once more: the first registration stands, the second was not sent.',
  doubleNumbers:
    'Acceptance numbers given twice: {numbers}. Check these cases and give the later applicant a new receipt.',
};

export const freeze = {
  title: 'May anything be registered today',
  rule: 'Freeze rule',
  now: 'Now',
  limit: 'Limit',
  owner: 'Who sees to it',
  next: 'What to do',
  unknown: '—',
  top: 'Frozen',
  topNear: 'Limit near',
  lift: "Let today's work be registered",
  liftWhy: 'Why',
  liftSave: 'Let it through until midnight',
  liftedBy: "{by} lets today's work be registered: {reason}",
};

export const freezeRule = {
  'copy-missing': 'Whole copy',
  'copy-old': 'Age of the copy',
  'clock-wrong': 'Clock of this computer',
  'numbers-short': 'Numbers in stock',
};

export const freezeState = { good: 'Fine', near: 'Near the limit', frozen: 'Frozen', lifted: 'Let through today' };

export const freezeValue = {
  'copy-missing': { good: 'whole', frozen: 'not whole' },
  days: '{value} days old',
  ahead: '{value} minutes ahead',
  behind: '{value} minutes behind',
  right: 'right',
  numbers: '{value} left of the kind that has least',
};

export const freezeLimit = {
  'copy-missing': 'Nothing is registered before the copy is whole',
  'copy-old': 'A warning from {near} days on, frozen from {frozen} days on',
  'clock-wrong': 'A warning from {near} minutes on, frozen when it shows another day',
  'numbers-short': 'A warning from {near} on; with none left nothing that needs a new number',
};

export const freezeNext = {
  good: 'Nothing to do',
  'copy-missing': 'Goes on by itself once the first fill is over; tell the system administrator when it does not move',
  'copy-old':
    "Restore the line or import an exchange file; where today's work can not wait, the chief may let it through",
  'clock-wrong': 'Let the system administrator set the clock right',
  'numbers-short': 'New ones come by themselves once connected; without a line, by exchange files',
};

export const lease = {
  'household-number': 'Leased household numbers',
  'acceptance-number': 'Leased acceptance numbers',
  'paper-number': 'Leased paper numbers',
};

export const outbox = {
  title: 'Outbox',
  empty: 'Nothing waits to be sent or confirmed.',
  tries: 'Tries',
  lastTry: 'Last try',
  cause: 'Cause',
  noCause: '—',
  next: 'Next',
  nextTry: 'tried again at {at}',
};

export const outboxState = { waiting: 'Waiting', sending: 'Sending', conflict: 'Conflict', rejected: 'Rejected' };

export const outboxNext = {
  waiting: 'sent by itself once the registry is reached',
  sending: 'being sent',
  conflict: 'an officer compares both sides in "Conflicts"',
  rejected: 'an officer mends the cause in "Conflicts"',
};

export const settings = {
  language: 'Language',
  textSize: 'Text size',
  px: '{size} px',
  sample: 'Citizen number 220402 19900101 0013 · resident card',
};
