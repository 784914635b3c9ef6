/** Steps of a procedure that is no settlement; the first is what it concerns. */
export const pageStep = {
  applicant: 'Concerns',
  situation: 'Situation',
  page: 'Particulars',
  people: 'People',
  target: 'Address, household',
  materials: 'Materials',
  check: 'Check and accept',
};

export const page = { nothing: 'This procedure asks for nothing more.', present: 'Now: ' };

export const subject = { person: 'For whom', household: 'For which household', address: 'For which address' };

export const subjectKind = { person: 'Person', household: 'Household', address: 'Address' };

export const catalogue = {
  title: 'Choose a procedure',
  find: 'Find a procedure',
  hint: 'Name, initials or item of the national catalogue (e.g. C21); Enter takes it, arrows move',
  none: 'No procedure fits',
  startWithout: 'Start, choose later',
  back: 'Another procedure',
};

export const procedureGroup = {
  settling: 'Settling',
  entry: 'Births, late and restored entries',
  moving: 'Moving',
  household: 'Households and heads',
  leaving: 'Cancellations',
  items: 'Changes and corrections',
  papers: 'Papers and certificates',
  residence: 'Residence and permits',
  queries: 'Look-ups and figures',
};

export const procedures = {
  title: 'What can be done',
  narrow: 'Name, initials or item',
  others: 'Other procedures',
};

export const member = {
  noHousehold: 'No members to choose among; choose what the case concerns first.',
  near: '{label}: of this household',
};

export const newHead = {
  'head-stays': 'The head stays; no new head is needed.',
  'nobody-stays': 'Nobody stays and the household is closed; no new head is needed.',
  'one-stays': 'One person stays and becomes the head.',
};

export const relation = {
  takeAll: 'Checked; take all that are suggested',
  present: 'Now {relation}; leave it if it stays',
  suggested: 'Perhaps {relation}; check and choose',
  follows: 'Follows from the relations known; can be changed',
  afterHead: 'Once the head is chosen.',
  nobody: "Nobody's relation has to be given.",
};
