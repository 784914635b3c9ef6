export const inquiry = {
  openTitle: 'Inquiries waiting for an answer',
  noneOpen: 'No inquiry waits for an answer.',
  listTitle: 'Inquiries and verifications',
  what: 'Matter',
  office: 'Answered by',
  progress: 'Progress',
  askedAt: 'Asked at',
  askApproval: 'Ask online for the decision: {level}',
  approvalHint:
    'Their decision ({level}) comes back through the registry, notes itself and the case goes on. A decision that came on paper can still be entered by its number.',
  verify: 'Verify with a department…',
  verifyTitle: 'Have a department verify: {name}',
  verifyLead:
    'One sentence is verified; the department answers yes, no or no record and hands out nothing else. Each verification is logged.',
  department: 'Department',
  person: 'About',
  statement: 'Statement to verify',
  statementHint: 'One fact, such as "is married to …, registered in …"',
  statementMissing: 'The statement is empty. Write it, then send.',
  send: 'Send',
  notYet: 'Not now',
  checkPaper: 'Check with the place of issue',
  checkPaperHint:
    'Asks the registry of the place of issue whether the paper with the number entered on the page is valid.',
};

export const inquiryKind = {
  approval: 'Decision above the station',
  verification: 'Verification by a department',
  paper: 'Check of a migration paper',
};

export const inquiryProgress = {
  queued: 'Kept; sent by itself when the line is back, nothing to do',
  waiting: 'Delivered; waiting for {office}, nothing to do',
  silent: 'Waiting for {office}: no answer at {last}, asked again by itself at {next}, nothing to do',
  refused: 'Not taken by the registry ({cause}); take the paper from the applicant or ask by letter',
  caseLimit: 'This case has asked as often as it may; take the paper from the applicant',
};

export const inquiryAnswer = {
  approve: 'Approved by {office}, number {number}',
  return: 'Returned by {office}: {reason}',
  refuse: 'Refused by {office}: {reason}',
  confirmed: 'Confirmed by {office}, reference {reference}, as of {day}; the material now counts as verified',
  'not-confirmed': 'Not confirmed by {office}, reference {reference}. Check with the applicant and take the original',
  unknown: 'No record at {office}, reference {reference}. Ask the applicant for the original',
};

export const paperAnswer = {
  valid: 'Valid, issued by {issuer}, until {day}; the material now counts as verified',
  used: 'Already used; nobody may settle with it again. Get in touch with {issuer}',
  voided: 'Void. The applicant has it issued again by {issuer}',
  expired: 'Expired on {day}. The applicant has it issued again by {issuer}',
  unknown: 'No paper of this number there. Check number, year and place of issue, then ask again',
  'other-holders': 'It names other people than this case. Check number and people',
  'not-connected': 'That place is not connected yet. Confirm by telephone or letter and take the original',
};

export const department = {
  employment: 'Employment',
  education: 'Education',
  income: 'Income',
  'social-insurance': 'Social insurance',
  property: 'Property',
  credit: 'Credit',
  health: 'Health and family planning',
  taxation: 'Taxation',
  marriage: 'Marriage',
  ethnicity: 'Ethnicity',
};

export const anchors = {
  lost: '{count} places of the audit log differ from what the registry keeps: it was changed, or an old backup was put back. Tell the audit administrator at once and delete nothing.',
};
