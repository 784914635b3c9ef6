import { bookKind } from '../../../shared/register/changes/reissue-paper.ts';
import { aboutPerson, type Listing } from './paper-listing.ts';

/** Every migration paper issued, whichever of the two kinds it is. */
export const migrationPapers: Listing = ({ after }) =>
  after.listTouched('migration-paper').flatMap(({ before, after: paper }) => {
    const [holder] = paper.holders;
    if (before !== null || !holder) return [];
    return [{ subject: holder.name, personId: holder.personId, recordId: paper.paperId, document: paper.kind }];
  });

/** Those among them that another one was void for. */
export const correctionSlips: Listing = (done) =>
  migrationPapers(done)
    .map(({ document: _, ...paper }) => paper)
    .filter(({ recordId }) => recordId !== null && done.after.find('migration-paper', recordId)?.replacesId !== null);

/** Kinds of certificates that have a paper of their own; the others are worded on the common one. */
const certificateDocuments: Readonly<Record<string, string>> = {
  'item-change': 'change-certificate',
  'cancelled-register': 'cancellation-certificate',
  kinship: 'kinship-certificate',
  'abducted-child': 'abducted-child-certificate',
  'foundling-report': 'foundling-report-certificate',
  'unnatural-death': 'unnatural-death-certificate',
  'temporary-identity': 'temporary-identity-certificate',
  'criminal-record': 'criminal-record-certificate',
};

export const certificates: Listing = (done) =>
  done.after
    .listTouched('certificate')
    .filter(({ before, after }) => before === null && after.kind !== bookKind)
    .map(({ after: { kind, personId, certificateId } }) => {
      const document = certificateDocuments[kind];
      return { ...aboutPerson(done, personId, certificateId), ...(document ? { document } : {}) };
    });

/** Registrations that changed, and those of permits that ended or moved with them. */
export const residences: Listing = (done) => {
  const { after } = done;
  const changed = after.listTouched('residence').map((each) => each.after);
  const ofPermits = after
    .listTouched('permit')
    .filter(({ after: { status } }) => status === 'cancelled')
    .flatMap(({ after: { residenceId } }) => after.find('residence', residenceId) ?? []);
  const known = new Set<string>();
  return [...changed, ...ofPermits]
    .filter(({ residenceId }) => !known.has(residenceId) && known.add(residenceId))
    .map(({ personId, residenceId }) => aboutPerson(done, personId, residenceId));
};

/** Of a permit that was replaced only the new one. */
export const permits: Listing = (done) =>
  done.after
    .listTouched('permit')
    .filter(({ after: { status } }) => status === 'active')
    .map(({ after: { personId, permitId } }) => aboutPerson(done, personId, permitId));

/** The same, and the active permit of whoever's residence moved inside the city: it is noted on its record (N21 §71). */
export const endorsed: Listing = (done) => {
  const ofMoved = done.after
    .listTouched('residence')
    .filter(({ after: { endedOn } }) => endedOn === null)
    .flatMap(({ after: { personId } }) => done.after.findActivePermit(personId) ?? [])
    .map(({ personId, permitId }) => aboutPerson(done, personId, permitId));
  const touched = permits(done);
  return [...touched, ...ofMoved.filter(({ recordId }) => touched.every((paper) => paper.recordId !== recordId))];
};
