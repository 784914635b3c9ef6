import type { DocumentRow, PrintOutcome } from '../../shared/contract/document.ts';
import type { CallingWindow } from '../../shared/contract/endpoint.ts';
import { type Answer, done } from '../../shared/contract/errors.ts';

/** A paper after its copies left the printer. */
export interface PrintedCopies {
  readonly document: DocumentRow;
  readonly printer: string;
}

/** Prints the copies of a paper that are needed, or one more with a reason. */
export type PrintDocument = (
  window: CallingWindow,
  documentId: string,
  reason: string,
) => Promise<Answer<PrintedCopies>>;

interface Means {
  readonly print: PrintDocument;
  readonly listReady: (window: CallingWindow, caseId: string) => Promise<Answer<DocumentRow[]>>;
}

type SetAnswer = Answer<{ readonly outcomes: readonly PrintOutcome[] }>;

/** A set under way; `isStopped` is looked at before each paper. */
interface RunningSet {
  isStopped: boolean;
  answer: Promise<SetAnswer>;
}

/** The print sets of all cases. A set that is asked for twice at once is printed once. */
export interface PrintSets {
  print(window: CallingWindow, caseId: string): Promise<SetAnswer>;
  stop(caseId: string): Answer<Record<string, never>>;
}

/** Prints the papers of a case one after another: one that fails is named, and the rest goes on. */
export function makePrintSets(means: Means): PrintSets {
  const running = new Map<string, RunningSet>();
  return {
    print: (window, caseId) => {
      const known = running.get(caseId);
      if (known) return known.answer;
      const isStopped = () => running.get(caseId)?.isStopped === true;
      const answer = printSet(means, window, caseId, isStopped).finally(() => running.delete(caseId));
      running.set(caseId, { isStopped: false, answer });
      return answer;
    },
    stop: (caseId) => {
      const set = running.get(caseId);
      if (set) set.isStopped = true;
      return done({});
    },
  };
}

async function printSet(
  { print, listReady }: Means,
  window: CallingWindow,
  caseId: string,
  isStopped: () => boolean,
): Promise<SetAnswer> {
  const ready = await listReady(window, caseId);
  if (!ready.ok) return ready;
  const outcomes: PrintOutcome[] = [];
  for (const paper of ready.value)
    outcomes.push(
      isStopped() ? outcomeOf(paper, 'stopped') : ofPrinted(paper, await print(window, paper.documentId, '')),
    );
  return done({ outcomes });
}

function outcomeOf({ documentId, title, subject }: DocumentRow, outcome: PrintOutcome['outcome']): PrintOutcome {
  return { documentId, title, subject, outcome, printer: null, failure: null };
}

/** A copy that was handed over and not counted lies on a numbered sheet: somebody has to look at it first. */
function ofPrinted(paper: DocumentRow, answer: Answer<PrintedCopies>): PrintOutcome {
  if (!answer.ok) {
    const { code, details } = answer.error;
    return { ...outcomeOf(paper, 'failed'), failure: details ? { code, details: { ...details } } : { code } };
  }
  const { document, printer } = answer.value;
  return { ...outcomeOf(paper, document.copies > paper.copies ? 'printed' : 'asked'), printer };
}
