import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** A printed copy of what a refused event was to make true, and what became of it. */
export interface StoredRecall {
  readonly printId: number;
  readonly caseId: string;
  readonly form: string;
  readonly subject: string;
  readonly copy: number;
  readonly blankNumber: string | null;
  readonly by: string;
  readonly at: string;
  /** Null: nobody has said. */
  readonly isRecalled: number | null;
  readonly recallReason: string | null;
  readonly recalledBy: string | null;
  readonly recalledAt: string | null;
}

// A registration's papers wait for it; those of an amendment were made with it. Undoing and stock make no papers of their own. The joins are
// crossed because the few settled events come first, never the whole print log.
const printsOf = (
  refused: string,
) => `SELECT DISTINCT p.print_id AS printId, d.case_id AS caseId, d.form, d.subject, p.copy,
    p.blank_number AS blankNumber, o.name AS by, p.at, r.is_recalled AS isRecalled, r.reason AS recallReason, ro.name AS recalledBy,
    r.at AS recalledAt
  FROM ${refused} CROSS JOIN documents d ON d.case_id = e.case_id CROSS JOIN print_log p ON p.document_id = d.document_id
    JOIN operators o ON o.operator_id = p.operator_id
    LEFT JOIN recalls r ON r.print_id = p.print_id LEFT JOIN operators ro ON ro.operator_id = r.operator_id
  WHERE coalesce(p.outcome, 'good') = 'good' AND e.body ->> '$.kind' <> 'event.reversed' AND e.body ->> '$.facts.procedure' NOT LIKE 'stock.%'
    AND (d.created_at >= e.body ->> '$.occurredAt'
      OR d.needs_confirmation = 1 AND coalesce(e.body ->> '$.facts.details.cause', '') <> 'amended')
    AND (s.at IS NULL OR p.at < s.at)`;

const printsOfOne = printsOf('events e LEFT JOIN settled_conflicts s ON s.event_id = e.event_id');
const printsOfSettled = printsOf('settled_conflicts s CROSS JOIN events e ON e.event_id = s.event_id');

/** The copies printed of a refused event's papers, oldest first. */
export function listPrintsOfRefused(database: Database, eventId: string): StoredRecall[] {
  return statement<[string], StoredRecall>(database, `${printsOfOne} AND e.event_id = ? ORDER BY p.print_id`).all(
    eventId,
  );
}

/** Copies of settled events that say something else than the register now, and nobody has accounted for; oldest first. */
export function listOpenRecalls(database: Database): StoredRecall[] {
  const sql = `${printsOfSettled} AND s.choice <> 'ours' AND r.print_id IS NULL ORDER BY p.print_id`;
  return statement<[], StoredRecall>(database, sql).all();
}

/** Notes what became of a copy; what is noted later stands. */
export function putRecall(
  database: Database,
  row: { printId: number; isRecalled: boolean; reason: string; operatorId: string; at: string },
): void {
  const sql = `INSERT INTO recalls (print_id, is_recalled, reason, operator_id, at) VALUES (@printId, @isRecalled, @reason, @operatorId, @at)
    ON CONFLICT DO UPDATE SET is_recalled = excluded.is_recalled, reason = excluded.reason, operator_id = excluded.operator_id, at = excluded.at`;
  statement(database, sql).run({ ...row, isRecalled: Number(row.isRecalled) });
}
