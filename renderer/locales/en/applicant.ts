export const applicantWindow = {
  title: "Applicant's screen",
  welcome: 'Household registration, {station}',
  lead: 'Give your identity card and household book to the officer; we do the rest.',
  bring: 'Bring: ',
  rights:
    'Settling is of your own will. Nobody may ask you to give up farmland, homestead or collective-income rights for it.',
  check: 'Check what stands here. Lines that changed are marked "changed".',
  changed: 'changed',
  documentHint: 'This is the page to be printed, to check only; it counts once printed.',
  signHere: 'Sign inside the box',
  confirmSignature: 'Confirm my signature',
  signAgain: 'Sign again',
  emptySignature: 'The box is empty: sign first.',
  signed: 'Signed. If anything changes, you sign again.',
  wrong: 'Something is wrong, tell the officer',
  told: 'The officer has been told and will go through it with you.',
};

export const guide = {
  residence: {
    title: 'Settle by a home',
    who: 'With a legal stable home in city or town, rented homes included: you and the spouse, unmarried children and parents who live with you.',
    bring: 'identity card, household book, deed or lease.',
  },
  talent: {
    title: 'Settle as talent',
    who: 'Vocational graduates, skilled workers, returned students and others; home and job do not matter.',
    bring: 'identity card, household book, diploma or certificate.',
  },
  joining: {
    title: 'Join a relative',
    who: 'Spouses, parents joining children, children joining parents.',
    bring: 'both identity cards and household books, marriage certificate or proof of kinship.',
  },
  permit: {
    title: 'Residence registration and permit',
    who: 'Whoever does not settle may register the residence, and apply for a permit after half a year.',
    bring: 'identity card, proof of home, job or schooling.',
  },
};
