import type { CaseRow } from '../../../shared/contract/case.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done } from '../../../shared/contract/errors.ts';
import type { HomeSummary } from '../../../shared/contract/home.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { countRefused } from '../conflicts/refused.ts';
import type { Calling, Program } from '../program.ts';
import { countQueue, listQueue, type Queue } from '../store/cases.ts';
import { listOpenRecalls } from '../store/recalls.ts';
import { rowOfCase } from './view.ts';

/** Lines of a queue. */
export function listCases(program: Program, calling: Calling, input: ParsedInputOf<'case.list'>): Answer<CaseRow[]> {
  calling.details = { queue: input.queue };
  const rows = listQueue(program.database, input.queue, calling.operator.operatorId, input.limit);
  return done(rows.map((stored) => rowOfCase(program, stored)));
}

/** What waits, counted. */
export function summarizeHome(program: Program, calling: Calling): Answer<HomeSummary> {
  const count = (queue: Queue): number => countQueue(program.database, queue, calling.operator.operatorId);
  return done({
    drafts: count('drafts'),
    toApprove: count('to-approve'),
    toRegister: count('to-register'),
    toPrint: count('to-print'),
    toSend: count('to-send'),
    unconfirmed: count('unconfirmed'),
    conflicts: countRefused(program.database) + listOpenRecalls(program.database).length,
  });
}
