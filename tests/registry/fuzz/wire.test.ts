import { createConnection, type Socket } from 'node:net';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inquiriesPerCase } from '../../../shared/contract/registry-inquiry.ts';
import { DocumentKeys } from '../../../shared/contract/registry-published.ts';
import { sealKeyIdOf } from '../../../shared/document-seal/key-set.ts';
import { asks, inquiry } from '../../fixtures/inquiry-registry.ts';
import { hasPostgres } from '../../fixtures/postgres.ts';
import { address, home, inSnapshotOrder, recordOf, stationA, stationB } from '../../fixtures/register-records.ts';
import { TestDevice } from '../../fixtures/registry-device.ts';
import { staysSound } from './stays-sound.ts';
import { codeOf, FuzzTrial, pause } from './trial.ts';

const host = 'host: registry\r\n';
const health = `GET /v1/health HTTP/1.1\r\n${host}\r\n`;
const last = `GET /v1/health HTTP/1.1\r\n${host}connection: close\r\n\r\n`;
const json = 'content-type: application/json\r\n';

/** The answers in what came over one line. */
function answersIn(text: string): { status: number; body: string }[] {
  return text
    .split(/(?=HTTP\/1\.1 \d{3} )/)
    .filter((each) => each.startsWith('HTTP/1.1'))
    .map((each) => ({ status: Number(each.slice(9, 12)), body: each.split('\r\n\r\n').slice(1).join('\r\n\r\n') }));
}

describe('a line to a registry', { timeout: 60_000 }, () => {
  let trial: FuzzTrial;
  beforeAll(async () => {
    const homes = [home(stationA, 1), home(stationB, 1)];
    trial = await FuzzTrial.start(inSnapshotOrder(homes.flatMap(({ records }) => records)));
  }, 60_000);
  afterAll(() => trial?.stop());
  const { nothingChanged } = staysSound(() => trial);

  it('may carry anything: what is not HTTP is refused or cut off, and nothing changes', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        'GET / HTTP/9.9\r\n\r\n',
        'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
        '\x16\x03\x01\x02\0',
        '\r\n\r\n\r\n',
      ),
      fc.constantFrom(`GET http://elsewhere/v1/x HTTP/1.1\r\n${host}\r\n`, `CONNECT a:1 HTTP/1.1\r\n${host}\r\n`),
      fc.constantFrom(
        `GET /v1/x HTTP/1.1\r\n${host}x: ${'y'.repeat(70_000)}\r\n\r\n`,
        `GET /v1/x\0 HTTP/1.1\r\n${host}\r\n`,
      ),
      fc.constantFrom(`POST /v1/events HTTP/1.1\r\n${host}${json}expect: wonders\r\ncontent-length: 2\r\n\r\n{}`),
      fc.constantFrom(`POST /v1/events HTTP/1.1\r\n${host}${json}content-length: -1\r\n\r\n{}`),
      fc.constantFrom(`POST /v1/events HTTP/1.1\r\n${host}${json}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`),
      fc.constantFrom(
        `POST /v1/events HTTP/1.1\r\n${host}${json}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET`,
      ),
      fc.constantFrom(
        `POST /v1/events HTTP/1.1\r\n${host}${json}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
      ),
      fc.constantFrom(
        `POST /v1/events HTTP/1.1\r\n${host}${json}transfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n`,
      ),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(line, async (sent) => {
        const text = await trial.raw([Buffer.from(sent, 'latin1')], { waitMs: 40 });
        for (const answer of answersIn(text)) codeOf({ status: answer.status, text: answer.body });
        expect(text === '' || text.startsWith('HTTP/1.1 4')).toBe(true);
      }),
      { numRuns: 40 },
    );
    await nothingChanged();
  });

  it('may break off anywhere in a request, and nothing changes', async () => {
    const lease = JSON.stringify({ kind: 'paper-number', count: 5, requestId: uuidv7() });
    const authorization = await trial.a.authorization('POST', '/v1/leases', lease);
    const whole = `POST /v1/leases HTTP/1.1\r\n${host}${json}authorization: ${authorization}\r\nconnection: close\r\ncontent-length: ${lease.length}\r\n\r\n${lease}`;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        await trial.raw([whole.slice(0, length)], { isHalf: true });
      }),
      { numRuns: 40 },
    );
    await pause(50);
    await nothingChanged();
    expect(answersIn(await trial.raw([whole], { waitMs: 5000 }))[0]?.status).toBe(200);
  });

  it('may carry many requests at once; each is answered in its turn, up to the first that is none', async () => {
    const many = answersIn(await trial.raw([health.repeat(49) + last], { waitMs: 5000 }));
    expect(many.map(({ status }) => status)).toEqual(Array(50).fill(200));
    const wrong = `POST /v1/leases HTTP/1.1\r\n${host}${json}content-length: 2\r\n\r\n{}`;
    const mixed = answersIn(await trial.raw([`${health}${wrong}${health}nonsense\r\n\r\n`], { waitMs: 5000 }));
    for (const { status, body } of mixed.filter((each) => each.status !== 200)) codeOf({ status, text: body });
    await nothingChanged();
  });

  it('may be slow: others are answered meanwhile, and the slow one at its end', async () => {
    const held = Array.from({ length: 100 }, () =>
      trial.raw([`POST /v1/events HTTP/1.1\r\n${host}`], { waitMs: 1500 }),
    );
    const slow = trial.raw(last.split(/(?<=.{6})/s), { gapMs: 15, waitMs: 3000 });
    const times: number[] = [];
    for (let count = 0; count < 10; count += 1) times.push(await trial.healthMs());
    expect(times.sort((one, other) => one - other)[5]).toBeLessThan(1000);
    expect(answersIn(await slow).map(({ status }) => status)).toEqual([200]);
    await Promise.all(held);
    await nothingChanged();
  });

  it('may be dropped in the middle of an answer', async () => {
    for (const path of ['/v1/snapshot', '/v1/changes?cursor=0', '/v1/openapi.json']) {
      const authorization = await trial.a.authorization('GET', path, '');
      await trial.raw([`GET ${path} HTTP/1.1\r\n${host}authorization: ${authorization}\r\n\r\n`], { isHalf: true });
    }
    await nothingChanged();
  });
});

describe.runIf(hasPostgres)('readers of a registry that take nothing', { timeout: 60_000 }, () => {
  let trial: FuzzTrial;

  beforeAll(async () => {
    const aliases = Array.from({ length: 20 }, () => '很长的别名'.repeat(24));
    const places = Array.from({ length: 2500 }, () => recordOf.address(address({ stationCode: null, aliases })));
    trial = await FuzzTrial.start(places);
  }, 60_000);
  afterAll(() => trial?.stop());

  it('keep nobody else waiting', async () => {
    const { hostname: host, port } = new URL(trial.url);
    const readers: Socket[] = [];
    for (let count = 0; count < 12; count += 1) {
      const authorization = await trial.a.authorization('GET', '/v1/snapshot', '');
      const reader = createConnection({ host, port: Number(port) }).on('error', () => {});
      reader.pause().write(`GET /v1/snapshot HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n\r\n`);
      readers.push(reader);
    }
    await pause(2000);
    expect(await trial.healthMs()).toBeLessThan(8000);
    expect((await trial.send({ method: 'GET', path: '/v1/anchors', by: trial.a })).status).toBe(200);
    for (const reader of readers) reader.destroy();
    expect((await trial.send({ method: 'GET', path: '/v1/snapshot', by: trial.b })).status).toBe(200);
  });
});

describe('requests that meet at a registry', { timeout: 60_000 }, () => {
  let trial: FuzzTrial;
  let others: TestDevice[];

  beforeAll(async () => {
    const homes = [home(stationA, 1), home(stationB, 1)];
    trial = await FuzzTrial.start(inSnapshotOrder(homes.flatMap(({ records }) => records)));
    others = [trial.a, trial.b, await TestDevice.enrol(trial.url, stationA, 'fuzz-a')];
  }, 60_000);
  afterAll(() => trial?.stop());

  const post = (by: TestDevice, path: string, body: unknown) =>
    trial.send({ method: 'POST', path, body: JSON.stringify(body), by });
  const wordOf = (answer: { status: number; text: string }) => (answer.status === 200 ? 'taken' : codeOf(answer));

  it('under one lease id, from several devices and of several kinds, are one lease and refusals', async () => {
    for (let round = 0; round < 8; round += 1) {
      const requestId = uuidv7();
      const kinds = ['household-number', 'acceptance-number', 'paper-number'];
      const asked = others.flatMap((by) => kinds.map((kind) => post(by, '/v1/leases', { kind, count: 3, requestId })));
      const words = (await Promise.all(asked)).map(wordOf).sort();
      expect(words).toEqual([...Array(8).fill('IDEMPOTENCY_MISMATCH'), 'taken']);
    }
  });

  it('of one device that enrols several times make it known once, with one use of the code', async () => {
    const uses = async () =>
      (await trial.database.query<{ left: number }>('SELECT sum(uses_left)::float8 AS left FROM enrolment_codes'))[0]
        ?.left;
    for (let round = 0; round < 8; round += 1) {
      const left = (await uses()) ?? 0;
      const { publicKey, deviceId } = {
        publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) },
        deviceId: uuidv7(),
      };
      const body = JSON.stringify({ code: 'fuzz-a', stationCode: stationA, deviceId, deviceName: '窗口', publicKey });
      const asked = Array.from({ length: 6 }, () => trial.send({ method: 'POST', path: '/v1/devices', body }));
      expect((await Promise.all(asked)).map(wordOf)).toEqual(Array(6).fill('taken'));
      expect(await uses()).toBe(left - 1);
    }
  });

  it('that make a key known and revoke it leave it revoked, whichever came first', async () => {
    for (let round = 0; round < 8; round += 1) {
      const bare = { kty: 'OKP', crv: 'Ed25519', x: uuidv7().replaceAll('-', '').padEnd(43, 'B') } as const;
      const named = {
        ...bare,
        kid: await sealKeyIdOf(bare),
        alg: 'EdDSA',
        use: 'sig',
        station: stationA,
        stationName: '所',
      };
      const key = { ...named, validFrom: '2026-01-01', validUntil: null, revokedOn: null };
      const revoked = { ...key, revokedOn: '2026-11-22' };
      const asked = [key, revoked, key, revoked].map((each) => post(trial.a, '/v1/keys', { keys: [each] }));
      const words = (await Promise.all(asked)).map(wordOf);
      expect([words[1], words[3]]).toEqual(['taken', 'taken']);
      const { text } = await trial.send({ method: 'GET', path: '/v1/keys' });
      expect(DocumentKeys.parse(JSON.parse(text)).keys.keys.find(({ kid }) => kid === key.kid)).toEqual(revoked);
    }
  });

  it('of one case in bulk stop at its limit', async () => {
    const caseId = uuidv7();
    const asked = Array.from({ length: inquiriesPerCase + 12 }, () =>
      post(trial.a, '/v1/inquiries', inquiry(asks.verification, { caseId })),
    );
    const words = (await Promise.all(asked)).map(wordOf);
    expect(words.filter((word) => word === 'taken')).toHaveLength(inquiriesPerCase);
    expect(new Set(words)).toEqual(new Set(['taken', 'CASE_LIMIT']));
  });
});
