import type { News } from '../../shared/contract/news.ts';
import type { PrintPlaces } from '../../shared/domain/print-place.ts';
import type { ContentGroup } from './applicant/content.ts';
import type { Exchanges } from './exchange/exchanges.ts';
import type { PackShelf } from './policy/pack-shelf.ts';
import type { FontShelf } from './print/font-shelf.ts';
import type { FormShelf } from './print/load-forms.ts';
import type { Database } from './store/database.ts';
import type { Operator } from './store/operators.ts';
import type { Sweeps } from './sweep/sweeps.ts';
import type { Sync } from './sync/sync-loop.ts';

/** What every use-case may use. One per running service. */
export interface Program {
  readonly database: Database;
  readonly stationCode: string;
  readonly stationName: string;
  readonly isPractice: boolean;
  readonly version: string;
  /** The versions of the policy on this computer; new cases are judged by the one in force, accepted ones by their own. */
  readonly packs: PackShelf;
  readonly forms: FormShelf;
  /** Where this computer prints which form, as it is chosen now. */
  readonly printPlaces: PrintPlaces;
  fonts(): Promise<FontShelf>;
  readonly sync: Sync;
  readonly sweeps: Sweeps;
  /** Exchange by files on media, where there is no line. */
  readonly exchanges: Exchanges;
  /** Now, as an ISO instant in UTC. */
  now(): string;
  /** The calendar day at the counter (Asia/Shanghai). */
  today(): string;
  tell(news: News): void;
  /** Runs something after the transaction of the call being answered. */
  afterCommit(act: () => void): void;
  /** What the applicant's window shows; lives as long as the service. */
  readonly applicantScreen: {
    caseId: string | null;
    documentId: string | null;
    asksSignature: boolean;
    /** What stood there when the clerk turned it on, to mark what changed since. */
    before: readonly ContentGroup[];
  };
}

/** One call being answered: who calls, and what the audit line will say. */
export interface Calling {
  readonly operator: Operator;
  /** Record the call was about, for the audit line. */
  subject: string;
  /** Further facts for the audit line; no entered text of a person. */
  details: Record<string, unknown>;
}
