import { InquiryAnswer, InquiryRequest, type WaitingInquiry } from '../../shared/contract/registry-inquiry.ts';
import type { OfficeCode } from '../../shared/domain/offices.ts';
import type { Queryable } from './database.ts';

/** An inquiry as the registry keeps it. */
export interface KeptInquiry {
  readonly request: InquiryRequest;
  /** The canonical JSON that came. */
  readonly body: string;
  readonly stationCode: string;
  readonly office: OfficeCode;
  readonly receivedAt: string;
  readonly tries: number;
  readonly answer: InquiryAnswer | null;
  readonly answeredAt: string | null;
}

interface Row {
  readonly body: string;
  readonly stationCode: string;
  readonly office: OfficeCode;
  readonly receivedAt: string;
  readonly tries: number;
  readonly answer: string | null;
  readonly answeredAt: string | null;
}

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const columns = `body, station_code AS "stationCode", office, ${instant('received_at')} AS "receivedAt", tries, answer,
  ${instant('answered_at')} AS "answeredAt"`;

function keptOf(row: Row): KeptInquiry {
  return {
    ...row,
    request: InquiryRequest.parse(JSON.parse(row.body)),
    answer: row.answer === null ? null : InquiryAnswer.parse(JSON.parse(row.answer)),
  };
}

/** The inquiry, or null; `lock` keeps it as it is until the transaction ends. */
export async function findInquiry(
  database: Queryable,
  inquiryId: string,
  { lock }: { readonly lock: boolean } = { lock: false },
): Promise<KeptInquiry | null> {
  const sql = `SELECT ${columns} FROM inquiries WHERE inquiry_id = $1`;
  const rows = await database.query<Row>(lock ? `${sql} FOR UPDATE` : sql, [inquiryId]);
  return rows[0] ? keptOf(rows[0]) : null;
}

/** How many inquiries the case has made, and how many its station since an instant. */
export async function countInquiries(
  database: Queryable,
  { stationCode, caseId, since }: { readonly stationCode: string; readonly caseId: string; readonly since: string },
): Promise<{ ofCase: number; lately: number }> {
  const [row] = await database.query<{ ofCase: number; lately: number }>(
    `SELECT (SELECT count(*)::integer FROM inquiries WHERE station_code = $1 AND case_id = $2) AS "ofCase",
       (SELECT count(*)::integer FROM inquiries WHERE station_code = $1 AND received_at > $3) AS lately`,
    [stationCode, caseId, since],
  );
  return row ?? { ofCase: 0, lately: 0 };
}

/** Keeps an inquiry; false when one of this id came meanwhile. `nextAskAt`: when the system that answers is asked; null: people answer. */
export async function addInquiry(
  database: Queryable,
  inquiry: {
    readonly request: InquiryRequest;
    readonly body: string;
    readonly deviceId: string;
    readonly office: OfficeCode;
    readonly receivedAt: string;
    readonly nextAskAt: string | null;
  },
): Promise<boolean> {
  const { request, body, deviceId, office, receivedAt, nextAskAt } = inquiry;
  const { inquiryId, stationCode, caseId, ask } = request;
  const rows = await database.query(
    `INSERT INTO inquiries (inquiry_id, station_code, device_id, case_id, kind, office, body, received_at, next_ask_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING inquiry_id`,
    [inquiryId, stationCode, deviceId, caseId, ask.kind, office, body, receivedAt, nextAskAt],
  );
  return rows.length === 1;
}

/** Whoever takes an inquiry of the station, or answers one, waits here until the transaction before it has ended. */
export async function lockInquiries(transaction: Queryable, stationCode: string): Promise<void> {
  await transaction.query('INSERT INTO inquiry_heads (station_code, last_seq) VALUES ($1, 0) ON CONFLICT DO NOTHING', [
    stationCode,
  ]);
  await transaction.query('SELECT 1 FROM inquiry_heads WHERE station_code = $1 FOR UPDATE', [stationCode]);
}

/** Keeps the one answer of an inquiry, last in the station's row of answers. The row stays locked until the transaction ends. */
export async function putAnswer(
  transaction: Queryable,
  { inquiryId, stationCode, answer, at }: { inquiryId: string; stationCode: string; answer: InquiryAnswer; at: string },
): Promise<void> {
  await transaction.query(
    `WITH taken AS (INSERT INTO inquiry_heads AS heads (station_code, last_seq) VALUES ($2, 1)
       ON CONFLICT (station_code) DO UPDATE SET last_seq = heads.last_seq + 1 RETURNING last_seq)
     UPDATE inquiries SET seq = taken.last_seq, answer = $3, answered_at = $4, next_ask_at = NULL
     FROM taken WHERE inquiry_id = $1`,
    [inquiryId, stationCode, JSON.stringify(answer), at],
  );
}

/** An answer with its place. */
export interface PlacedAnswer {
  readonly seq: number;
  readonly inquiryId: string;
  readonly answer: InquiryAnswer;
  readonly answeredAt: string;
  readonly office: OfficeCode;
}

/** Answers given to a station after a place, in their order. */
export async function listAnswers(
  database: Queryable,
  { stationCode, cursor, limit }: { readonly stationCode: string; readonly cursor: number; readonly limit: number },
): Promise<PlacedAnswer[]> {
  const rows = await database.query<Omit<PlacedAnswer, 'answer'> & { answer: string }>(
    `SELECT seq::float8 AS seq, inquiry_id AS "inquiryId", answer, ${instant('answered_at')} AS "answeredAt", office
     FROM inquiries WHERE station_code = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [stationCode, cursor, limit],
  );
  return rows.map((row) => ({ ...row, answer: InquiryAnswer.parse(JSON.parse(row.answer)) }));
}

/** The place of the newest answer given to a station; 0 before the first. */
export async function getAnswerHead(database: Queryable, stationCode: string): Promise<number> {
  const sql = 'SELECT last_seq::float8 AS head FROM inquiry_heads WHERE station_code = $1';
  return (await database.query<{ head: number }>(sql, [stationCode]))[0]?.head ?? 0;
}

/** What a station waits for, the oldest first. */
export async function listWaiting(database: Queryable, stationCode: string, limit: number): Promise<WaitingInquiry[]> {
  return database.query<WaitingInquiry>(
    `SELECT inquiry_id AS "inquiryId", office, tries, ${instant('last_asked_at')} AS "lastAskedAt",
       ${instant('next_ask_at')} AS "nextAskAt"
     FROM inquiries WHERE station_code = $1 AND answer IS NULL ORDER BY received_at, inquiry_id LIMIT $2`,
    [stationCode, limit],
  );
}

/** What waits for an office, the oldest first. */
export async function listOpenInquiries(database: Queryable, office: string, limit: number): Promise<KeptInquiry[]> {
  const rows = await database.query<Row>(
    `SELECT ${columns} FROM inquiries WHERE office = $1 AND answer IS NULL ORDER BY received_at, inquiry_id LIMIT $2`,
    [office, limit],
  );
  return rows.map(keptOf);
}

/** Inquiries whose answering system is to be asked by now, the longest due first. */
export async function listDueInquiries(database: Queryable, now: string, limit: number): Promise<KeptInquiry[]> {
  const rows = await database.query<Row>(
    `SELECT ${columns} FROM inquiries WHERE answer IS NULL AND next_ask_at <= $1 ORDER BY next_ask_at LIMIT $2`,
    [now, limit],
  );
  return rows.map(keptOf);
}

/** When the next answering system is to be asked, or null. */
export async function findNextAsk(database: Queryable): Promise<string | null> {
  const sql = `SELECT ${instant('min(next_ask_at)')} AS next FROM inquiries WHERE answer IS NULL AND next_ask_at IS NOT NULL`;
  return (await database.query<{ next: string | null }>(sql))[0]?.next ?? null;
}

/** Notes that the answering system was asked in vain, and when it is asked again. */
export async function noteAsked(
  database: Queryable,
  { inquiryId, askedAt, nextAskAt }: { inquiryId: string; askedAt: string; nextAskAt: string },
): Promise<void> {
  await database.query(
    `UPDATE inquiries SET tries = tries + 1, last_asked_at = $2, next_ask_at = $3 WHERE inquiry_id = $1 AND answer IS NULL`,
    [inquiryId, askedAt, nextAskAt],
  );
}

/** Notes which computer was shown an inquiry or answered it; the first time only. */
export async function noteAct(
  database: Queryable,
  {
    inquiryIds,
    act,
    deviceId,
    at,
  }: { inquiryIds: readonly string[]; act: 'shown' | 'answered'; deviceId: string; at: string },
): Promise<void> {
  if (inquiryIds.length === 0) return;
  await database.query(
    `INSERT INTO inquiry_acts (inquiry_id, act, device_id, at)
     SELECT jsonb_array_elements_text($1::text::jsonb), $2, $3, $4::timestamptz ON CONFLICT DO NOTHING`,
    [JSON.stringify(inquiryIds), act, deviceId, at],
  );
}
