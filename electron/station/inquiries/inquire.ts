import { type Answer, done, type Failure } from '../../../shared/contract/errors.ts';
import type { AnsweredInquiry, AnswersAnswer } from '../../../shared/contract/registry-inquiry.ts';
import type { Program } from '../program.ts';
import { findInquiry, listInquiriesIn, noteWaiting, putInquiryState, type StoredInquiry } from '../store/inquiries.ts';
import type { RegistryClient } from '../sync/registry-client.ts';
import { dropSyncSetting, findSyncSetting, putSyncSetting } from '../sync/sync-settings.ts';

interface Inquiring extends Pick<Program, 'database' | 'tell'> {
  /** Takes an answer into its case, inside the transaction that moves the cursor. */
  onAnswer(inquiry: StoredInquiry, answered: AnsweredInquiry): void;
}

type Client = Pick<RegistryClient, 'sendInquiry' | 'inquiryAnswers'>;

/** The registry will never take this one; sent again it would be refused again. */
const finalReasons: readonly unknown[] = ['BODY_INVALID', 'CASE_LIMIT', 'IDEMPOTENCY_MISMATCH', 'SCOPE_REFUSED'];
/** What the registry says when a full list of what waits may have left something out. */
const waitingLimit = 100;

const reasonOf = ({ code, details }: Failure): string => String(details?.reason ?? code);

/**
 * The part of an exchange that belongs to inquiries: sends what is queued, then takes what the offices answered. An answer comes into the
 * case in the transaction that moves the cursor; taken again it changes nothing.
 */
export async function inquire(inquiring: Inquiring, client: Client): Promise<Answer<unknown>> {
  const sent = await sendQueued(inquiring, client);
  if (!sent.ok) return sent;
  return listInquiriesIn(inquiring.database, 'waiting').length > 0 ? takeAnswers(inquiring, client) : done(null);
}

async function sendQueued({ database, tell }: Inquiring, client: Client): Promise<Answer<null>> {
  for (const { request } of listInquiriesIn(database, 'queued')) {
    const { inquiryId, caseId } = request;
    const answer = await client.sendInquiry(request);
    if (answer.ok) {
      database.transaction(() => {
        putInquiryState(database, { inquiryId, state: 'waiting', cause: null });
        noteWaiting(database, { inquiryId, office: answer.value.office, tries: 0, lastAskedAt: null, nextAskAt: null });
      })();
    } else {
      const reason = reasonOf(answer.error);
      const isFinal = finalReasons.includes(reason);
      putInquiryState(database, { inquiryId, state: isFinal ? 'refused' : 'queued', cause: reason });
      if (reason === 'RATE_LIMIT') return done(null);
      if (!isFinal) return answer;
    }
    tell({ topic: 'case', caseId });
    tell({ topic: 'sync' });
  }
  return done(null);
}

async function takeAnswers(inquiring: Inquiring, client: Client): Promise<Answer<unknown>> {
  const { database } = inquiring;
  for (;;) {
    const cursor = Number(findSyncSetting(database, 'sync.inquiry-cursor') ?? '0');
    const page = await client.inquiryAnswers(cursor);
    if (!page.ok) return reasonOf(page.error) === 'CURSOR_INVALID' ? startOver(inquiring) : page;
    database.transaction(() => takePage(inquiring, page.value))();
    if (!page.value.hasMore) return page;
  }
}

/** The registry was put back to an older state: its answers are read from the first again. */
function startOver({ database }: Inquiring): Answer<null> {
  dropSyncSetting(database, 'sync.inquiry-cursor');
  return done(null);
}

function takePage(inquiring: Inquiring, { answers, waiting, next, hasMore }: AnswersAnswer): void {
  const { database, tell, onAnswer } = inquiring;
  for (const answered of answers) {
    const inquiry = findInquiry(database, answered.inquiryId);
    if (inquiry && inquiry.state !== 'answered') onAnswer(inquiry, answered);
  }
  for (const each of waiting) noteWaiting(database, each);
  if (!hasMore && waiting.length < waitingLimit)
    queueLost(inquiring, new Set(waiting.map(({ inquiryId }) => inquiryId)));
  putSyncSetting(database, 'sync.inquiry-cursor', String(next));
  tell({ topic: 'sync' });
}

/** What the registry no longer knows, as it was put back to an older state, is sent again. */
function queueLost({ database }: Inquiring, known: ReadonlySet<string>): void {
  for (const { request } of listInquiriesIn(database, 'waiting')) {
    const { inquiryId } = request;
    if (!known.has(inquiryId)) putInquiryState(database, { inquiryId, state: 'queued', cause: null });
  }
}
