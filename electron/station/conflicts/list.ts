import type { ConflictRow, PrintToRecall } from '../../../shared/contract/conflict.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done } from '../../../shared/contract/errors.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { readableAnswer } from '../../../shared/domain/private-characters.ts';
import { findForm } from '../print/load-forms.ts';
import type { Calling, Program } from '../program.ts';
import { findCase } from '../store/cases.ts';
import { listOpenRecalls, type StoredRecall } from '../store/recalls.ts';
import { headOf } from './heads.ts';
import { findBuiltOn, listBehind, listRefused, type Refused } from './refused.ts';

/** A refused event as a line of the desk. */
export function rowOf(program: Program, all: readonly Refused[], { event, because, refusedAt }: Refused): ConflictRow {
  const { database } = program;
  return {
    ...headOf(program, event),
    caseId: findCase(database, event.caseId)?.caseId ?? null,
    eventKind: event.kind,
    because,
    registeredAt: event.occurredAt,
    refusedAt,
    buildsOn: findBuiltOn(database, all, event),
    behind: listBehind(database, event).length,
  };
}

/** A printed copy as the desk shows it. */
export function printOf(program: Program, stored: StoredRecall): PrintToRecall {
  const { printId, caseId, form, subject, copy, blankNumber, by, at } = stored;
  const name = findForm(program.forms, form, program.today())?.name;
  const title = { zh: name?.zh ?? form, en: name?.en ?? form };
  const recall =
    stored.isRecalled === null
      ? null
      : {
          isRecalled: stored.isRecalled === 1,
          reason: stored.recallReason ?? '',
          by: stored.recalledBy ?? '',
          at: stored.recalledAt ?? '',
        };
  return { printId, caseId, title, subject, copy, blankNumber, by, at, recall };
}

/** Every refused event, newest trouble first, and the papers of settled ones that nobody has accounted for. */
export function listConflicts(program: Program, calling: Calling): Answer<OutputOf<'conflict.list'>> {
  const all = listRefused(program.database);
  const rows = all
    .map((refused) => rowOf(program, all, refused))
    .sort((a, b) => ((a.refusedAt ?? '') < (b.refusedAt ?? '') ? 1 : -1));
  const recalls = listOpenRecalls(program.database).map((stored) => printOf(program, stored));
  calling.details = { events: rows.length, recalls: recalls.length };
  return done(readableAnswer({ rows, recalls }));
}
