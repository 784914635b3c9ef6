import type { FastifyInstance } from 'fastify';
import { registryPaths } from '../../shared/contract/registry.ts';
import {
  type AnswersAnswer,
  AnswersQuery,
  type InquiryReceipt,
  InquiryRequest,
  inquiriesPerCase,
  inquiriesPerMinute,
  inquiryPageLimit,
} from '../../shared/contract/registry-inquiry.ts';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import { parseBody, parseInput, type Registry } from '../app.ts';
import type { InquiryDesk } from '../inquiries/inquiry-desk.ts';
import { officeOf } from '../inquiries/office-of.ts';
import { Refusal } from '../refusal.ts';
import type { Queryable } from '../store/database.ts';
import type { Device } from '../store/devices.ts';
import {
  addInquiry,
  countInquiries,
  findInquiry,
  getAnswerHead,
  listAnswers,
  listWaiting,
  lockInquiries,
} from '../store/inquiries.ts';
import { inTransaction } from '../store/meeting.ts';

const minuteMs = 60_000;

/** A station asks offices outside it, one case at a time, and fetches what they answered. */
export function addInquiryRoutes(app: FastifyInstance, registry: Registry, desk: InquiryDesk): void {
  app.post(registryPaths.inquiries, async (request): Promise<InquiryReceipt> => {
    const device = await registry.identify(request);
    const inquiry = parseBody(request, InquiryRequest);
    if (inquiry.stationCode !== device.stationCode) throw new Refusal('SCOPE_REFUSED', 'stationCode');
    const receipt = await inTransaction(registry.database, (transaction) =>
      takeInquiry(transaction, { desk, device, at: registry.now() }, inquiry),
    );
    desk.nudge();
    return receipt;
  });
  app.get(registryPaths.inquiryAnswers, async (request): Promise<AnswersAnswer> => {
    const { stationCode } = await registry.identify(request);
    const { cursor } = parseInput(request.query, AnswersQuery);
    return registry.database.transaction((database) => answersAfter(database, stationCode, cursor), 'snapshot');
  });
}

/** A station's inquiries are let in one by one, or those that come at the same moment would not count each other. */
async function takeInquiry(
  database: Queryable,
  { desk, device, at }: { readonly desk: InquiryDesk; readonly device: Device; readonly at: Date },
  request: InquiryRequest,
): Promise<InquiryReceipt> {
  const { deviceId } = device;
  await lockInquiries(database, request.stationCode);
  const known = await repeated(database, request);
  if (known) return known;
  await checkLimits(database, request, at);
  const office = officeOf(request);
  const receivedAt = at.toISOString();
  const nextAskAt = desk.isAskedBySystem({ request, office }) ? receivedAt : null;
  const body = canonicalJson(request);
  if (await addInquiry(database, { request, body, deviceId, office, receivedAt, nextAskAt }))
    return { inquiryId: request.inquiryId, receivedAt, office };
  const meanwhile = await repeated(database, request);
  if (meanwhile === null) throw new Error('an inquiry is neither new nor known');
  return meanwhile;
}

/** The receipt given before for exactly this; null when it is new. */
async function repeated(database: Queryable, request: InquiryRequest): Promise<InquiryReceipt | null> {
  const known = await findInquiry(database, request.inquiryId);
  if (known === null) return null;
  if (known.body !== canonicalJson(request)) throw new Refusal('IDEMPOTENCY_MISMATCH', 'inquiryId');
  return { inquiryId: request.inquiryId, receivedAt: known.receivedAt, office: known.office };
}

/** Never in bulk (N21 §88): so many a case, and so many a minute. */
async function checkLimits(database: Queryable, { stationCode, caseId }: InquiryRequest, at: Date): Promise<void> {
  const since = new Date(at.getTime() - minuteMs).toISOString();
  const { ofCase, lately } = await countInquiries(database, { stationCode, caseId, since });
  if (ofCase >= inquiriesPerCase) throw new Refusal('CASE_LIMIT');
  if (lately >= inquiriesPerMinute) throw new Refusal('RATE_LIMIT');
}

async function answersAfter(database: Queryable, stationCode: string, cursor: number): Promise<AnswersAnswer> {
  if (cursor > (await getAnswerHead(database, stationCode))) throw new Refusal('CURSOR_INVALID');
  const found = await listAnswers(database, { stationCode, cursor, limit: inquiryPageLimit + 1 });
  const page = found.slice(0, inquiryPageLimit);
  return {
    answers: page.map(({ inquiryId, answer, answeredAt, office }) => ({
      inquiryId,
      answer,
      answeredAt,
      answeredBy: office,
    })),
    waiting: await listWaiting(database, stationCode, inquiryPageLimit),
    next: page.at(-1)?.seq ?? cursor,
    hasMore: found.length > inquiryPageLimit,
  };
}
