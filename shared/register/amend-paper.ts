import type { Effect } from '../domain/events.ts';
import { readName } from '../domain/names.ts';
import type { MigrationPaper } from '../domain/paper-records.ts';
import { checkInvariants } from './invariants.ts';
import { isInForce, issuePaper } from './migration-papers.ts';
import { type Refusal, Refused, refuse } from './refusal.ts';
import type { RegisterView } from './view.ts';
import { type ChangeContext, Workbench } from './workbench.ts';

/** What can be wrong on a paper without anything being wrong in the case: the words of the journey, and how the holders' names are written. */
export interface PaperCorrection {
  readonly fromAddress: string;
  readonly toAddress: string;
  readonly otherAuthority: string;
  readonly reason: string;
  /** One for each holder, in the paper's order. */
  readonly names: readonly string[];
}

/** The paper before and after, or why it can't be amended. */
export type PlannedAmendment =
  | {
      readonly ok: true;
      readonly effects: readonly Effect[];
      readonly old: MigrationPaper;
      readonly paper: MigrationPaper;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** What stands in the register as the reason why the old number is good no longer; at most 60 characters with `why`. */
export const amendedWords = '更正：';
/** Longest reason that fits into the record. */
export const whyLimit = 60 - amendedWords.length;

/**
 * Amends a wrong 准予迁入证明 or 户口迁移证 (N21 §47): its number becomes void and a new paper with a new number replaces it; the case stays as it
 * is. `paper` may be one that was printed from a case and is in no register yet: both are entered then. Refused with paper-other-station,
 * paper-not-in-force (used, void or expired), item-same, name-not-possible or numbers-exhausted.
 */
export function planAmending(
  view: RegisterView,
  context: ChangeContext,
  { paper, corrected, why }: { paper: MigrationPaper; corrected: PaperCorrection; why: string },
): PlannedAmendment {
  const bench = new Workbench(view, context);
  try {
    const old: MigrationPaper = { ...paper, status: 'void', endReason: amendedWords + why };
    const number = amend(bench, paper, old, corrected);
    checkInvariants(bench);
    const made = bench.listPut('migration-paper').find((each) => each.replacesId === paper.paperId);
    if (!made) throw new Error(`no paper ${number}`);
    return { ok: true, effects: bench.effects(), old, paper: made };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function amend(bench: Workbench, paper: MigrationPaper, old: MigrationPaper, corrected: PaperCorrection): string {
  const { stationCode, today } = bench.context;
  if (paper.stationCode !== stationCode) refuse('paper-other-station');
  if (!isInForce(paper, today)) refuse('paper-not-in-force', null, { number: paper.number });
  const { kind, paperId } = paper;
  const { fromAddress, toAddress, otherAuthority, reason } = corrected;
  const journey = { fromAddress, toAddress, otherAuthority, reason };
  const holders = renamed(paper, corrected.names);
  checkDiffers(paper, { ...journey, holders });
  bench.put('migration-paper', old);
  return issuePaper(bench, { kind, holders, ...journey, replacesId: paperId });
}

function renamed({ holders }: MigrationPaper, names: readonly string[]): MigrationPaper['holders'] {
  if (names.length !== holders.length) refuse('input-invalid', 'names');
  return holders.map((holder, index) => {
    const { name, problems } = readName(names[index] ?? '');
    return problems.length > 0 ? refuse('name-not-possible', `names.${index}`, { name }) : { ...holder, name };
  });
}

type Corrected = Pick<MigrationPaper, 'fromAddress' | 'toAddress' | 'otherAuthority' | 'reason' | 'holders'>;

function checkDiffers(paper: MigrationPaper, corrected: Corrected): void {
  const before: Readonly<Record<string, unknown>> = { ...paper };
  const isSame = Object.entries(corrected).every(
    ([field, value]) => JSON.stringify(before[field]) === JSON.stringify(value),
  );
  if (isSame) refuse('item-same');
}
