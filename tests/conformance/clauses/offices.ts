import { uuidv7 } from 'uuidv7';
import {
  type InquiryAnswer,
  type InquiryAsk,
  InquiryReceipt,
  type InquiryRequest,
  OpenInquiries,
} from '../../../shared/contract/registry-inquiry.ts';
import type { City } from '../city.ts';
import { type Clause, equal, hold, refused } from '../clause.ts';
import type { KitDevice } from '../kit-device.ts';
import { answersAfter, approval, inquiryOf, newestAnswer, paper, receiptOf, verification } from './inquiries.ts';

/** What the office of the trial is asked. */
function askOfOffice({ trial }: City): InquiryAsk {
  const { department, police } = trial.office ?? { department: null, police: '' };
  return department === null
    ? approval(police.endsWith('00000000') ? 'prefecture' : 'county')
    : verification(department);
}

/** Two answers an office may give to what the trial asks it. */
function answersOf({ trial }: City): [InquiryAnswer, InquiryAnswer] {
  const yes = { kind: 'approval', decision: 'approve', decisionNumber: 'K-1', reason: '' } as const;
  const confirmed = { kind: 'verification', result: 'confirmed', validOn: '2026-11-22', reference: 'K-1' } as const;
  if (trial.office?.department === null) return [yes, { ...yes, decision: 'refuse', reason: '材料不足' }];
  return [confirmed, { ...confirmed, result: 'not-confirmed' }];
}

async function openOf(office: KitDevice): Promise<OpenInquiries['inquiries']> {
  return OpenInquiries.parse(await (await office.get('/v1/inquiries/open')).json()).inquiries;
}

const answerPath = ({ inquiryId }: InquiryRequest) => `/v1/inquiries/${inquiryId}/answer`;

/** An inquiry the office was asked, answered. */
async function answered(city: City, office: KitDevice): Promise<InquiryRequest> {
  const request = inquiryOf(city, askOfOffice(city));
  await receiptOf(city.a, request);
  await office.post(answerPath(request), { answer: answersOf(city)[0] });
  return request;
}

/** What an office answers. */
export const officeRules: readonly Clause[] = [
  {
    id: 'P94',
    says: 'answers are numbered for each station and go to every computer of it, and to no other station',
    needs: ['office'],
    check: async (city) => {
      const { a, a2, b, office, trial } = city;
      if (!office) return;
      const start = await newestAnswer(a);
      const request = await answered(city, office);
      const read = async (device: KitDevice, cursor: number) => (await answersAfter(device, cursor)).answers;
      const mine = (await read(a, start)).filter(({ inquiryId }) => inquiryId === request.inquiryId);
      const by = trial.office?.department ?? trial.office?.police;
      equal(
        'the answer',
        mine.map(({ answer, answeredBy }) => [answer, answeredBy]),
        [[answersOf(city)[0], by]],
      );
      equal('at the other computer', await read(a2, start), await read(a, start));
      const foreign = (await read(b, 0)).some(({ inquiryId }) => inquiryId === request.inquiryId);
      equal('at another station', foreign, false);
      const { next } = await answersAfter(a, start);
      hold('the cursor', next > start, `more than ${start}`, next);
      equal(
        'behind it',
        (await read(a, next)).filter(({ inquiryId }) => inquiryId === request.inquiryId),
        [],
      );
    },
  },
  {
    id: 'P96',
    says: 'an office reads what it is asked and answers it, and may do nothing else',
    needs: ['office'],
    check: async ({ a, office }) => {
      if (!office) return;
      const closed = [
        '/v1/changes?cursor=0',
        '/v1/snapshot',
        '/v1/copies',
        '/v1/inquiries/answers?cursor=0',
        '/v1/packs',
        '/v1/anchors',
        '/v1/devices/self?afterSeq=0',
      ];
      for (const path of closed) await refused(`an office at ${path}`, office.signed('GET', path), '403 SCOPE_REFUSED');
      const lease = { kind: 'household-number', count: 1, requestId: uuidv7() };
      await refused('an office at /v1/leases', office.signed('POST', '/v1/leases', lease), '403 SCOPE_REFUSED');
      await refused('a station at an office’s path', a.signed('GET', '/v1/inquiries/open'), '403 SCOPE_REFUSED');
    },
  },
  {
    id: 'P97',
    says: 'an office is shown the oldest hundred of its own open inquiries, each with when it came',
    needs: ['office'],
    check: async (city) => {
      const { a, office } = city;
      if (!office) return;
      const request = inquiryOf(city, askOfOffice(city));
      const { receivedAt } = await receiptOf(a, request);
      const foreign = inquiryOf(city, paper('990300'));
      await receiptOf(a, foreign);
      const open = await openOf(office);
      const shown = open.find(({ inquiryId }) => inquiryId === request.inquiryId);
      if (shown || open.length < 100) equal('an inquiry just sent', shown, { ...request, receivedAt });
      equal(
        'what another office is asked',
        open.some(({ inquiryId }) => inquiryId === foreign.inquiryId),
        false,
      );
      const instants = open.map((each) => each.receivedAt);
      equal('the oldest first', instants, [...instants].sort());
      await office.post(answerPath(request), { answer: answersOf(city)[0] });
    },
  },
  {
    id: 'P98',
    says: 'an answer is given once: the same again is as the first, another one IDEMPOTENCY_MISMATCH',
    needs: ['office'],
    check: async (city) => {
      const { a, office } = city;
      if (!office) return;
      const [yes, no] = answersOf(city);
      const request = inquiryOf(city, askOfOffice(city));
      await receiptOf(a, request);
      const give = async (answer: InquiryAnswer) =>
        InquiryReceipt.parse(await office.post(answerPath(request), { answer }));
      const first = await give(yes);
      equal('the same again', await give(yes), first);
      await refused(
        'another one',
        office.signed('POST', answerPath(request), { answer: no }),
        '422 IDEMPOTENCY_MISMATCH',
      );
      equal(
        'still open',
        (await openOf(office)).some(({ inquiryId }) => inquiryId === request.inquiryId),
        false,
      );
    },
  },
  {
    id: 'P99',
    says: 'what is not this office’s is NOT_FOUND',
    needs: ['office'],
    check: async (city) => {
      const { a, office } = city;
      if (!office) return;
      const foreign = inquiryOf(city, paper('990400'));
      await receiptOf(a, foreign);
      const answer = { answer: answersOf(city)[0] };
      for (const [what, request] of Object.entries({
        'another office’s': foreign,
        unknown: inquiryOf(city, paper('990400')),
      }))
        await refused(
          `an inquiry that is ${what}`,
          office.signed('POST', answerPath(request), answer),
          '404 NOT_FOUND',
        );
    },
  },
];
