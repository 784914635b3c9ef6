import { givenUp, settleRefused } from '../conflicts/settle.ts';
import type { Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { findCase } from '../store/cases.ts';
import { findEvent } from '../store/events.ts';
import { isAmendment } from './restore-papers.ts';

/** What the settlement of such an event says. */
const whyGivenUp = '证件已在别处使用或变更，更正自动撤回';

/**
 * The registry did not take the amendment of a paper: it is given up at once, and the paper stands as it did, because another computer used or
 * changed it meanwhile. Does nothing for any other event, and leaves to the conflict desk what something else builds on. Runs inside the
 * transaction that notes the answer.
 */
export function giveUpAmendment(program: Program, eventId: string, caseId: string, reason: string): void {
  const { database } = program;
  const event = findEvent(database, eventId)?.event;
  if (!event || !isAmendment(event) || !findCase(database, caseId)) return;
  const operator = { operatorId: event.operatorId, role: 'chief' } as const;
  addCaseAct(database, { caseId, act: 'conflict', operatorId: null, at: program.now(), note: reason });
  settleRefused(program, { eventId, decision: givenUp, operator, reason: whyGivenUp });
  program.tell({ topic: 'case', caseId });
  program.tell({ topic: 'queues' });
}
