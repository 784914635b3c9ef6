export const app = { name: 'Luohu', title: 'Luohu · household registration' };

export const word = {
  reading: '…',
  unknown: 'not known here',
  chooseOther: 'Choose another',
  yes: 'Yes',
  no: 'No',
  all: 'All',
  change: 'Change',
  close: 'Close',
  listComma: ', ',
};

export const unit = { cm: 'cm', people: '{count}', items: '{count}' };

export const article = { named: '{article}', plain: 'Art. {article}', paragraph: 'Art. {article} ({paragraph})' };

export const language = { zh: '中文', en: 'English' };

export const role = {
  clerk: 'Officer',
  assistant: 'Assistant',
  chief: 'Chief',
  'system-admin': 'System administrator',
  'security-admin': 'Security administrator',
  'audit-admin': 'Audit administrator',
};

export const station = {
  practice: 'Practice mode',
  practiceLong: 'Practice mode: people and papers are made up, nothing goes to the registry.',
  version: 'Version {version}',
  fill: 'Loading the copy of the registry: {done} / {total}. Work can begin already.',
};

export const login = {
  title: 'Log in',
  practice: 'Practice operators',
  name: 'User name',
  password: 'Password',
  enter: 'Log in',
};

export const lock = {
  title: 'Window locked',
  who: '{name} · {role}',
  kept: 'Everything entered is saved; go on after unlocking.',
  unlock: 'Unlock',
  logout: 'Log out',
};

export const frame = {
  nav: 'Places',
  window: "Officer's window",
  commands: 'Commands',
  help: 'Help',
  lock: 'Lock',
  lockLong: 'Lock the window',
  restarting: 'The service is restarting; what was entered is safe. It goes on by itself in a moment.',
};

export const place = {
  home: 'Home',
  counter: 'Counter',
  approve: 'To approve',
  find: 'Find',
  print: 'Print',
  stock: 'Blanks',
  guide: 'Guide',
  certificates: 'Certificates',
  reports: 'Reports',
  sweep: 'Data check',
  conflicts: 'Conflicts',
  sync: 'Sync',
  settings: 'Settings',
};

export const registry = { online: 'Registry: connected', offline: 'Registry: offline', unknown: 'Registry: unknown' };

export const palette = {
  begin: 'Begin: {name}',
  type: 'Type a command',
  hint: 'A command, a name or pinyin initials',
  none: 'No such command',
  goTo: 'Open "{place}"',
  openCase: 'Case: {name} ({number})',
  language: 'Switch to Chinese (中文)',
};

export const keys = {
  choose: 'Choose a procedure',
  title: 'Keys',
  help: 'Help here',
  new: 'New applicant',
  find: 'Find',
  choices: 'Open the list of choices',
  characters: 'Type a rare character by components or strokes',
  part: 'Next part of the page',
  card: 'Read ID card',
  print: 'Print',
  save: 'Save and go on',
  accept: 'Accept, approve, register (asks first)',
  lock: 'Lock the window',
  command: 'Type a command',
  nextField: 'Next field',
  nextStep: 'Next step',
  back: 'Back; nothing entered is lost',
  digits: 'Choose a numbered option',
};
