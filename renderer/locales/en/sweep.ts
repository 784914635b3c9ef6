export const sweep = {
  title: 'Data check',
  run: 'Check now',
  stop: 'Stop',
  running: 'Checking: {done} of {total} kinds. Work goes on as usual.',
  begins: 'The check begins. Work goes on as usual.',
  progress: 'Progress of the check',
  never: 'Nothing has been checked yet. It is done by itself each night, or now.',
  last: 'Last check {at}: {count} found. It is done by itself each night.',
  notReady: 'The copy of the registry is still being filled; it can be checked afterwards.',
  kinds: 'Kinds of faults',
  clean: 'Nothing found: {count} kinds',
  logarithmic: 'The bars are logarithmic; the number stands beside them.',
  kindOf: '{name}: {count}',
  byGrid: 'By grid unit',
  noGrid: 'No grid unit',
  allGrids: 'All grid units',
  list: 'Faults',
  choose: 'Choose a kind on the left to see what it means and the list.',
  listed: 'The first {listed} of {count} are listed.',
  whose: 'Subject',
  address: 'Address',
  mend: 'Begin: {name}',
  compare: 'Compare',
  hideCompare: 'Hide the comparison',
  openSync: 'Open the sync page',
};

/** Each kind of fault in a few words. */
export const fault = {
  'household-without-head': 'Household without head',
  'household-several-heads': 'Several heads',
  'household-empty': 'Open household, nobody in it',
  'household-closed-with-members': 'Closed household with members',
  'place-of-the-dead': 'Member no longer registered',
  'registered-without-place': 'Registered in no household',
  'number-twice': 'Citizen number used twice',
  'number-against-birth': 'Number against birth date',
  'number-against-sex': 'Number against sex',
  'number-wrong': 'Number with wrong check digit',
  'same-name-and-birth': 'Same name and birth date',
  'duplicate-open': 'Possible duplicate, not decided',
  'minor-alone': 'Minors alone',
  'head-is-minor': 'A minor is head',
  'relation-against-sex': 'Relation against sex',
  'relation-against-age': 'Relation against age',
  'spouse-twice': 'Two spouses of the head',
  'spouse-unmarried': 'Spouse, yet single',
  'spouse-one-sided': 'Spouses do not match',
  'very-old': 'Older than 115',
  'address-unknown': 'Address not in the base',
  'address-frozen': 'Frozen address',
  'address-not-room': 'Address above the room',
  'photo-missing': 'No photograph',
  'name-private-use': 'Home-made character in a name',
  'permit-suspended': 'Permit not endorsed in time',
  'permit-without-residence': 'Permit without residence',
  'residence-of-registered': 'Residence of someone registered',
  'residence-of-the-dead': 'Residence of someone dead',
  'paper-expired': 'Migration paper out of date',
  'blank-reserved-long': 'Blank reserved for long',
  'outbox-old': 'Waits long for the registry',
};

/** What is wrong, and what to do about it. */
export const faultSentence = {
  'household-without-head':
    'Somebody lives in the household, but its head does not, or has another relation. Change the head and settle who is what to them.',
  'household-several-heads': 'More than one member has the relation of the head. Change the head, so that one is left.',
  'household-empty':
    'The household is open and nobody is in it. Merge it with a household at the same address; that closes it.',
  'household-closed-with-members':
    'The household is closed and somebody is still in it. Look at its history and reverse the wrong registration; otherwise tell the city bureau.',
  'place-of-the-dead':
    'Somebody dead, moved out or cancelled is still in a household. Look at their history and reverse the wrong registration; otherwise tell the city bureau.',
  'registered-without-place':
    'Somebody counts as registered but is in no household; the last one was here. Look at their history and reverse the wrong registration; otherwise tell the city bureau.',
  'number-twice':
    'Another person in the registry has this number. Find out whose it is: cancel a duplicate registration, or correct a wrong number.',
  'number-against-birth':
    'Digits 7 to 14 of the number are not the birth date on record. Check the birth certificate and the files, then correct the date or the number.',
  'number-against-sex':
    'Digit 17 of the number does not fit the sex on record. Check the files, then correct the sex or the number.',
  'number-wrong':
    'The last character of the number does not fit; at least one digit is wrong. Check the files and correct the number.',
  'same-name-and-birth':
    'Two registered people have the same name, sex and birth date and were not compared yet. Compare them and record the outcome; cancel a duplicate once it is proved.',
  'duplicate-open':
    'Somebody new in the last 30 days has nearly the name and the birth date of someone registered, or two found to be one, or not decided, both still stand. Compare and record; cancel a duplicate once it is proved.',
  'minor-alone':
    'Everybody in the family household is under 18. Speak to the guardian: move the minors to them, or enter the guardian.',
  'head-is-minor':
    'An adult is in the household, yet its head is under 18. Change the head; where there is a reason, write it then.',
  'relation-against-sex':
    "A member's relation to the head does not fit the sexes. Check, then change the head or correct the sex and confirm the relations.",
  'relation-against-age':
    "A member's relation to the head does not fit the ages. Check birth dates and relations, then change the head or correct the date.",
  'spouse-twice':
    'More than one member is the spouse of the head. Check the marriage papers and change marital status or relation.',
  'spouse-unmarried':
    'Entered as husband or wife, yet single. Check the marriage certificate and change the marital status.',
  'spouse-one-sided':
    'The spouse on record does not name this person, or is dead. Check the marriage papers and change the marital status.',
  'very-old':
    'By the birth date older than 115 and still registered. Ask at home: cancel on death, or correct the birth date.',
  'address-unknown':
    "The household's address is not in the standard address base. Find out where they live and move them to a standard address.",
  'address-frozen':
    "The household's address is frozen (demolition or dispute). Move those who have left it; those still there need nothing.",
  'address-not-room':
    "The family household's address does not reach the room. Find out where they live and move them to the room.",
  'photo-missing': 'The person has no photograph. Take one at the counter, as a change of another item.',
  'name-private-use':
    'The name holds a character made up by an older system, unseen on other computers. Check it and change the name to the standard character.',
  'permit-suspended':
    'The permit was not endorsed in the month before its year was full, so it is suspended. Tell the holder to make it up; cancel it where they have left.',
  'permit-without-residence':
    'The permit is in use, but the residence registration it leans on has ended or is missing. Find out whether they still live here; register anew or cancel the permit.',
  'residence-of-registered':
    'The person is registered in this city and still has a residence registration. Cancel the residence registration.',
  'residence-of-the-dead':
    'The person has died and still has a residence registration. Cancel the residence registration.',
  'paper-expired':
    'A move-in permit or migration certificate of this station has run out unused. Ask the holder: whoever still moves gets a new one; whoever left and could not settle is registered again.',
  'blank-reserved-long':
    'A blank has been reserved for more than 3 days and not used. Look at the blank itself: record it as used or as spoiled.',
  'outbox-old':
    'Registered more than 7 days ago and not yet confirmed by the registry. Open the sync page for the cause and what to do.',
};

export const duplicate = {
  title: 'Compare {one} and {other}',
  panel: 'Compare with the register',
  intro:
    'The register holds somebody who may be the same person. Compare line by line; an officer records the outcome, and it goes into the log.',
  item: 'Item',
  entered: 'Entered now',
  registered: 'Register',
  isDifferent: 'differs',
  none: 'Nobody was found who may be the same person.',
  note: 'Note',
  noteHint: 'why: another birthplace, other parents, another face',
  recorded: '{at} {by}: {outcome}',
  recordedNote: '{at} {by}: {outcome} ({note})',
  notYet: 'No outcome is recorded yet.',
  officersOnly: 'An officer records the outcome.',
  address: 'Registered at',
  open: 'Open the person',
};

export const duplicateReason = {
  'same-number': 'Same citizen number',
  'same-name-and-birth': 'Same name and birth date',
  'same-sound': 'Name sounds alike, same birth date',
  'one-character': 'Name one character apart, same birth date',
};

export const duplicateOutcome = { same: 'The same person', different: 'Two people', unsure: 'Not decided' };
