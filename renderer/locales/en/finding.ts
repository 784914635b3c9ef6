export const find = {
  title: 'Find a person',
  hint: 'Name, pinyin, initials, citizen number (4 digits or more), year or day of birth, household number, acceptance number, number of a paper, or an address (kn 3 2 501), then Enter. Each search is logged with its purpose.',
  open: 'Open',
  openWhom: 'Open {name}',
  person: 'Person',
  noHousehold: 'In no household of this station at present.',
  more: 'Several criteria',
  one: 'One box',
  cut: 'Many people fit each criterion, and only some of them were looked at; add one more.',
};

export const findForm = {
  title: 'Several criteria',
  hint: 'Fill in one field or more, then Enter; sex and status only together with another.',
  name: 'Name',
  pinyin: 'Pinyin or initials',
  sex: 'Sex',
  bornFrom: 'Born from',
  bornUntil: 'Born until',
  number: 'Number or 4 digits of it',
  address: 'Address',
  householdNumber: 'Household number',
  status: 'Status',
  any: 'Any',
  clear: 'Clear',
  dayHint: 'e.g. 19900101',
  addressHint: 'e.g. kn 3 2 501',
};

export const findProblem = {
  nothing: 'Fill in at least one of name, pinyin, birth, number, address and household number.',
  day: 'This is no day; type eight digits, e.g. 19900101.',
  number: 'Type 4 to 18 digits; the last may be X.',
  householdNumber: 'A household number has 9 digits.',
};

export const characters = {
  open: 'Rare character',
  openKey: 'Type a rare character by its components or strokes',
  title: 'Rare character',
  type: 'Components or strokes',
  hint: 'Components, their structure, strokes as digits 1 to 5, or a code point such as U+20BB7',
  how: 'Arrow keys choose, Enter fills in.',
  none: 'Nothing found. Try another component, or only the first strokes.',
  loading: 'Reading the table of characters…',
  noGlyph: 'No glyph',
  noReading: '—',
  strokes: '{count} strokes',
};
