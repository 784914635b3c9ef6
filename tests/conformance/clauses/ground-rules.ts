import { uuidv7 } from 'uuidv7';
import { RegistryError } from '../../../shared/contract/registry.ts';
import type { City } from '../city.ts';
import { type Clause, equal, hold, refused, wordOf } from '../clause.ts';
import { anyFacts, effectOf, inventedPerson } from '../invented.ts';
import { outcomeWord, strangersKey } from '../kit-device.ts';

const megabyte = 1024 * 1024;

/** A lease with anything in it changed. */
export const leaseOf = (change: Record<string, unknown> = {}) => ({
  ...{ kind: 'household-number', count: 1, requestId: uuidv7() },
  ...change,
});

/** An enrolment of a device nobody knows, with anything in it changed. */
export async function enrolmentOf({ trial }: City, change: Record<string, unknown> = {}): Promise<object> {
  const { code, station: stationCode } = trial;
  return {
    code,
    stationCode,
    deviceId: uuidv7(),
    deviceName: 'conformance',
    publicKey: await strangersKey(),
    ...change,
  };
}

async function inLatin1(city: City): Promise<Response> {
  const body = Buffer.from(JSON.stringify(await enrolmentOf(city, { deviceName: 'caf\u00e9' })), 'latin1');
  const headers = { 'content-type': 'application/json' };
  return fetch(`${city.trial.url}/v1/devices`, { method: 'POST', headers, body });
}

function people(count: number) {
  return Array.from({ length: count }, () => effectOf('person', inventedPerson()));
}

/** What every request and every answer keeps to. */
export const groundRules: readonly Clause[] = [
  {
    id: 'P2',
    says: 'a body has at most 8 MB',
    check: async ({ a }) => {
      const long = { padding: 'x'.repeat(8.5 * megabyte) };
      await refused('a body of 8.5 MB', a.plain('POST', '/v1/devices', long), '413 BODY_INVALID');
    },
  },
  {
    id: 'P3',
    says: 'a push has 1 to 100 events',
    check: async ({ a }) => {
      const event = a.next([effectOf('person', inventedPerson())]);
      a.forget(event);
      const crowd = { events: Array.from({ length: 101 }, () => event) };
      await refused('101 events', a.signed('POST', '/v1/events', crowd), '400 BODY_INVALID');
      await refused('no events', a.signed('POST', '/v1/events', { events: [] }), '400 BODY_INVALID');
    },
  },
  {
    id: 'P4',
    says: 'an event has 1 to 120 effects',
    check: async ({ a }) => {
      const outcomes = await a.take(...[0, 1, 120, 121].map((count) => a.next(people(count))));
      equal('0, 1, 120 and 121 effects', outcomes.map(outcomeWord), ['body', 'confirmed', 'confirmed', 'body']);
    },
  },
  {
    id: 'P5',
    says: 'a body is JSON in UTF-8; of a member that stands twice the last counts',
    check: async (city) => {
      await refused('a body in Latin-1', inLatin1(city), '400 BODY_INVALID');
      const twice = JSON.stringify(leaseOf()).replace('{', '{"count":0,');
      await refused(
        'a member that stands twice, the last one right',
        city.a.signed('POST', '/v1/leases', twice),
        '200',
      );
    },
  },
  {
    id: 'P6',
    says: 'ids are UUIDs, compared letter by letter; instants are in UTC and end in Z',
    check: async ({ a }) => {
      await refused(
        'a lease under the id 1',
        a.signed('POST', '/v1/leases', leaseOf({ requestId: '1' })),
        '400 BODY_INVALID',
      );
      const requestId = uuidv7();
      const [small, large] = [
        await a.lease('paper-number', 1, requestId),
        await a.lease('paper-number', 1, requestId.toUpperCase()),
      ];
      hold('two leases, the id of one in capitals', small.from !== large.from, 'two blocks', [small, large]);
      const { serverTime } = (await (await a.plain('GET', '/v1/health')).json()) as { serverTime: string };
      hold('serverTime', /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(serverTime), 'an instant that ends in Z', serverTime);
    },
  },
  {
    id: 'P7',
    says: 'texts hold neither U+0000 nor halves of a surrogate pair',
    check: async (city) => {
      for (const deviceName of ['a\0', 'a\ud800', '\udc00a'])
        await refused(
          `an enrolment under the name ${JSON.stringify(deviceName)}`,
          city.a.plain('POST', '/v1/devices', await enrolmentOf(city, { deviceName })),
          '400 BODY_INVALID',
        );
      const outcomes = await city.a.take(
        ...['符\0', '符\ud800'].map((name) => city.a.next([effectOf('person', inventedPerson({ name }))])),
      );
      equal('two events with such names', outcomes.map(outcomeWord), ['body', 'body']);
      const rare = inventedPerson({ name: '符𠮷', formerName: String.raw`a\u0000` });
      await city.a.make([effectOf('person', rare)]);
    },
  },
  {
    id: 'P8',
    says: 'unknown members are refused',
    check: async ({ a }) => {
      for (const name of ['more', '__proto__', 'constructor']) {
        const body = JSON.stringify(leaseOf()).replace('{', `{"${name}":1,`);
        await refused(`a lease with the member ${name}`, a.signed('POST', '/v1/leases', body), '400 BODY_INVALID');
      }
      await refused('a query with another member', a.signed('GET', '/v1/changes?cursor=0&more=1'), '400 BODY_INVALID');
      const [outcome] = await a.take(a.next([effectOf('person', inventedPerson())], { more: 1 }));
      equal('an event with another member', outcomeWord(outcome), 'body');
      const facts = anyFacts({ details: JSON.parse('{"__proto__":"x"}') });
      const [hidden] = await a.take(
        a.next([effectOf('person', inventedPerson())], { kind: 'register.changed', facts }),
      );
      equal('an event with __proto__ among its details', outcomeWord(hidden), 'body');
    },
  },
  {
    id: 'P9',
    says: 'a refusal is JSON with a code, and its detail names the place and never a value',
    check: async ({ a }) => {
      const value = 'value-that-must-not-come-back';
      const answer = await a.signed('POST', '/v1/leases', leaseOf({ kind: value }));
      const text = await answer.text();
      hold('the refusal of a wrong value', !text.includes(value), 'nothing of the value', text);
      equal('its content type', answer.headers.get('content-type')?.split(';')[0], 'application/json');
      equal('its code', RegistryError.parse(JSON.parse(text)).code, 'BODY_INVALID');
    },
  },
];

/** The refusals of the table, each with its status. */
export const refusalCodes: readonly Clause[] = [
  {
    id: 'P10',
    says: 'BODY_INVALID is 400 for another shape, 413 for a body too long (P2), 415 for another type',
    check: async ({ a, trial }) => {
      for (const body of ['{', '[]', 'null', '1', '{"events":"x"}'])
        await refused(`a push ${body}`, a.signed('POST', '/v1/events', body), '400 BODY_INVALID');
      const form = fetch(`${trial.url}/v1/events`, { method: 'POST', body: new URLSearchParams({ a: '1' }) });
      await refused('a form', form, '415 BODY_INVALID');
    },
  },
  {
    id: 'P11',
    says: 'SIGNATURE_INVALID is 401',
    check: ({ a }) => refused('no signature', a.plain('GET', '/v1/changes?cursor=0'), '401 SIGNATURE_INVALID'),
  },
  {
    id: 'P12',
    says: 'SIGNATURE_REPLAYED is 401',
    check: async ({ a }) => {
      const authorization = await a.authorization('GET', '/v1/anchors', '');
      const ask = () => a.signed('GET', '/v1/anchors', undefined, { authorization });
      await refused('a signed request', ask(), '200');
      await refused('the same request again', ask(), '401 SIGNATURE_REPLAYED');
    },
  },
  {
    id: 'P13',
    says: 'DEVICE_UNKNOWN is 401',
    check: ({ a }) => {
      const stranger = a.signed('GET', '/v1/changes?cursor=0', undefined, { header: { kid: uuidv7() } });
      return refused('a device nobody enrolled', stranger, '401 DEVICE_UNKNOWN');
    },
  },
  {
    id: 'P14',
    says: 'ENROL_CODE_INVALID is 403',
    check: async (city) => {
      const { a, trial } = city;
      const wrong = { 'a wrong code': { code: uuidv7() }, "another station's code": { code: trial.otherCode } };
      for (const [what, change] of Object.entries(wrong))
        await refused(what, a.plain('POST', '/v1/devices', await enrolmentOf(city, change)), '403 ENROL_CODE_INVALID');
      const taken = await enrolmentOf(city, { deviceId: a.deviceId });
      await refused(
        'a known device under another key',
        a.plain('POST', '/v1/devices', taken),
        '403 ENROL_CODE_INVALID',
      );
    },
  },
  {
    id: 'P15',
    says: 'SCOPE_REFUSED is 403',
    check: ({ a }) => refused('an office’s path', a.signed('GET', '/v1/inquiries/open'), '403 SCOPE_REFUSED'),
  },
  {
    id: 'P16',
    says: 'IDEMPOTENCY_MISMATCH is 422',
    check: async ({ a }) => {
      const lease = leaseOf();
      await refused('a lease', a.signed('POST', '/v1/leases', lease), '200');
      const other = a.signed('POST', '/v1/leases', { ...lease, count: 2 });
      await refused('another under its id', other, '422 IDEMPOTENCY_MISMATCH');
    },
  },
  {
    id: 'P17',
    says: 'CURSOR_INVALID is 409',
    check: async ({ a }) => {
      const beyond = (await a.head()) + 1_000_000;
      for (const path of ['/v1/changes', '/v1/inquiries/answers'])
        await refused(`${path} from the future`, a.signed('GET', `${path}?cursor=${beyond}`), '409 CURSOR_INVALID');
    },
  },
  {
    id: 'P22',
    says: 'NOT_FOUND is 404',
    check: async ({ a }) => {
      await refused('GET /v1/nothing', a.plain('GET', '/v1/nothing'), '404 NOT_FOUND');
      await refused('POST /v1/health', a.plain('POST', '/v1/health', {}), '404 NOT_FOUND');
    },
  },
];

const atOnce = 20;

async function untilRefused(limit: number, ask: () => Promise<Response>): Promise<string> {
  for (let tries = 0; tries < limit; tries += atOnce) {
    const words = await Promise.all(Array.from({ length: atOnce }, async () => wordOf(await ask())));
    const other = words.find((word) => word !== '200');
    if (other) return other;
  }
  return '200';
}

/** What uses something up; tried last, and only when asked for. */
export const spendingRules: readonly Clause[] = [
  {
    id: 'P18',
    says: 'NUMBERS_EXHAUSTED is 409: a station’s six digits are used up',
    needs: ['spend'],
    check: async ({ b }) => {
      const ask = () => b.signed('POST', '/v1/leases', leaseOf({ count: 1000 }));
      equal('999 blocks of a thousand', await untilRefused(1001, ask), '409 NUMBERS_EXHAUSTED');
    },
  },
  {
    id: 'P19',
    says: 'TOO_MANY_TRIES is 429: wrong codes, twenty in a minute',
    needs: ['spend'],
    check: async (city) => {
      const guess = async () => city.a.plain('POST', '/v1/devices', await enrolmentOf(city, { code: uuidv7() }));
      const words = [];
      for (let tries = 0; tries < 25; tries += 1) words.push(await wordOf(await guess()));
      equal('the 25th wrong code', words.at(-1), '429 TOO_MANY_TRIES');
      hold('the first wrong code', words[0] === '403 ENROL_CODE_INVALID', '403 ENROL_CODE_INVALID', words[0]);
    },
  },
];

/** Looks back on the whole run. */
export const afterAll: readonly Clause[] = [
  {
    id: 'P23',
    says: 'INTERNAL is a bug: no request of this run was answered with 5xx',
    check: async ({ answered }) => {
      equal(
        'answers of 500 and more',
        answered.filter(({ status }) => status >= 500).map(({ asked }) => asked),
        [],
      );
    },
  },
];
