import type { Counter } from './counter.ts';
import { shown } from './look.ts';

/** What somebody came to the counter for. */
export interface Errand {
  /** Begins the case: from the catalogue, or from the page of a person, a household or an address. */
  readonly begin: () => Promise<void>;
  /** What is asked between the first step and the papers. */
  readonly enter?: () => Promise<void>;
  /** Who decides above the station, in this order. */
  readonly above?: readonly ('县公安局' | '市公安局')[];
  /** At every page of the case, for checks of the page itself. */
  readonly onPage?: (name: string) => Promise<void>;
}

/** A clerk takes the errand in: what is asked, the papers seen, the check page, acceptance. Answers the case. */
export async function accept(counter: Counter, { begin, enter, onPage }: Errand): Promise<string> {
  const { entry } = counter;
  await counter.become('li');
  await begin();
  await enter?.();
  await onPage?.('entered');
  await entry.goOnTo('材料');
  await entry.markMaterials('原件');
  await onPage?.('materials');
  await entry.goOnTo('核对受理');
  await entry.waitUntilSaved();
  await onPage?.('check');
  await entry.accept();
  return counter.caseId();
}

/** The chief decides for every level that is asked, registers, and prints everything; the case closes by itself. */
export async function finish(counter: Counter, caseId: string, { above = [], onPage }: Errand): Promise<void> {
  await counter.become('suo');
  await counter.openCase(caseId);
  await counter.record.approve('同意');
  for (const [at, level] of above.entries()) {
    await counter.record.decided(at + 1);
    await counter.record.approve('同意', `${level}〔2026〕${at + 1}号`);
  }
  await counter.record.register();
  await shown(counter.record.state(/市人口库已确认|已办结/));
  await onPage?.('registered');
  await counter.record.printAll();
  await counter.waitForState(caseId, 'closed');
}

/** From the counter to the closed case. */
export async function carryOut(counter: Counter, errand: Errand): Promise<void> {
  const caseId = await accept(counter, errand);
  await finish(counter, caseId, errand);
}
