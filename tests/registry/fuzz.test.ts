import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PushAnswer } from '../../shared/contract/registry.ts';
import { RegisterEvent } from '../../shared/domain/events.ts';
import { home, inSnapshotOrder, stationA, stationB } from '../fixtures/register-records.ts';
import { hashOf } from '../fixtures/registry-device.ts';
import {
  changedAt,
  endpoints,
  isEndpoint,
  makeSeeds,
  newcomer,
  placesIn,
  type Seed,
  signerOf,
  strange,
} from './fuzz/requests.ts';
import { staysSound } from './fuzz/stays-sound.ts';
import { codeOf, FuzzTrial } from './fuzz/trial.ts';

describe('whatever comes to a registry', { timeout: 60_000 }, () => {
  const first = home(stationA, 1);
  const second = home(stationB, 1);
  let trial: FuzzTrial;
  let seeds: Seed[];

  beforeAll(async () => {
    trial = await FuzzTrial.start(inSnapshotOrder([...first.records, ...second.records]));
    seeds = await makeSeeds();
  }, 60_000);
  afterAll(() => trial?.stop());
  const { nothingChanged } = staysSound(() => trial);
  const push = (body: string) => trial.send({ method: 'POST', path: '/v1/events', body, by: trial.a });

  it('in place of a member of a body is refused, and nothing changes', async () => {
    const cases = fc.tuple(fc.nat(), fc.nat(), strange);
    await fc.assert(
      fc.asyncProperty(cases, async ([which, where, value]) => {
        const seed = seeds[which % seeds.length];
        if (!seed) return;
        const places = placesIn(seed.body);
        const body = changedAt(seed.body, places[where % places.length] ?? [], value);
        const text = JSON.stringify(body) ?? '';
        fc.pre(text === '' || !seed.takes(JSON.parse(text)));
        codeOf(await trial.send({ method: 'POST', path: seed.path, body: text, by: signerOf(trial, seed.by) }));
      }),
      { numRuns: 150 },
    );
    await nothingChanged();
  });

  it('as a member nobody knows, also under the names of prototypes, is refused', async () => {
    const names = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'then', 'toJSON', '', 'more');
    await fc.assert(
      fc.asyncProperty(fc.nat(), names, async (which, name) => {
        const seed = seeds[which % seeds.length];
        if (!seed) return;
        const body = JSON.stringify(seed.body).replace('{', `{${JSON.stringify(name)}:{"count":1},`);
        const answer = await trial.send({ method: 'POST', path: seed.path, body, by: signerOf(trial, seed.by) });
        expect(codeOf(answer)).toBe('BODY_INVALID');
      }),
      { numRuns: 60 },
    );
    await nothingChanged();
  });

  it('as a member that stands twice counts as the last one says', async () => {
    for (const { path, by, body } of seeds) {
      const [name] = Object.keys(body);
      const twice = JSON.stringify(body).replace(/\}$/, `,${JSON.stringify(name)}:[]}`);
      const answer = await trial.send({ method: 'POST', path, body: twice, by: signerOf(trial, by) });
      expect(codeOf(answer)).toBe('BODY_INVALID');
    }
    await nothingChanged();
  });

  it('as bytes that are no JSON in UTF-8 is refused', async () => {
    const noise = fc.uint8Array({ minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), noise, fc.boolean(), async (which, where, bytes, isCut) => {
        const seed = seeds[which % seeds.length];
        if (!seed) return;
        const whole = Buffer.from(JSON.stringify(seed.body));
        const at = where % whole.length;
        const body = Buffer.concat([
          whole.subarray(0, at),
          isCut ? Buffer.alloc(0) : Buffer.from(bytes),
          Buffer.from([0xc3, 0x28]),
          isCut ? Buffer.alloc(0) : whole.subarray(at),
        ]);
        const answer = await trial.send({ method: 'POST', path: seed.path, body, by: signerOf(trial, seed.by) });
        expect(codeOf(answer)).toBe('BODY_INVALID');
      }),
      { numRuns: 80 },
    );
    await nothingChanged();
  });

  it('as a huge, deep or packed body is refused, and takes no more of the computer than its bytes', async () => {
    const nested = (levels: number) => `{"events":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    const zeros = `{"events":[${'0,'.repeat(3_900_000)}0]}`;
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, 32));
    const memory = process.memoryUsage().rss;
    for (const body of [nested(1_000_000), zeros, '['.repeat(4_000_000), `{"events":[${'{},'.repeat(99)}{}]}`])
      expect(codeOf(await push(body))).toBe('BODY_INVALID');
    for (const encoding of ['gzip', 'deflate', 'br', 'x'])
      expect(
        codeOf(
          await trial.send({
            method: 'POST',
            path: '/v1/events',
            body: bomb,
            by: trial.a,
            headers: { 'content-encoding': encoding },
          }),
        ),
      ).toBe('BODY_INVALID');
    const long = await trial.send({ method: 'POST', path: '/v1/devices', body: Buffer.alloc(8.1 * 1024 * 1024, 32) });
    expect([long.status, codeOf(long)]).toEqual([413, 'BODY_INVALID']);
    expect(process.memoryUsage().rss - memory).toBeLessThan(600 * 1024 * 1024);
    await nothingChanged();
  });

  it('as a cursor is a place of the feed or refused', async () => {
    const numbers = fc.constantFrom(
      '-1',
      'NaN',
      'Infinity',
      '1e300',
      '1.5',
      '9007199254740993',
      '0x',
      '٣',
      '1,2',
      'null',
      "1'--",
      '1&cursor=2&cursor=3',
    );
    const paths = fc.constantFrom(
      '/v1/changes?cursor=',
      '/v1/devices/self?afterSeq=',
      '/v1/inquiries/answers?cursor=',
      '/v1/changes?cursor=0&limit=',
    );
    const value = fc.oneof(
      numbers,
      fc
        .string()
        .filter(
          (text) =>
            !text.includes('&') &&
            !/^\s*(?:\d+|0x[\da-f]+|0b[01]+|0o[0-7]+)?\s*$/i.test(text) &&
            Number.isNaN(Number(text)),
        ),
    );
    await fc.assert(
      fc.asyncProperty(paths, value, async (path, cursor) => {
        const asked = `${path}${cursor.includes('&') ? cursor : encodeURIComponent(cursor)}`;
        expect(codeOf(await trial.send({ method: 'GET', path: asked, by: trial.a }))).toBe('BODY_INVALID');
      }),
      { numRuns: 80 },
    );
    for (const cursor of [999_999, Number.MAX_SAFE_INTEGER])
      for (const path of ['/v1/changes', '/v1/inquiries/answers'])
        expect(codeOf(await trial.send({ method: 'GET', path: `${path}?cursor=${cursor}`, by: trial.a }))).toBe(
          'CURSOR_INVALID',
        );
    await nothingChanged();
  });

  it('under another method, path or content type is refused', async () => {
    const methods = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY');
    const endings = fc.constantFrom(
      '',
      '/',
      '/x',
      '%00',
      '%2f..',
      '%zz',
      ';a=b',
      '//',
      '?__proto__=1',
      '#x',
      '?'.padEnd(9000, 'x'),
    );
    const types = fc.constantFrom(
      'text/plain',
      'application/xml',
      'multipart/form-data',
      'application/json;',
      'a',
      'application/jsonp',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), methods, endings, types, async (which, method, ending, type) => {
        const [, path] = endpoints[which % endpoints.length] ?? ['GET', '/'];
        fc.pre(!isEndpoint(method, path) || !/^(?:\?.*|#x|)$/.test(ending));
        const body = method === 'GET' ? '' : '{}';
        codeOf(await trial.send({ method, path: path + ending, body, headers: { 'content-type': type }, by: trial.a }));
      }),
      { numRuns: 150 },
    );
    await nothingChanged();
  });

  it('in an event leaves no trace but the refused event itself, and the chain goes on', async () => {
    const envelope = ['eventId', 'deviceId', 'stationCode', 'seq', 'prevHash', 'hash'];
    const spoiltEvents = fc.tuple(fc.nat(), strange, fc.boolean());
    const answered = async ([where, value, isHashed]: [number, unknown, boolean]) => {
      const event = trial.a.event(newcomer());
      const places = placesIn(event).filter(([step]) => step !== undefined && !envelope.includes(step));
      const { hash: _, ...changed } = changedAt(event, places[where % places.length] ?? [], value) as typeof event;
      const sent: object = JSON.parse(JSON.stringify(changed));
      trial.a.rewind(isHashed ? { ...event, seq: event.seq + 1, prevHash: hashOf(sent) } : event);
      const text = JSON.stringify({ events: [{ ...sent, hash: isHashed ? hashOf(sent) : 'f'.repeat(64) }] });
      const { status, text: answer } = await push(text);
      const [outcome] = PushAnswer.parse(JSON.parse(answer)).outcomes;
      return { status, outcome, isRight: RegisterEvent.safeParse({ ...sent, hash: hashOf(sent) }).success };
    };
    await fc.assert(
      fc.asyncProperty(spoiltEvents, async ([where, value, isHashed]) => {
        const made = await countMade(trial);
        const { status, outcome, isRight } = await answered([where, value, isHashed]);
        expect(status).toBe(200);
        if (outcome?.outcome !== 'confirmed') expect(await countMade(trial)).toBe(made);
        if (!isHashed) expect(outcome).toMatchObject({ outcome: 'rejected', reason: 'hash' });
        else if (!isRight) expect(outcome).toMatchObject({ outcome: 'rejected', reason: 'body' });
      }),
      { numRuns: 80 },
    );
    const proper = trial.a.event(newcomer());
    const text = JSON.stringify(proper).replace('"facts":{', '"facts":{"reasons":{"__proto__":"x"},');
    const { hash: _, ...hidden } = JSON.parse(text);
    trial.a.rewind({ ...proper, seq: proper.seq + 1, prevHash: hashOf(hidden) });
    const [outcome] = await trial.a.push({ ...hidden, hash: hashOf(hidden) });
    expect(outcome).toMatchObject({ outcome: 'rejected', reason: 'body' });
    const [next] = await trial.a.push(trial.a.event(newcomer()));
    expect(next).toMatchObject({ outcome: 'confirmed' });
  });
});

/** Records, and lines of the feed. */
async function countMade({ database }: FuzzTrial): Promise<number> {
  const sql = 'SELECT ((SELECT count(*) FROM records) + (SELECT count(*) FROM feed))::float8 AS made';
  return (await database.query<{ made: number }>(sql))[0]?.made ?? 0;
}
