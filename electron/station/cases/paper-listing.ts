import type { DraftSubject } from '../../../shared/contract/draft.ts';
import type { Household } from '../../../shared/domain/records.ts';
import type { RegisterAfter } from './register-after.ts';

/** One paper: about whom, and the record it is printed from. `document` where it is another of the pack's papers than the one asked for. */
export interface PaperOfChange {
  readonly subject: string;
  readonly personId: string | null;
  readonly recordId: string | null;
  readonly document?: string;
}

/** What a case did: the register afterwards, what it was about, and the station that prints. */
export interface Done {
  readonly after: RegisterAfter;
  readonly subject: DraftSubject;
  readonly stationCode: string;
}

/** Which papers of a kind come of a change. */
export type Listing = (done: Done) => PaperOfChange[];

/** Whether a household is one of a family; the others' people have their own cards. */
export const isFamily = ({ kind }: Household): boolean => kind === 'family';

/** A paper about a person, and the record it is printed from. */
export function aboutPerson({ after }: Done, personId: string, recordId: string | null = null): PaperOfChange {
  return { subject: after.nameOf(personId), personId, recordId };
}
