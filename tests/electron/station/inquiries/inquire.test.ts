import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inquire } from '../../../../electron/station/inquiries/inquire.ts';
import { addCase } from '../../../../electron/station/store/cases.ts';
import { addInquiry, findInquiry, putInquiryAnswer } from '../../../../electron/station/store/inquiries.ts';
import { addOperator } from '../../../../electron/station/store/operators.ts';
import { type Answer, done, fail } from '../../../../shared/contract/errors.ts';
import type {
  AnsweredInquiry,
  AnswersAnswer,
  InquiryReceipt,
  InquiryRequest,
} from '../../../../shared/contract/registry-inquiry.ts';
import { asks, inquiry } from '../../../fixtures/inquiry-registry.ts';
import { TestCopy } from '../../../fixtures/station-copy.ts';

const at = '2026-11-23T01:30:00.000Z';
const answer = { kind: 'verification', result: 'confirmed', validOn: '2026-11-23', reference: '民政-1' } as const;

describe('what a station asks of offices', () => {
  let copy: TestCopy;
  let taken: string[];
  let sent: string[];
  const operatorId = uuidv7();

  beforeEach(() => {
    copy = new TestCopy();
    taken = [];
    sent = [];
    addOperator(copy.database, { operatorId, login: 'li', name: '李练习', role: 'clerk', passwordHash: 'x' });
  });
  afterEach(() => copy.discard());

  const asking = (): InquiryRequest => {
    const request = inquiry(asks.verification);
    const { caseId } = request;
    addCase(copy.database, { caseId, procedure: '', pack: 'p@1', draft: '{}', startedBy: operatorId, at });
    addInquiry(copy.database, { request, materialId: null, office: 'marriage', operatorId });
    return request;
  };
  const receipt = ({ inquiryId }: InquiryRequest): InquiryReceipt => ({
    inquiryId,
    receivedAt: at,
    office: 'marriage',
  });
  const answered = ({ inquiryId }: InquiryRequest): AnsweredInquiry => ({
    inquiryId,
    answer,
    answeredAt: at,
    answeredBy: 'marriage',
  });
  const page = (part: Partial<AnswersAnswer>): AnswersAnswer => ({
    answers: [],
    waiting: [],
    next: 0,
    hasMore: false,
    ...part,
  });
  const exchange = (
    onSend: (request: InquiryRequest) => Answer<InquiryReceipt>,
    onFetch: (cursor: number) => Answer<AnswersAnswer>,
    onTaken: () => void = () => undefined,
  ) =>
    inquire(
      {
        database: copy.database,
        tell: () => undefined,
        onAnswer: ({ request }, each) => {
          taken.push(request.inquiryId);
          putInquiryAnswer(copy.database, each);
          onTaken();
        },
      },
      {
        sendInquiry: async (request) => {
          sent.push(request.inquiryId);
          return onSend(request);
        },
        inquiryAnswers: async (cursor) => onFetch(cursor),
      },
    );
  const stateOf = ({ inquiryId }: InquiryRequest) => findInquiry(copy.database, inquiryId)?.state;
  const take = (request: InquiryRequest) => done(receipt(request));

  it('is sent again, the same, when the line broke before the registry’s receipt came', async () => {
    const request = asking();
    expect(
      await exchange(
        () => fail('REGISTRY_OFFLINE'),
        () => done(page({})),
      ),
    ).toMatchObject({ ok: false });
    expect(stateOf(request)).toBe('queued');
    await exchange(take, () => done(page({ answers: [answered(request)], next: 1 })));
    expect(sent).toEqual([request.inquiryId, request.inquiryId]);
    expect(stateOf(request)).toBe('answered');
    expect(findInquiry(copy.database, request.inquiryId)?.request).toEqual(request);
  });

  it('gets its answer once, however often it comes', async () => {
    const request = asking();
    const other = asking();
    const waiting = [{ inquiryId: other.inquiryId, office: 'marriage', tries: 0, lastAskedAt: null, nextAskAt: null }];
    const fetched: number[] = [];
    const again = (cursor: number) => {
      fetched.push(cursor);
      return done(page({ answers: [answered(request)], waiting, next: 1 }));
    };
    await exchange(take, again);
    await exchange(take, again);
    expect(taken).toEqual([request.inquiryId]);
    expect(fetched).toEqual([0, 1]);
  });

  it('loses no answer when taking it into the case fails: the cursor stays and it comes again', async () => {
    const request = asking();
    const fetched = () => done(page({ answers: [answered(request)], next: 1 }));
    const breaking = () => {
      throw new Error('the disk is full');
    };
    await expect(exchange(take, fetched, breaking)).rejects.toThrow('the disk is full');
    expect(stateOf(request)).toBe('waiting');
    await exchange(take, (cursor) => (cursor === 0 ? fetched() : done(page({ next: 1 }))));
    expect(stateOf(request)).toBe('answered');
  });

  it('is asked anew when the registry was put back to a time before it', async () => {
    const request = asking();
    await exchange(take, () => done(page({})));
    expect(stateOf(request)).toBe('queued');
    const waiting = [
      { inquiryId: request.inquiryId, office: 'marriage', tries: 0, lastAskedAt: null, nextAskAt: null },
    ];
    await exchange(take, () => done(page({ waiting })));
    expect(sent).toHaveLength(2);
    expect(stateOf(request)).toBe('waiting');
  });

  it('reads the answers from the first when the registry has fewer than it had, and the register’s own place stays', async () => {
    const request = asking();
    const waiting = [
      { inquiryId: request.inquiryId, office: 'marriage', tries: 0, lastAskedAt: null, nextAskAt: null },
    ];
    await exchange(take, () => done(page({ waiting, next: 7 })));
    const refusing = (cursor: number): Answer<AnswersAnswer> =>
      cursor === 7
        ? fail('REGISTRY_REFUSED', { reason: 'CURSOR_INVALID' })
        : done(page({ answers: [answered(request)], next: 1 }));
    expect(await exchange(take, refusing)).toMatchObject({ ok: true });
    await exchange(take, refusing);
    expect(stateOf(request)).toBe('answered');
  });

  it('that the registry will never take is not sent again; one that came too soon waits', async () => {
    const [tooMany, hasty] = [asking(), asking()];
    const refuse = ({ inquiryId }: InquiryRequest) =>
      fail('REGISTRY_REFUSED', { reason: inquiryId === tooMany.inquiryId ? 'CASE_LIMIT' : 'RATE_LIMIT' });
    expect(await exchange(refuse, () => done(page({})))).toMatchObject({ ok: true });
    expect([stateOf(tooMany), stateOf(hasty)]).toEqual(['refused', 'queued']);
    await exchange(take, () => done(page({ answers: [answered(hasty)], next: 1 })));
    expect([stateOf(tooMany), stateOf(hasty)]).toEqual(['refused', 'answered']);
  });
});
