import type { InquiryState } from '../../../shared/contract/inquiry.ts';
import {
  type AnsweredInquiry,
  InquiryAnswer,
  InquiryRequest,
  type WaitingInquiry,
} from '../../../shared/contract/registry-inquiry.ts';
import { OfficeCode } from '../../../shared/domain/offices.ts';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** An inquiry as kept: what is asked, of whom, and how it stands. */
export interface StoredInquiry {
  readonly request: InquiryRequest;
  readonly materialId: string | null;
  readonly office: OfficeCode;
  readonly state: InquiryState;
  readonly cause: string | null;
  readonly lastAskedAt: string | null;
  readonly nextAskAt: string | null;
  readonly answer: InquiryAnswer | null;
  readonly answeredAt: string | null;
}

interface Row {
  readonly body: string;
  readonly materialId: string | null;
  readonly office: string;
  readonly state: InquiryState;
  readonly cause: string | null;
  readonly lastAskedAt: string | null;
  readonly nextAskAt: string | null;
  readonly answer: string | null;
  readonly answeredAt: string | null;
}

const columns = `body, material_id AS materialId, office, state, cause, last_asked_at AS lastAskedAt, next_ask_at AS nextAskAt,
  answer, answered_at AS answeredAt`;

function storedOf(row: Row): StoredInquiry {
  return {
    ...row,
    request: InquiryRequest.parse(JSON.parse(row.body)),
    office: OfficeCode.parse(row.office),
    answer: row.answer === null ? null : InquiryAnswer.parse(JSON.parse(row.answer)),
  };
}

/** Keeps an inquiry that goes out with the next exchange. */
export function addInquiry(
  database: Database,
  row: { request: InquiryRequest; materialId: string | null; office: OfficeCode; operatorId: string },
): void {
  const sql = `INSERT INTO inquiries (inquiry_id, case_id, kind, body, material_id, office, asked_by, asked_at, state)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'queued')`;
  const { request, materialId, office, operatorId } = row;
  const { inquiryId, caseId, ask, askedAt } = request;
  statement(database, sql).run(
    inquiryId,
    caseId,
    ask.kind,
    JSON.stringify(request),
    materialId,
    office,
    operatorId,
    askedAt,
  );
}

/** The inquiry, or null: it is of another computer of the station. */
export function findInquiry(database: Database, inquiryId: string): StoredInquiry | null {
  const row = statement<[string], Row>(database, `SELECT ${columns} FROM inquiries WHERE inquiry_id = ?`).get(
    inquiryId,
  );
  return row ? storedOf(row) : null;
}

/** What a case asked, the oldest first. */
export function listInquiries(database: Database, caseId: string): StoredInquiry[] {
  const sql = `SELECT ${columns} FROM inquiries WHERE case_id = ? ORDER BY asked_at, inquiry_id`;
  return statement<[string], Row>(database, sql).all(caseId).map(storedOf);
}

/** Everything in that state, the oldest first. */
export function listInquiriesIn(database: Database, state: 'queued' | 'waiting'): StoredInquiry[] {
  const sql = `SELECT ${columns} FROM inquiries WHERE state = ? ORDER BY asked_at, inquiry_id`;
  return statement<[string], Row>(database, sql).all(state).map(storedOf);
}

/** Moves an inquiry to another state before it is answered; `cause`: why it was not taken. */
export function putInquiryState(
  database: Database,
  row: { inquiryId: string; state: Exclude<InquiryState, 'answered'>; cause: string | null },
): void {
  const sql = `UPDATE inquiries SET state = @state, cause = @cause WHERE inquiry_id = @inquiryId AND state <> 'answered'`;
  statement<[typeof row]>(database, sql).run(row);
}

/** Notes for whom an inquiry waits and when that system was and will be asked. */
export function noteWaiting(database: Database, { inquiryId, office, lastAskedAt, nextAskAt }: WaitingInquiry): void {
  const sql = `UPDATE inquiries SET office = ?, last_asked_at = ?, next_ask_at = ? WHERE inquiry_id = ? AND state = 'waiting'`;
  statement(database, sql).run(office, lastAskedAt, nextAskAt, inquiryId);
}

/** Keeps the answer. */
export function putInquiryAnswer(database: Database, answered: AnsweredInquiry): void {
  const sql = `UPDATE inquiries SET state = 'answered', cause = NULL, next_ask_at = NULL, office = ?, answer = ?, answered_at = ?
    WHERE inquiry_id = ?`;
  const { inquiryId, answer, answeredAt, answeredBy } = answered;
  statement(database, sql).run(answeredBy, JSON.stringify(answer), answeredAt, inquiryId);
}
