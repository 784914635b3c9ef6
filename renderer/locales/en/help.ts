/** Help for each place and step; a line feed starts a new paragraph. */
export const help = {
  home: 'Cases that wait. 1 to 6 switch the kind, Enter opens a case.\nSomebody comes to the window: F2, then the card on the reader and F7.',
  record:
    'Progress on the left, what can be done now and the papers in the middle, the verdict on the right.\nWhat cannot be done says why.',
  counter: 'Every case of this station; narrow by name, pinyin, number or state.',
  approve:
    'Chiefs decide here. Open a case, read the reasons on the right, approve with F10, or return or refuse with a reason.',
  find: 'Each search is logged; choose the purpose first.\nNames go by pinyin initials too, numbers from 4 digits on. The age of the copy stands under the list.',
  print: 'Print case by case. Papers that wait become printable once the registry confirms.',
  stock:
    'Take a delivery in first: choose the paper, type the first and last number, Enter. An overprint reserves the next sheet by itself; afterwards press 1 good, 2 spoiled and print again, 3 nothing on it.\nAfter a power cut the program asks again and never takes a sheet silently. Before closing, count the drawer and check it here.',
  printing:
    'Choose the usual printer, then printer and tray for each paper that is put onto stock. Calibrate an overprint before it is used.\nWhen a printer is stopped, refuses or is gone, it is said where you print; press print again when it is back.',
  guide:
    'Search by words or by the number of the item; Enter opens the first.\nF8 prints the guide for the person; the procedure can be started from here too.',
  certificates:
    'Choose what the person wants certified. What may be issued is started here; the rest is refused with the reason and what proves it instead.',
  reports: 'Choose year and month. The printed page has the same numbers and names its period.',
  sweep:
    'The station\'s data is checked each night, or now. Choose a kind to see what is wrong and what to do; "Begin" starts the procedure that mends it.\nPossible duplicates are compared side by side and an officer records the outcome; two people found to be different are not listed again.',
  conflict:
    'Registrations the registry did not take: see which station did what and when, then choose a side for each item.\nWhere nothing is chosen, a change made on one side only stands, and where both changed it, what was confirmed earlier. Write the reason and press F10.',
  sync: 'Without the network work goes on and is sent later. Here stands why something is not sent yet and what comes next.\nThe table says whether anything may be registered today: limits of the copy, the clock and the numbers, and who sees to each. On a copy that is too old the chief may let a day through.\nWhere there is never a line: make a file on a medium, have the registry answer it, and import the answer.',
  settings: 'Language, text size and printing are for this computer only.',
  applicant:
    'The fastest way: card on the reader, F7. Or type the number, or pick from the register.\nEnter goes to the next field, Ctrl+Enter to the next step. Everything is saved as you type.',
  subject:
    'Find by name, number or household number; what the register knows is filled in. Started from a page of the register it is chosen already.',
  page: 'Fill in what the procedure asks for; optional fields may stay blank. For a new head the relations follow from those known; what is uncertain has to be chosen.',
  personPage: 'Card, household, papers and history. A digit begins a procedure of the list on the right.',
  householdPage:
    'First page of the book, members, relations and history. A digit begins a procedure of the list on the right.',
  addressPage: 'Who is or was here. A digit begins a procedure of the list on the right.',
  situation:
    'Answer by number, then choose a route by number.\nEach reason names its article; what does not fit says what would change it and what else is open.',
  materials:
    'Say for each: paper, verified, promised or missing. "Photograph" keeps a picture.\nIf something is missing, print the one-time notice.',
  people:
    'Switch between people above; companions can be added. Each is judged as you type.\nOptional fields may stay blank.',
  target:
    "Type a place or initials, or open the tree, down to the room. Then a new household or one to join, and each one's relation to its head.",
  check:
    'Go through it with the applicant; "Change" leads to the field and straight back.\nTick the statement, ask for the signature, accept with F10.',
};
