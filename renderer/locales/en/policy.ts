export const guides = {
  list: 'Procedures',
  search: 'Search the procedures',
  searchHint: 'Words, or the number of the item',
  count: '{count} procedures',
  choose: 'Choose a procedure to see its conditions, papers and time limit.',
  edition: 'Item {items}; policy pack {pack}, in force since {day}',
  start: 'Start this procedure',
  print: 'Print the guide',
  hidePage: 'Hide the printed page',
  when: ' ({when})',
  by: ': {who}',
  'planning-default': ' (default, to be confirmed locally)',
  unsourced: ' (no source found, to be confirmed locally)',
  applicants: 'Who may apply',
  conditions: 'Conditions',
  companions: 'Who may come along',
  materials: 'Papers',
  checks: 'Checks',
  steps: 'Steps',
  limits: 'Time limit',
  fees: 'Fees',
  papers: 'Papers handed out',
};

export const certificates = {
  lead: 'Choose what the person wants certified. What may be issued is started here; the rest is refused with the reason and what proves it instead.',
  search: 'Search what is to be certified',
  searchHint: 'Words of the matter',
  none: 'Nothing fits. Where a law names another certificate, use "other certificates named by law".',
  issued: 'May be issued',
  'proved-by-papers': 'Proved by identity papers, not issued',
  'shown-in-book': 'Shown in the household book, not issued',
  'other-authority': 'Not a matter of the police',
  answer: 'Answer',
  mayIssue: 'May be issued: {name}',
  mayNot: 'Not issued: {name}',
  start: 'Start: {name}',
  offered: 'Certificates that may be issued:',
};

export const packs = {
  title: 'Policy packs',
  name: 'Name',
  version: 'Version',
  inForceFrom: 'In force from',
  state: 'State',
  cases: 'Cases accepted',
  signer: 'Signed with key',
  builtIn: 'Came with the program',
  'in-force': 'In force today',
  'not-yet': 'Not in force yet',
  earlier: 'For earlier cases',
  install: 'Install a signed file…',
  installHint: 'Signature and content are checked first; the installation goes into the audit log.',
  noKeys: 'This computer trusts no key yet; the technician puts the keys into its data folder first.',
  whoInstalls: 'A chief or system administrator installs policy packs.',
  installedNow: 'Version {version} is installed and in force today; what is being entered was judged anew.',
  installedLater: 'Version {version} is installed and will be in force from {day}.',
  missing:
    '{count} cases were accepted under version {version}, which is not on this computer. Install its signed file to go on; everything of the cases is kept.',
  notUsed: 'The file {file} is not used:',
  place: '{file}, line {line}',
  guardRights:
    '{file}, line {line}, "{quoted}": against article 10 of the opinion; settling may not depend on giving up farmland, homestead or collective-income rights.',
  guardTalent:
    '{file}, line {line}, "{quoted}": against article 5 of the opinion; talent settles without a home or job test.',
};

export const packRefusal = {
  'no-keys': 'This computer trusts no key, so the signature cannot be checked. The technician puts the keys in first.',
  'no-pack': 'This is no signed policy pack. Ask its maker for the signed file.',
  'unknown-key':
    'The key is not among those this computer trusts. Check where the file comes from; the technician may add the key.',
  changed: 'The signature does not fit the content: the file was changed after signing. Ask its maker for it again.',
  'version-taken': 'This version is here with another content. A changed pack needs a new version.',
  'other-city': 'This pack belongs to another city and is not used here.',
  guard: 'This pack breaks a limit set by law and may not be used:',
  faulty: 'Something is wrong in this pack and this program cannot use it; its maker has to check:',
};

export const entitlements = {
  add: 'Entitlement notice',
  hint: 'What this person is entitled to now, on which conditions, and at which office.',
};
