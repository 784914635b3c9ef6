export const verdict = {
  title: 'Verdict',
  eligible: 'Eligible',
  ineligible: 'Not eligible',
  incomplete: 'Incomplete',
  askSituation: 'The verdict follows once the situation is known.',
  best: 'Best so far: {name}',
  startHint: 'Enter the applicant; the verdict follows what is entered.',
  complete: 'Every step is complete',
  toFill: 'Still to fill in',
  stepOpen: '{step}: {count}',
  reasons: 'Reasons',
  missingFacts: 'Still to know',
  missingMaterials: 'Missing materials',
  approvals: 'Approvals',
  noApproval: 'none',
  limit: 'Time limit',
  atOnce: 'at once',
  papers: 'Will be printed',
  pack: 'Policy {pack}, as of {day}',
};

export const reason = { holds: 'Holds', fails: 'Does not hold', unknown: 'Not known yet', source: '{doc}, {article}' };

export const level = { station: 'Station', county: 'County', prefecture: 'Prefecture' };

export const limit = { working: '{days} working days', calendar: '{days} days' };

export const registryState = {
  provisional: 'Provisional: registered here, waiting for the registry.',
  conflict: 'Conflict: the registry holds something else; both are kept.',
  confirmed: 'Confirmed by the registry.',
};

// The noun «case» is a reserved word of the language, so the group is named when it is exported.
const caseWords = {
  work: 'Work',
  steps: 'Steps',
  newBusiness: 'New case',
  untitled: 'New applicant',
  number: 'No. {number}',
  dueOn: 'due on {day}',
  back: 'Back',
  next: 'Next step',
  backToCheck: 'Back to the check page',
};

export { caseWords as case };

export const record = {
  acts: 'Acts',
  timeline: 'History',
  awaits: 'awaits approval',
  decidedBy: 'approved by {name}, {at}',
  cannot: '{act}: {why}',
};

export const act = {
  edit: 'Edit',
  accept: 'Accept',
  withdraw: 'Withdraw',
  approve: 'Approve',
  return: 'Return',
  refuse: 'Refuse',
  register: 'Register',
  release: 'Early print',
  'begin-again': 'Begin again',
};

export const beginAgain = {
  what: 'What was entered goes into a new case, people as the register has them now; materials, consent and signature are given anew.',
  do: 'Begin again from this',
};

export const stateLong = {
  draft: 'Being entered.',
  accepted: 'Accepted, waiting for approval.',
  returned: 'Returned; correct it and accept again.',
  approved: 'Approved; it can be registered.',
  refused: 'Refused. The notice can be printed for the applicant.',
  provisional: 'Registered, waiting for the registry; papers that prove the final state print once it is confirmed.',
  confirmed: 'Confirmed by the registry; it closes by itself when everything is printed.',
  conflict: 'The registry holds something else; compare both sides. Nothing registered is lost.',
  closed: 'Closed.',
  withdrawn: 'Withdrawn.',
};

export const decision = {
  opinion: 'Opinion',
  number: 'Decision number',
  numberHint: "Number of the higher office's paper",
  approve: 'Approve',
  sure: 'Approve for the level "{level}"?',
  confirm: 'Yes, approve',
};

export const reasonAct = {
  missing: 'The reason is empty; write it first.',
  return: { open: 'Return…', what: 'Goes back to be corrected; nothing is lost.', label: 'Reason', do: 'Return' },
  refuse: { open: 'Refuse…', what: 'The case ends and the notice is made.', label: 'Reason', do: 'Refuse' },
  release: {
    open: 'Allow early printing…',
    what: 'Final papers may print before the registry confirmed; the reason is audited.',
    label: 'Reason',
    do: 'Allow early printing',
  },
  withdraw: { open: 'Withdraw…', what: "The case ends at the applicant's wish.", label: 'Reason', do: 'Withdraw' },
};

export const register = {
  registerPage: 'Register',
  sureOfPage: 'Register? It is written to the register and sent to the registry.',
  register: 'Register the move',
  sure: 'Register? {count} people move to the chosen address; it is written to the register and sent to the registry.',
  confirm: 'Yes, register',
};

export const onDemand = {
  referral: 'Referral slip',
  reminder: 'Reminder to endorse',
  residentForm: 'Registration form',
  handover: 'Handover list',
  publicNotice: 'Print the public notice',
};

export const documents = {
  folder: 'practice print folder',
  papers: 'Papers',
  title: 'Paper',
  subject: 'For',
  copies: 'Printed',
  printedAt: '{copies} copies, {at}',
  preview: 'Preview',
  previewWhat: 'Preview: {name}',
  previewOf: 'Preview of {name}',
  print: 'Print',
  printWhat: 'Print: {name}',
  reprint: 'Print again',
  reprintWhat: 'Print again: {name}',
  printAll: 'Print all ({count})',
  whyWaiting:
    'A paper that "waits" proves a final state; it becomes printable once the registry confirms. A chief may allow it earlier.',
  sent: 'Sent to the printer: {printer}',
  showApplicant: 'Show to the applicant',
  unreadable: 'The page cannot be shown. Open the preview again; if it persists, call the technician.',
};

export const timeline = {
  started: 'Started',
  accepted: 'Accepted',
  returned: 'Returned',
  resubmitted: 'Accepted again',
  approved: 'Approved',
  refused: 'Refused',
  registered: 'Registered',
  confirmed: 'Confirmed',
  conflict: 'Conflict found',
  printed: 'Printed',
  released: 'Early printing allowed',
  withdrawn: 'Withdrawn',
  closed: 'Closed',
  signed: 'Signed by the applicant',
  reversed: 'Undone',
  amended: 'Paper amended',
  settled: 'Conflict settled',
  answered: 'Answer received',
};
