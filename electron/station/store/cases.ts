import type { CaseState } from '../../../shared/contract/case.ts';
import type { Person } from '../../../shared/domain/records.ts';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** A case as kept. `draft` is the JSON text of the contract's Draft, exactly as saved. */
export interface StoredCase {
  readonly caseId: string;
  readonly state: CaseState;
  readonly procedure: string;
  readonly pack: string;
  readonly draft: string;
  readonly revision: number;
  readonly acceptanceNumber: string | null;
  readonly startedBy: string;
  readonly acceptedBy: string | null;
  readonly acceptedAt: string | null;
  readonly dueOn: string | null;
  readonly eventId: string | null;
  readonly isReleased: number;
  readonly savedAt: string;
  readonly changedAt: string;
}

const columns = `case_id AS caseId, state, procedure, pack, draft, revision, acceptance_number AS acceptanceNumber, started_by AS startedBy,
  accepted_by AS acceptedBy, accepted_at AS acceptedAt, due_on AS dueOn, event_id AS eventId, is_released AS isReleased,
  saved_at AS savedAt, changed_at AS changedAt`;

/** The case, or null. */
export function findCase(database: Database, caseId: string): StoredCase | null {
  return database.prepare<[string], StoredCase>(`SELECT ${columns} FROM cases WHERE case_id = ?`).get(caseId) ?? null;
}

/** Adds a draft that was just begun; `procedure` empty while none is chosen. */
export function addCase(
  database: Database,
  row: { caseId: string; procedure: string; pack: string; draft: string; startedBy: string; at: string },
): void {
  database
    .prepare(
      `INSERT INTO cases (case_id, state, procedure, pack, draft, revision, started_by, saved_at, changed_at)
       VALUES (@caseId, 'draft', @procedure, @pack, @draft, 1, @startedBy, @at, @at)`,
    )
    .run(row);
}

/** Keeps a draft as entered; the revision grows by one. */
export function saveDraft(
  database: Database,
  row: { caseId: string; procedure: string; draft: string; at: string },
): void {
  database
    .prepare(
      `UPDATE cases SET procedure = @procedure, draft = @draft, revision = revision + 1, saved_at = @at, changed_at = @at
       WHERE case_id = @caseId`,
    )
    .run(row);
}

/** Replaces the kept draft without a new revision: nobody typed it, and a window that holds the old one may save all the same. */
export function putDraftText(database: Database, caseId: string, draft: string): void {
  database.prepare('UPDATE cases SET draft = ? WHERE case_id = ?').run(draft, caseId);
}

/** Moves the case to another state. */
export function putCaseState(database: Database, caseId: string, state: CaseState, at: string): void {
  database
    .prepare('UPDATE cases SET state = ?, changed_at = ?, revision = revision + 1 WHERE case_id = ?')
    .run(state, at, caseId);
}

/** Notes the acceptance; a case that was returned keeps its first number. */
export function putAcceptance(
  database: Database,
  row: { caseId: string; acceptanceNumber: string; acceptedBy: string; at: string; dueOn: string | null; pack: string },
): void {
  database
    .prepare(
      `UPDATE cases SET acceptance_number = @acceptanceNumber, accepted_by = @acceptedBy, accepted_at = @at, due_on = @dueOn, pack = @pack
       WHERE case_id = @caseId`,
    )
    .run(row);
}

/** Ties the case to the event it made. */
export function putCaseEvent(database: Database, caseId: string, eventId: string): void {
  database.prepare('UPDATE cases SET event_id = ? WHERE case_id = ?').run(eventId, caseId);
}

/** A chief let the final papers print before confirmation. */
export function releaseCase(database: Database, caseId: string): void {
  database.prepare('UPDATE cases SET is_released = 1 WHERE case_id = ?').run(caseId);
}

/** What the queues of the home screen hold. `to-print`: something required is unprinted and need not wait. */
const queueConditions = {
  drafts: `(state = 'draft' AND started_by = @operatorId) OR (state = 'returned' AND accepted_by = @operatorId)`,
  'to-approve': `state = 'accepted'`,
  'to-register': `state = 'approved'`,
  'to-print': `state IN ('accepted', 'approved', 'provisional', 'confirmed') AND EXISTS (SELECT 1 FROM documents d WHERE d.case_id = cases.case_id
     AND d.is_required = 1 AND d.copies < d.copies_wanted AND (d.needs_confirmation = 0 OR cases.state = 'confirmed' OR cases.is_released = 1))`,
  'to-send': `EXISTS (SELECT 1 FROM outbox o WHERE o.event_id = cases.event_id)`,
  unconfirmed: `state IN ('provisional', 'conflict')`,
  all: 'TRUE',
} as const;

export type Queue = keyof typeof queueConditions;

/** Cases of a queue, the longest waiting first (drafts and all: the newest first). */
export function listQueue(database: Database, queue: Queue, operatorId: string, limit: number): StoredCase[] {
  const order = queue === 'drafts' || queue === 'all' ? 'DESC' : 'ASC';
  return database
    .prepare<{ operatorId: string; limit: number }, StoredCase>(
      `SELECT ${columns} FROM cases WHERE ${queueConditions[queue]} ORDER BY changed_at ${order} LIMIT @limit`,
    )
    .all({ operatorId, limit });
}

/** How many cases a queue holds. */
export function countQueue(database: Database, queue: Queue, operatorId: string): number {
  const row = database
    .prepare<{ operatorId: string }, { count: number }>(
      `SELECT count(*) AS count FROM cases WHERE ${queueConditions[queue]}`,
    )
    .get({ operatorId });
  return row?.count ?? 0;
}

/** Whom a case is about, by number: `changed` may be in no other case while it runs, of `named` it only speaks. */
export interface CasePeople {
  readonly changed: readonly string[];
  readonly named: readonly string[];
}

/** Replaces whom a case is about. They stay when the case ends: their pages list it. */
export function putCasePeople(database: Database, caseId: string, { changed, named }: CasePeople): void {
  statement(database, 'DELETE FROM case_people WHERE case_id = ?').run(caseId);
  const sql = 'INSERT OR IGNORE INTO case_people (case_id, citizen_id, is_changed) VALUES (?, ?, ?)';
  for (const citizenId of changed) statement(database, sql).run(caseId, citizenId, 1);
  for (const citizenId of named) statement(database, sql).run(caseId, citizenId, 0);
}

/** Another running case with this person, or null. */
export function findOtherRunningCase(
  database: Database,
  citizenId: string,
  caseId: string,
): { caseId: string; acceptanceNumber: string } | null {
  return (
    database
      .prepare<[string, string], { caseId: string; acceptanceNumber: string }>(
        `SELECT c.case_id AS caseId, c.acceptance_number AS acceptanceNumber FROM case_people p JOIN cases c USING (case_id)
         WHERE p.citizen_id = ? AND p.is_changed = 1 AND c.case_id <> ? AND c.state IN ('accepted', 'approved', 'provisional', 'conflict')`,
      )
      .get(citizenId, caseId) ?? null
  );
}

/** Cases of this computer that are or were about the person, under whatever number, however they ended; newest first. */
export function listCasesAbout(
  database: Database,
  { personId, citizenId, formerCitizenIds }: Pick<Person, 'personId' | 'citizenId' | 'formerCitizenIds'>,
  limit: number,
): StoredCase[] {
  const numbers = JSON.stringify([citizenId, ...formerCitizenIds]);
  return database
    .prepare<{ personId: string; numbers: string; limit: number }, StoredCase>(
      `SELECT ${columns} FROM cases WHERE case_id IN (
         SELECT case_id FROM json_each(@numbers) n CROSS JOIN case_people ON citizen_id = n.value
         UNION SELECT case_id FROM record_history JOIN happenings USING (event_id)
         WHERE record_history.kind = 'person' AND record_id = @personId AND case_id IS NOT NULL
       ) ORDER BY changed_at DESC LIMIT @limit`,
    )
    .all({ personId, numbers, limit });
}
