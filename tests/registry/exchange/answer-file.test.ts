import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDevice } from '../../../registry/store/devices.ts';
import { ExchangeAnswer, type ExchangeRequest } from '../../../shared/exchange/format.ts';
import { type ExchangeIdentity, identityOf } from '../../../shared/exchange/identity.ts';
import { readKeysFile } from '../../../shared/exchange/keys-file.ts';
import { readExchange, verifyExchange } from '../../../shared/exchange/open-exchange.ts';
import { newExchangeParty, sealedFile } from '../../fixtures/exchange.ts';
import { FileRegistry } from '../../fixtures/file-registry.ts';

const stationCode = '220403010000';
let registry: FileRegistry;
let device: ExchangeIdentity;

beforeAll(async () => {
  registry = await FileRegistry.open();
  device = await newStation();
  await ask(device, [enrolment(device)]);
}, 60_000);
afterAll(() => registry?.close());

async function newStation(): Promise<ExchangeIdentity> {
  const made = await newExchangeParty('station');
  return identityOf({ ...made.party, stationCode }, made.signKey);
}
const enrolment = ({ party }: ExchangeIdentity): ExchangeRequest => ({
  method: 'POST',
  path: '/v1/devices',
  body: { code: 'TEST-CODE', stationCode, deviceId: party.id, deviceName: '窗口一', publicKey: party.signKey },
});

async function fileOf(from: ExchangeIdentity, requests: readonly unknown[]): Promise<Uint8Array> {
  const keys = await readKeysFile(await registry.keys());
  if (!keys) throw new Error('the registry has no keys');
  const lines = requests.map((request) => JSON.stringify(request));
  return sealedFile(from, keys.holder, 'requests', [{ name: 'requests', lines }]);
}

/** The answers to these requests, by path and status. */
async function ask(from: ExchangeIdentity, requests: readonly unknown[]) {
  const file = await registry.mustAnswer(await fileOf(from, requests));
  const source = async function* () {
    yield file;
  };
  const verified = await verifyExchange(source, from);
  if (!verified.ok) throw new Error(verified.error.code);
  const answers: ExchangeAnswer[] = [];
  for await (const { part, lines } of readExchange(source, from))
    if (part === 'answers') answers.push(...lines.map((line) => ExchangeAnswer.parse(JSON.parse(line))));
  return answers;
}
const codes = (answers: readonly ExchangeAnswer[]) =>
  answers.map(({ path, status, body }) => [path, status, (body as { code?: string } | null)?.code]);

describe('the requests of a file', () => {
  it('reach no route but those of a counter computer', async () => {
    const asked = ['/v1/openapi.json', '/v1/inquiries/open', '/v1/papers?kind=x', '/v1/identity', '/etc/passwd'];
    const answers = await ask(
      device,
      asked.map((path) => ({ method: 'GET', path })),
    );
    expect(codes(answers)).toEqual(asked.map((path) => [path, 404, 'NOT_FOUND']));
  });

  it('are answered one by one: nonsense is refused by itself and the next is carried out', async () => {
    const lease = { kind: 'household-number', count: 10, requestId: uuidv7() };
    const answers = await ask(device, [
      { method: 'POST', path: '/v1/events', body: { events: 'many' } },
      { method: 'POST', path: '/v1/leases', body: { ...lease, count: -1 } },
      { method: 'POST', path: '/v1/leases', body: lease },
      { method: 'GET', path: '/v1/changes?cursor=99999999&limit=10' },
    ]);
    expect(codes(answers).map(([, ...rest]) => rest)).toEqual([
      [400, 'BODY_INVALID'],
      [400, 'BODY_INVALID'],
      [200, undefined],
      [409, 'CURSOR_INVALID'],
    ]);
    expect((await ask(device, [{ method: 'POST', path: '/v1/leases', body: lease }]))[0]?.body).toEqual(
      answers[2]?.body,
    );
  });

  it('are carried out for the device that signed them and nobody else', async () => {
    const other = await newStation();
    await ask(other, [enrolment(other)]);
    const event = { eventId: uuidv7(), deviceId: other.party.id, stationCode, seq: 1 };
    const hashes = { prevHash: '0'.repeat(64), hash: '0'.repeat(64) };
    const answers = await ask(device, [
      { method: 'POST', path: '/v1/events', body: { events: [{ ...event, ...hashes }] } },
    ]);
    expect(codes(answers)).toEqual([['/v1/events', 403, 'SCOPE_REFUSED']]);
  });
});

describe('a file of somebody the registry does not know', () => {
  const refusal = async (from: ExchangeIdentity, requests: readonly unknown[]) =>
    (await registry.answer(await fileOf(from, requests))).done;

  it('is not carried out unless it asks to be enrolled with the key that signed it', async () => {
    const stranger = await newStation();
    const changes = { method: 'GET', path: '/v1/changes?cursor=0&limit=10' };
    expect(await refusal(stranger, [changes])).toMatchObject({
      error: { code: 'EXCHANGE_REFUSED', details: { reason: 'DEVICE_UNKNOWN' } },
    });
    expect(await refusal(stranger, [enrolment(device), changes])).toMatchObject({
      error: { code: 'EXCHANGE_OTHER_SENDER' },
    });
    expect(await findDevice(registry.database, stranger.party.id)).toBeNull();
  });

  it('is not taken for that of a known computer by its id', async () => {
    const forger = await newStation();
    const forged = await identityOf(device.party, forger.signKey);
    expect(await refusal(forged, [])).toMatchObject({ error: { code: 'EXCHANGE_OTHER_SENDER' } });
  });

  it('is no file of requests when it is an answer, or holds something else than requests', async () => {
    expect(await refusal(device, [{ nonsense: true }])).toMatchObject({ error: { code: 'EXCHANGE_NOT_A_FILE' } });
  });
});
