import { uuidv7 } from 'uuidv7';
import {
  AnswersAnswer,
  type InquiryAsk,
  InquiryReceipt,
  type InquiryRequest,
} from '../../../shared/contract/registry-inquiry.ts';
import { approvingOffice } from '../../../shared/domain/offices.ts';
import type { City } from '../city.ts';
import { type Clause, equal, hold, refused, wordOf } from '../clause.ts';
import { inventedCitizenId } from '../invented.ts';
import type { KitDevice } from '../kit-device.ts';

export const approval = (level: 'county' | 'prefecture'): InquiryAsk => ({
  ...{ kind: 'approval', level, procedure: 'item.name', acceptanceNumber: 'K-1' },
  summary: {
    ...{ procedureName: '姓名变更', people: [], address: '试验路1号', reasons: [], materials: [], opinion: '拟同意' },
  },
  materialsDigest: 'a'.repeat(64),
});

export const verification = (department: string): InquiryAsk =>
  ({
    ...{ kind: 'verification', department, statement: '持有结婚证' },
    person: { name: '符试验', citizenId: inventedCitizenId() },
  }) as InquiryAsk;

export const paper = (division: string): InquiryAsk => ({
  ...{ kind: 'paper', paperKind: 'migration-certificate', printYear: 2026, number: 'K-1' },
  ...{ holders: [inventedCitizenId()], division },
});

/** An inquiry of the first station. */
export function inquiryOf({ trial }: City, ask: InquiryAsk, change: Partial<InquiryRequest> = {}): InquiryRequest {
  return {
    ...{ inquiryId: uuidv7(), stationCode: trial.station, caseId: uuidv7(), askedAt: new Date().toISOString() },
    ...{ askedByRole: 'clerk', purpose: 'counter', ask },
    ...change,
  };
}

const send = (device: KitDevice, request: InquiryRequest) => device.signed('POST', '/v1/inquiries', request);

export async function receiptOf(device: KitDevice, request: InquiryRequest): Promise<InquiryReceipt> {
  return InquiryReceipt.parse(await device.post('/v1/inquiries', request));
}

export async function answersAfter(device: KitDevice, cursor: number): Promise<AnswersAnswer> {
  return AnswersAnswer.parse(await (await device.get(`/v1/inquiries/answers?cursor=${cursor}`)).json());
}

export async function newestAnswer(device: KitDevice): Promise<number> {
  for (let cursor = 0; ; ) {
    const { next, hasMore } = await answersAfter(device, cursor);
    cursor = next;
    if (!hasMore) return cursor;
  }
}

/** What a station asks. */
export const inquiryRules: readonly Clause[] = [
  {
    id: 'P91',
    says: 'the same inquiry sent again gets the first receipt; anything else under its id is IDEMPOTENCY_MISMATCH',
    check: async (city) => {
      const { a, b } = city;
      const request = inquiryOf(city, verification('education'));
      const first = await receiptOf(a, request);
      equal('again', await receiptOf(a, request), first);
      const parallel = inquiryOf(city, verification('education'));
      const words = await Promise.all([1, 2, 3].map(async () => wordOf(await send(a, parallel))));
      equal('three times at the same moment', words, ['200', '200', '200']);
      await refused('another under its id', send(a, { ...request, caseId: uuidv7() }), '422 IDEMPOTENCY_MISMATCH');
      await refused('from another station', send(b, { ...request, inquiryId: uuidv7() }), '403 SCOPE_REFUSED');
    },
  },
  {
    id: 'P92',
    says: 'the office: a police body by twelve characters, a department by its name, or the registry of a prefecture',
    check: async (city) => {
      const { station } = city.trial;
      const asked: readonly (readonly [InquiryAsk, string])[] = [
        [approval('county'), approvingOffice(station, 'county')],
        [approval('prefecture'), approvingOffice(station, 'prefecture')],
        [verification('social-insurance'), 'social-insurance'],
        [paper('990100'), 'registry:9901'],
      ];
      for (const [ask, office] of asked)
        equal(`who answers ${ask.kind}`, (await receiptOf(city.a, inquiryOf(city, ask))).office, office);
    },
  },
  {
    id: 'P93',
    says: 'a department is asked to confirm one statement about one person, and about nothing else',
    check: async (city) => {
      const request = inquiryOf(city, verification('ethnicity'));
      const wrong: Readonly<Record<string, unknown>> = {
        'an eleventh department': { ...request.ask, department: 'religion' },
        'no person': { ...request.ask, person: undefined },
        'no statement': { ...request.ask, statement: '' },
        'whoever is of a group': { kind: 'list', department: 'ethnicity' },
      };
      for (const [what, ask] of Object.entries(wrong))
        await refused(what, city.a.signed('POST', '/v1/inquiries', { ...request, ask }), '400 BODY_INVALID');
    },
  },
  {
    id: 'P95',
    says: '`waiting` has what is open, unless it is answered',
    check: async (city) => {
      const { a, a2, b } = city;
      const request = inquiryOf(city, paper('990200'));
      const cursor = await newestAnswer(a);
      const { office } = await receiptOf(a, request);
      const answer = await answersAfter(a2, cursor);
      const isFull = answer.waiting.length === 100;
      const isKnown = [...answer.waiting, ...answer.answers].some(({ inquiryId }) => inquiryId === request.inquiryId);
      hold('an inquiry just sent', isKnown || isFull, `waiting for ${office}`, answer.waiting.slice(-3));
      const elsewhere = (await answersAfter(b, 0)).waiting.some(({ inquiryId }) => inquiryId === request.inquiryId);
      equal('at another station', elsewhere, false);
    },
  },
];

async function untilRefused(limit: number, ask: () => Promise<Response>): Promise<string> {
  for (let tries = 0; tries < limit; tries += 1) {
    const word = await wordOf(await ask());
    if (word !== '200') return `${word} after ${tries}`;
  }
  return '200';
}

/** The two limits of inquiries. The minute of the station is used up at the other station, whose inquiries nothing else counts. */
export const inquiryLimits: readonly Clause[] = [
  {
    id: 'P20',
    says: 'CASE_LIMIT is 409: a case makes 30 inquiries',
    needs: ['spend'],
    check: async (city) => {
      const caseId = uuidv7();
      const stationCode = city.trial.otherStation;
      const ask = () => send(city.b, inquiryOf(city, verification('credit'), { caseId, stationCode }));
      equal('31 of one case', await untilRefused(31, ask), '409 CASE_LIMIT after 30');
    },
  },
  {
    id: 'P21',
    says: 'RATE_LIMIT is 429: a station makes 60 inquiries in a minute',
    needs: ['spend'],
    check: async (city) => {
      const stationCode = city.trial.otherStation;
      const ask = () => send(city.b, inquiryOf(city, verification('credit'), { stationCode }));
      const word = await untilRefused(61, ask);
      equal('61 inquiries', word.replace(/ after \d+$/, ''), '429 RATE_LIMIT');
    },
  },
];
