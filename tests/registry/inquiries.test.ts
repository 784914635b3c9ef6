import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import { DeviceKey, RegistryError } from '../../shared/contract/registry.ts';
import {
  AnswersAnswer,
  type InquiryAnswer,
  InquiryReceipt,
  type InquiryRequest,
  inquiriesPerCase,
  inquiriesPerMinute,
  OpenInquiries,
} from '../../shared/contract/registry-inquiry.ts';
import {
  asks,
  enrolOffice,
  enrolStation,
  freePort,
  inquiry,
  migrationPaper,
  startInquiryRegistry,
} from '../fixtures/inquiry-registry.ts';
import { stationB } from '../fixtures/register-records.ts';
import { backends } from '../fixtures/registry-backends.ts';
import { TestDevice } from '../fixtures/registry-device.ts';

const approved: InquiryAnswer = {
  kind: 'approval',
  decision: 'approve',
  decisionNumber: '辽公审〔2026〕7号',
  reason: '',
};
const confirmed: InquiryAnswer = {
  kind: 'verification',
  result: 'confirmed',
  validOn: '2026-11-23',
  reference: '民政-2026-001',
};

describe.each(backends)('inquiries at a registry on %s', (backend) => {
  let registry: RunningRegistry;
  let station: TestDevice;
  let county: TestDevice;
  let marriage: TestDevice;

  beforeAll(async () => {
    registry = await startInquiryRegistry(backend);
    station = await enrolStation(registry.url);
    county = await enrolOffice(registry.url, 'county');
    marriage = await enrolOffice(registry.url, 'marriage');
  }, 180_000);
  afterAll(() => registry.stop());

  const ask = (request: InquiryRequest, by = station) => by.signed('POST', '/v1/inquiries', request);
  const receive = async (request: InquiryRequest) => {
    const answer = await ask(request);
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    return InquiryReceipt.parse(await answer.json());
  };
  const answersAfter = async (cursor: number, by = station) =>
    AnswersAnswer.parse(await (await by.signed('GET', `/v1/inquiries/answers?cursor=${cursor}`)).json());
  const openOf = async (office: TestDevice) =>
    OpenInquiries.parse(await (await office.signed('GET', '/v1/inquiries/open')).json()).inquiries;
  const answerBy = (office: TestDevice, inquiryId: string, answer: unknown) =>
    office.signed('POST', `/v1/inquiries/${inquiryId}/answer`, { answer });
  const refusal = async (answer: Response) => {
    const text = await answer.text();
    expect(text).not.toMatch(/stack|node_modules|SELECT|\.ts/);
    return `${answer.status} ${RegistryError.parse(JSON.parse(text)).code}`;
  };
  const end = async () => {
    let page = await answersAfter(0);
    while (page.hasMore) page = await answersAfter(page.next);
    return page.next;
  };

  it('are shown to the office they are for and to no other, and its answer reaches the station', async () => {
    const cursor = await end();
    const request = inquiry(asks.approval);
    expect(await receive(request)).toMatchObject({ inquiryId: request.inquiryId, office: '220403000000' });
    expect(await openOf(county)).toMatchObject([{ ...request }]);
    expect(await openOf(marriage)).toEqual([]);
    expect((await answersAfter(cursor)).waiting).toMatchObject([{ inquiryId: request.inquiryId, tries: 0 }]);

    expect((await answerBy(county, request.inquiryId, approved)).status).toBe(200);
    const page = await answersAfter(cursor);
    expect(page.answers).toMatchObject([
      { inquiryId: request.inquiryId, answer: approved, answeredBy: '220403000000' },
    ]);
    expect(page.waiting).toEqual([]);
    expect(await openOf(county)).toEqual([]);
    expect((await answersAfter(page.next)).answers).toEqual([]);
  });

  it('get the first receipt when they come again, also at the same moment, and nothing else under their id', async () => {
    const request = inquiry(asks.verification);
    const receipts = await Promise.all([1, 2, 3].map(() => receive(request)));
    expect(new Set(receipts.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await refusal(await ask({ ...request, purpose: 'verify' }))).toBe('422 IDEMPOTENCY_MISMATCH');
    expect(await openOf(marriage)).toHaveLength(1);
    await answerBy(marriage, request.inquiryId, confirmed);
    expect(await receive(request)).toEqual(receipts[0]);
  });

  it('keep their one answer: the same again is taken, another refused', async () => {
    const request = inquiry(asks.verification);
    await receive(request);
    const first = await (await answerBy(marriage, request.inquiryId, confirmed)).json();
    expect(await (await answerBy(marriage, request.inquiryId, confirmed)).json()).toEqual(first);
    const other = { ...confirmed, result: 'unknown' };
    expect(await refusal(await answerBy(marriage, request.inquiryId, other))).toBe('422 IDEMPOTENCY_MISMATCH');
  });

  it('are not answered by an office they are not for, by a station, or with something else than was asked', async () => {
    const request = inquiry(asks.approval);
    await receive(request);
    expect(await refusal(await answerBy(marriage, request.inquiryId, approved))).toBe('404 NOT_FOUND');
    expect(await refusal(await answerBy(county, uuidv7(), approved))).toBe('404 NOT_FOUND');
    expect(await refusal(await answerBy(county, 'nobody', approved))).toBe('400 BODY_INVALID');
    expect(await refusal(await answerBy(station, request.inquiryId, approved))).toBe('403 SCOPE_REFUSED');
    expect(await refusal(await answerBy(county, request.inquiryId, confirmed))).toBe('400 BODY_INVALID');
    const unnumbered = { ...approved, decisionNumber: ' ' };
    expect(await refusal(await answerBy(county, request.inquiryId, unnumbered))).toBe('400 BODY_INVALID');
    const silent = { ...approved, decision: 'refuse' };
    expect(await refusal(await answerBy(county, request.inquiryId, silent))).toBe('400 BODY_INVALID');
    expect((await openOf(county)).map(({ inquiryId }) => inquiryId)).toEqual([request.inquiryId]);
    await answerBy(county, request.inquiryId, approved);
  });

  it('belong to their station: nobody asks in another’s name or reads another’s answers', async () => {
    const neighbour = await enrolStation(registry.url, 'b');
    expect(await refusal(await ask(inquiry(asks.approval), neighbour))).toBe('403 SCOPE_REFUSED');
    expect((await answersAfter(0, neighbour)).answers).toEqual([]);
    const own = inquiry(asks.approval, { stationCode: stationB });
    expect((await ask(own, neighbour)).status).toBe(200);
    expect(await openOf(county)).toEqual([]);
    expect((await answersAfter(0, neighbour)).waiting).toMatchObject([{ inquiryId: own.inquiryId }]);
  });

  it('let an office into nothing but its own inquiries', async () => {
    const closed = [
      '/v1/changes?cursor=0',
      '/v1/snapshot',
      '/v1/inquiries/answers?cursor=0',
      '/v1/packs',
      '/v1/anchors',
    ];
    for (const path of closed) expect(await refusal(await county.signed('GET', path))).toBe('403 SCOPE_REFUSED');
    const lease = { kind: 'household-number', count: 1, requestId: uuidv7() };
    expect(await refusal(await county.signed('POST', '/v1/leases', lease))).toBe('403 SCOPE_REFUSED');
    expect(await refusal(await county.signed('POST', '/v1/inquiries', inquiry(asks.approval)))).toBe(
      '403 SCOPE_REFUSED',
    );
    expect(await refusal(await station.signed('GET', '/v1/inquiries/open'))).toBe('403 SCOPE_REFUSED');
    expect(await refusal(await station.plain('GET', '/v1/inquiries/open'))).toBe('401 SIGNATURE_INVALID');
  });

  it('are refused whole when they are not what the protocol says', async () => {
    const request = inquiry(asks.verification);
    const wrong = [
      { ...request, more: 1 },
      { ...request, ask: { ...asks.verification, department: 'religion' } },
      { ...request, ask: { ...asks.verification, statement: '' } },
      { ...request, ask: { ...asks.verification, statement: '周\0' } },
      { ...request, ask: { kind: 'everything' } },
      { ...request, inquiryId: '1' },
      {},
      [],
      null,
    ];
    for (const body of wrong)
      expect(await refusal(await station.signed('POST', '/v1/inquiries', body))).toBe('400 BODY_INVALID');
    for (const query of ['', '?cursor=-1', '?cursor=x', '?cursor=1e300'])
      expect(await refusal(await station.signed('GET', `/v1/inquiries/answers${query}`))).toBe('400 BODY_INVALID');
    expect(await refusal(await station.signed('GET', '/v1/inquiries/answers?cursor=99999'))).toBe('409 CURSOR_INVALID');
  });
});

describe('the limits of inquiries', () => {
  let registry: RunningRegistry;

  beforeAll(async () => {
    registry = await startInquiryRegistry('PGlite');
  }, 180_000);
  afterAll(() => registry.stop());

  it('stop a case that asks too often, and a station that asks in bulk', async () => {
    const station = await enrolStation(registry.url);
    const caseId = uuidv7();
    const ask = async (request: InquiryRequest) => {
      const answer = await station.signed('POST', '/v1/inquiries', request);
      return answer.status === 200 ? 'taken' : RegistryError.parse(await answer.json()).code;
    };
    for (let made = 0; made < inquiriesPerCase; made += 1)
      expect(await ask(inquiry(asks.verification, { caseId }))).toBe('taken');
    expect(await ask(inquiry(asks.verification, { caseId }))).toBe('CASE_LIMIT');
    for (let made = inquiriesPerCase; made < inquiriesPerMinute; made += 1)
      expect(await ask(inquiry(asks.verification))).toBe('taken');
    expect(await ask(inquiry(asks.verification))).toBe('RATE_LIMIT');
  });
});

describe('the registry of another place', () => {
  let registry: RunningRegistry;
  let peer: TestDevice;

  beforeAll(async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const keys = await generateKeyPair('EdDSA', { extractable: true });
    peer = new TestDevice(url, '220300000000', keys);
    const { kty, crv, x } = await exportJWK(keys.publicKey);
    const publicKey = DeviceKey.parse({ kty, crv, x });
    const peers = [{ prefix: '2203', url: 'http://127.0.0.1:1', registryId: peer.deviceId, publicKey }];
    registry = await startInquiryRegistry('PGlite', { port, peers, papers: [migrationPaper()] });
  }, 180_000);
  afterAll(() => registry?.stop());

  const { kind, printYear, number } = migrationPaper();
  const digestOf = (citizenId: string) =>
    createHash('sha256').update(`${kind}:${printYear}:${number}:${citizenId}`).digest('hex');
  const ask = (query: Record<string, string>) =>
    peer.signed('GET', `/v1/papers?${new URLSearchParams({ kind, printYear: String(printYear), number, ...query })}`);

  it('is told of a paper by its number and the hashes of its holders, and of other people’s nothing', async () => {
    const holders = digestOf('990000199001010011');
    expect(await (await ask({ holders })).json()).toMatchObject({ state: 'valid', validUntil: '2099-12-20' });
    const others = await ask({ holders: `${holders},${digestOf('990000199001010029')}` });
    expect(await others.json()).toEqual({ kind: 'paper', state: 'other-holders', issuer: '', validUntil: null });
    expect(await (await ask({ holders, number: '8' })).json()).toMatchObject({ state: 'unknown' });
  });

  it('is refused everything else, and whatever is no such question', async () => {
    const holders = digestOf('990000199001010011');
    const wrong = [
      {},
      { holders: 'x' },
      { holders, kind: 'passport' },
      { holders, printYear: '1e9' },
      { holders, number: '\0' },
      { holders, number: '' },
      { holders, more: '1' },
    ];
    for (const query of wrong) {
      const answer = await ask(query as Record<string, string>);
      expect([answer.status, RegistryError.parse(await answer.json()).code]).toEqual([400, 'BODY_INVALID']);
    }
    for (const path of ['/v1/changes?cursor=0', '/v1/inquiries/open', '/v1/inquiries/answers?cursor=0', '/v1/packs'])
      expect((await peer.signed('GET', path)).status).toBe(403);
  });
});
