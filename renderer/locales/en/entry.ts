export const step = {
  applicant: 'Applicant',
  situation: 'Situation and route',
  page: 'Route particulars',
  materials: 'Materials',
  people: 'People',
  target: 'Address',
  check: 'Check and accept',
  approval: 'Approval',
  registration: 'Registration',
  papers: 'Print',
};

export const stepStatus = { todo: 'Not started', doing: 'In progress', done: 'Done', later: 'Not yet possible' };

export const stepWhy = {
  needsApplicant: 'Enter the applicant first',
  needsSubject: 'Choose what it concerns first',
  needsRoute: 'Choose a route first',
  needsAcceptance: 'After acceptance',
};

export const save = {
  label: 'Saving',
  savedAt: 'Saved {at}',
  saving: 'Saving…',
  failed: 'Not saved.',
  retrying: 'What was entered is kept in this window; it is being tried again.',
  keepMine: 'Save what stands here',
  takeTheirs: 'Take the newest',
};

export const summary = {
  title: 'There is a problem',
  ofWhom: '{who}: {what}',
  goOn: 'Go on with the next step all the same',
};

export const applicant = {
  readCard: 'Read ID card',
  lookUp: 'Look up the register',
  orType: 'or type the number',
  filled: 'Filled in from the card: {labels}.',
  nameMayBeCut: 'The chip holds 15 characters; the name may be cut. Compare it with the card.',
};

export const card = {
  head: 'In the household',
  'id-card': 'Identity card',
  book: 'Household book',
  contact: 'Contact',
  place: 'Origin and addresses',
  life: 'Personal',
  work: 'Work',
  relation: 'Relation to the applicant',
};

export const person = {
  numbered: 'Person {number}',
  applicant: 'Applicant',
  companion: 'Companion {number}',
  address: 'Registered address',
  householdNumber: 'Household no.',
  provisional: ' (provisional)',
  provisionalLong: 'waits for the registry',
  confirmed: 'confirmed by the registry',
};

export const situation = {
  nothingAsked: 'The situation is known; the verdict stands on the right.',
  questions: 'Situation',
  allAnswered: 'Everything is answered; choose a route by its number.',
  routes: 'Routes',
  noRoutes: 'Enter the applicant and answer the questions to see the routes that fit.',
  showReasons: 'Show reasons',
  hideReasons: 'Hide reasons',
  choose: 'Choose this route',
  chooseWhich: 'Choose this route: {name}',
  chosen: 'Chosen',
  wouldChange: 'It would be possible if',
  otherPaths: 'Other ways: {names}.',
  stillToKnow: 'Still to know: {names}.',
};

export const materials = {
  title: 'Materials',
  count: '{total} in all, {missing} missing',
  oneOf: 'one of: {names}',
  chooseOne: 'One of these',
  stateOf: 'State of {name}',
  complete: 'All materials are here.',
  missingHint: '{missing} missing. Print the notice, verify by shared data, or take a promise.',
  printNotice: 'Print the one-time notice',
  photograph: 'Photograph',
  photographWhat: 'Photograph: {name}',
  pictureOf: 'Picture of {name}',
  removePicture: 'Remove',
};

export const materialState = { paper: 'Paper', verified: 'Verified', promised: 'Promised', missing: 'Missing' };

export const camera = {
  title: 'Camera',
  live: 'Live picture',
  absent: 'There is no camera. A picture file may be used instead.',
  take: 'Take',
  again: 'Take again',
  keep: 'Keep the picture',
  fromFile: 'From a file',
  unreadable: 'This file is no JPEG or PNG picture that can be read. Choose another one, or take a picture.',
};

export const photo = {
  of: 'Photograph of {name}',
  none: 'No photograph',
  elsewhere: 'Photograph at another computer',
  take: 'Photograph',
  takeAgain: 'Take again',
  remove: 'Remove',
};

export const people = {
  addAny: 'Add a person',
  add: 'Add a companion',
  remove: 'Remove {who}',
  applicantHint:
    'Identity card and household book are entered under "Applicant"; the rest of the registration card is filled in here.',
};

export const target = {
  ownAddress: 'Address',
  ownHousehold: 'Household',
  address: 'Address',
  household: 'Household',
  relations: 'Relation to the head',
};

export const address = {
  openTree: 'Walk down the tree',
  find: 'Find an address',
  hint: 'Place, house number or pinyin initials; or open the tree below',
  hits: 'Found addresses',
  none: 'No such address in the standard address base',
  tree: 'Standard addresses',
  fromTop: 'From the top',
  other: 'Choose another',
  frozen: 'Frozen, nobody may move in',
};

export const addressLevel = {
  division: 'county',
  township: 'township',
  community: 'community',
  street: 'street',
  compound: 'compound',
  building: 'building',
  unit: 'entrance',
  room: 'room',
};

export const addressClass = { urban: 'city', town: 'town', rural: 'countryside' };

export const check = {
  blank: 'Not given',
  route: 'Route',
  changeWhat: '{label} ({group})',
  withPictures: '{state}, {count} pictures',
  statement: 'Free will and remarks',
  voluntary:
    'The applicant has stated in writing: they settle of their own will; land, homestead and collective-income rights are not taken back for it.',
  note: 'Remark',
  warnings: 'To be looked at before registering',
  reason: 'Reason',
  reasons: 'Reasons',
};

export const signature = {
  title: 'Checked and signed by the applicant',
  show: 'Show to the applicant',
  ask: 'Ask for the signature',
  clear: "Clear the applicant's screen",
  none: 'Not signed yet.',
  signed: 'Signed at {at}; it covers what stands here now.',
  old: 'Changed since it was signed: sign again.',
  seenTo: 'Seen to',
  objected: 'The applicant says something is wrong. Go through it together and correct it.',
  picture: 'Signature of the applicant',
};

export const accept = {
  sureOfPage: 'Accept? A number is given, and nothing can be changed afterwards.',
  title: 'Acceptance',
  accept: 'Accept',
  sure: 'Accept? A number is given, {count} people go on to approval, and nothing can be changed afterwards.',
  confirm: 'Yes, accept',
  notYet: 'Not yet',
  blocked: 'Cannot be accepted yet, {count} left:',
  printRefusal: 'Print the notice of refusal',
};
