export const personPage = {
  card: 'Resident card',
  household: 'Household',
  kin: 'Kin',
  father: 'Father',
  mother: 'Mother',
  spouse: 'Spouse',
  children: 'Children',
  guardians: 'Guardians',
  residences: 'Residence registrations',
  permits: 'Residence permits',
  papers: 'Migration papers',
  certificates: 'Certificates',
  cases: 'Cases',
  noCases: 'No case of this computer is about this person.',
  open: 'Open the person’s page',
  ended: 'ended on {day}: {reason}',
};

export const householdPage = {
  book: 'First page of the household book',
  number: 'Number',
  kind: 'Kind',
  head: 'Head',
  address: 'Address',
  unit: 'Kept by',
  opened: 'Opened on',
  closed: 'Closed on',
  state: 'State',
  tree: 'Relations',
  treeOf: 'Relations in the household of {name}; the table of members names them',
  treeHint: 'Solid: parent and child. Double: spouses. Dashed: only the relation to the head is known.',
  former: 'Former members',
  noFormer: 'Nobody has left this household.',
  until: 'Left on',
};

export const householdStatus = { open: 'Open', closed: 'Closed' };

export const addressPage = {
  path: 'Part of',
  aliases: 'Also called',
  grid: 'Grid unit',
  level: 'Level',
  class: 'Class',
  households: 'Households here',
  former: 'Households that were here',
  residents: 'Residents from elsewhere',
  noResidents: 'No residence registrations here.',
  noFormer: 'No other household was here.',
  standing: '{number} ({kind}, opened {from})',
  gone: '{number} ({kind}, {from} to {until})',
};

export const gridKind = { community: 'community', property: 'property area', village: 'village' };

export const residence = {
  address: 'Lives at',
  basis: 'Home',
  purpose: 'Reason',
  first: 'First registered',
  registered: 'Registered',
  ended: 'Ended',
  current: 'In force',
};

export const permit = {
  number: 'Number',
  issued: 'Issued on',
  state: 'Function',
  covered: 'Covered until',
  window: 'Next endorsement',
  years: 'Residence',
  yearsOf: '{years} full years since {from}',
  windowFrom: 'from {day}',
};

export const permitState = { functioning: 'In force', due: 'To endorse', suspended: 'Suspended', ended: 'Ended' };

export const endorsementKind = { endorsed: 'endorsed', late: 'endorsed late' };

export const paper = {
  kind: 'Paper',
  number: 'Number',
  issued: 'Issued on',
  valid: 'Valid until',
  way: 'From and to',
  wayOf: '{from} → {to}',
  state: 'State',
};

export const paperKind = { 'move-in-permit': 'Permit to move in', 'migration-certificate': 'Migration certificate' };

export const paperStatus = { issued: 'Issued', used: 'Used', void: 'Void' };

export const certificate = {
  number: 'Number',
  kind: 'Certifies',
  issued: 'Issued on',
  purpose: 'For',
  recipient: 'Addressed to',
  state: 'State',
};

export const certificateStatus = { issued: 'Issued', void: 'Void' };

export const historyList = {
  title: 'History',
  none: 'Nothing has changed.',
  happened: 'True since',
  registered: 'Registered',
  learnt: 'Learnt',
  who: 'By',
  where: 'At',
  whose: 'Of',
  field: 'Item',
  before: 'Before',
  after: 'After',
  nothing: '(nothing)',
  given: '(given)',
  noChanges: 'No item changed.',
  reversed: 'Undone',
  provisional: 'Provisional',
  elsewhere: 'an officer elsewhere',
  openCase: 'Open case {number}',
  more: 'Show {count} earlier',
};

export const reverse = {
  open: 'Undo…',
  what: 'This event and everything it changed is undone by an event of its own. Where something later rests on it, it stays.',
  label: 'Reason',
  do: 'Undo',
};

export const eventKind = {
  'settlement.registered': 'Settlement',
  'register.changed': 'Change',
  'event.reversed': 'Undoing',
};

export const recordKind = {
  address: 'Address',
  person: 'Person',
  household: 'Household',
  membership: 'Membership',
  residence: 'Residence registration',
  permit: 'Residence permit',
  'migration-paper': 'Migration paper',
  certificate: 'Certificate',
  blank: 'Blank',
};

/** Names of what the register keeps, beside the fields that are entered. */
export const recordField = {
  status: 'State',
  endedOn: 'Ended on',
  endReason: 'Why it ended',
  guardians: 'Guardians',
  fatherId: 'Father',
  motherId: 'Mother',
  spouseId: 'Spouse',
  capacity: 'Capacity',
  adoptionIsSecret: 'Secret adoption',
  photoId: 'Photo',
  arrivedInCity: 'Came to this city',
  arrivedAtAddress: 'Came to this address',
  householdId: 'Household',
  personId: 'Person',
  addressId: 'Address',
  relation: 'Relation to head',
  sinceOn: 'Since',
  untilOn: 'Left on',
  stationCode: 'Station',
  number: 'Number',
  kind: 'Kind',
  headPersonId: 'Head',
  openedOn: 'Opened on',
  closedOn: 'Closed on',
  unitName: 'Kept by',
  parentId: 'Part of',
  level: 'Level',
  fullName: 'Full name',
  division: 'Division',
  urbanRural: 'Class',
  isFrozen: 'Frozen',
  aliases: 'Also called',
  gridKind: 'Kind of grid unit',
  gridName: 'Grid unit',
  basis: 'Home',
  purpose: 'Reason',
  landlord: 'Landlord',
  employer: 'Employer',
  firstRegisteredOn: 'First registered on',
  registeredOn: 'Registered on',
  residenceId: 'Residence registration',
  ground: 'Ground',
  medium: 'Medium',
  issuedOn: 'Issued on',
  firstIssuedOn: 'First issued on',
  endorsements: 'Endorsements',
  replacesId: 'Replaces',
  printYear: 'Year of print',
  validUntil: 'Valid until',
  holders: 'Holders',
  fromAddress: 'From',
  toAddress: 'To',
  otherAuthority: 'Authority at the other end',
  reason: 'Reason',
  body: 'Text',
  recipient: 'Addressed to',
  form: 'Form',
  documentId: 'Paper',
  changedOn: 'Changed on',
};

/** Values of the register that are neither codes nor text, by field. */
export const recordValue = {
  status: {
    registered: 'Registered',
    elsewhere: 'Registered elsewhere',
    'moved-out': 'Moved out',
    dead: 'Dead',
    cancelled: 'Cancelled',
    open: 'Open',
    closed: 'Closed',
    active: 'Active',
    replaced: 'Replaced',
    issued: 'Issued',
    used: 'Used',
    void: 'Void',
    stocked: 'In stock',
    reserved: 'Reserved',
    spoiled: 'Spoiled',
  },
  capacity: { full: 'full', limited: 'limited', none: 'none' },
  kind: {
    family: 'family',
    collective: 'collective',
    community: 'community collective',
    'move-in-permit': 'Permit to move in',
    'migration-certificate': 'Migration certificate',
  },
  urbanRural: { urban: 'city', town: 'town', rural: 'countryside' },
  basis: { owned: 'owned', rented: 'rented', employer: 'employer’s', relative: 'with relatives', other: 'other' },
  purpose: { work: 'work', business: 'business', study: 'study', family: 'family', other: 'other' },
  ground: { job: 'lawful stable job', home: 'lawful stable home', school: 'continuous study' },
  medium: { paper: 'paper', card: 'card' },
  endReason: { 'moved-away': 'moved away', settled: 'settled', died: 'died', false: 'false entry', other: 'other' },
  gridKind: { community: 'community', property: 'property area', village: 'village' },
  hukouClass: { urban: 'urban', rural: 'rural' },
};
