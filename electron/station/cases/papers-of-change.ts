import { addressChanges, books, cardBacks, cards, registeredForms } from './book-papers.ts';
import { aboutPerson, isFamily, type Listing } from './paper-listing.ts';
import { certificates, correctionSlips, endorsed, migrationPapers, permits, residences } from './record-papers.ts';

const cancellations: Listing = (done) =>
  done.after
    .listTouched('person')
    .filter(({ before, after }) => before?.status === 'registered' && ['dead', 'cancelled'].includes(after.status))
    .map(({ after: { personId } }) => aboutPerson(done, personId));

/** One paper about what the case was started from. */
const once: Listing = (done) => {
  const { kind, id } = done.subject;
  if (kind === 'person') return [aboutPerson(done, id)];
  return [{ subject: '', personId: null, recordId: kind === 'none' ? null : id }];
};

/** A paper of the pack and when it comes of a change. */
interface PaperListing {
  readonly document: string;
  /** It proves a final state and waits for the registry. */
  readonly isFinal: boolean;
  /** Whether or not the route promises it: a book or card that no longer says what is registered is replaced. */
  readonly isAlways?: boolean;
  readonly list: Listing;
}

/** Which papers come of a change, in the order in which they are handed over. */
export const listings: readonly PaperListing[] = [
  { document: 'household-book', isFinal: true, isAlways: true, list: books(isFamily) },
  { document: 'collective-book', isFinal: true, isAlways: true, list: books((household) => !isFamily(household)) },
  { document: 'resident-card', isFinal: true, isAlways: true, list: cards },
  { document: 'resident-card-back', isFinal: true, list: cardBacks },
  { document: 'address-change-page', isFinal: true, list: addressChanges },
  { document: 'resident-form', isFinal: true, list: registeredForms },
  { document: 'migration-certificate', isFinal: true, list: migrationPapers },
  { document: 'move-in-permit', isFinal: true, list: migrationPapers },
  { document: 'correction-slip', isFinal: true, list: correctionSlips },
  { document: 'cancellation-certificate', isFinal: true, list: cancellations },
  { document: 'register-certificate', isFinal: true, list: certificates },
  { document: 'change-certificate', isFinal: true, list: once },
  { document: 'residence-form', isFinal: false, list: residences },
  { document: 'residence-receipt', isFinal: false, list: residences },
  { document: 'residence-permit', isFinal: true, list: permits },
  { document: 'endorsement-record', isFinal: true, list: endorsed },
  { document: 'apart-record', isFinal: false, list: once },
  { document: 'history-record', isFinal: false, list: once },
  { document: 'same-name-count', isFinal: false, list: once },
  { document: 'query-record', isFinal: false, list: once },
  { document: 'statistics-form-57', isFinal: false, list: once },
  { document: 'statistics-form-58', isFinal: false, list: once },
];
