import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asks, inquiry } from '../../fixtures/inquiry-registry.ts';
import { home, inSnapshotOrder, stationA, stationB } from '../../fixtures/register-records.ts';
import { endpoints, newcomer, strange } from './requests.ts';
import { staysSound } from './stays-sound.ts';
import { codeOf, FuzzTrial } from './trial.ts';

describe('whoever asks a registry', { timeout: 60_000 }, () => {
  let trial: FuzzTrial;
  beforeAll(async () => {
    const homes = [home(stationA, 1), home(stationB, 1)];
    trial = await FuzzTrial.start(inSnapshotOrder(homes.flatMap(({ records }) => records)));
  }, 60_000);
  afterAll(() => trial?.stop());
  const { nothingChanged } = staysSound(() => trial);

  it('with a signature that is forged anywhere is refused', async () => {
    const path = '/v1/anchors';
    const body = JSON.stringify({ count: 1, hash: 'a'.repeat(64) });
    const whole = await trial.a.authorization('POST', path, body);
    const edits = fc.tuple(
      fc.nat(),
      fc.oneof(fc.constantFrom('', '.', ' ', '=', 'A', '-'), fc.string({ maxLength: 4 })),
    );
    await fc.assert(
      fc.asyncProperty(edits, async ([where, text]) => {
        const at = where % whole.length;
        const authorization = whole.slice(0, at) + text.replace(/[^\x20-\x7e]/g, '~') + whole.slice(at + 1);
        fc.pre(authorization.trim() !== whole && !isSameSignature(authorization, whole));
        const answer = await trial.send({ method: 'POST', path, body, by: trial.a, forgery: { authorization } });
        expect(['SIGNATURE_INVALID', 'DEVICE_UNKNOWN']).toContain(codeOf(answer));
      }),
      { numRuns: 150 },
    );
    const members = fc.constantFrom('method', 'path', 'bodySha256', 'iat', 'jti', 'more', '__proto__');
    await fc.assert(
      fc.asyncProperty(members, strange, async (member, value) => {
        const proof = Object.fromEntries([[member, value]]);
        fc.pre(value !== undefined || !['more', '__proto__'].includes(member));
        const answer = await trial.send({ method: 'GET', path, by: trial.a, forgery: { proof } });
        fc.pre(answer.status !== 431);
        expect(codeOf(answer)).toMatch(/SIGNATURE_INVALID|BODY_INVALID/);
      }),
      { numRuns: 80 },
    );
    await nothingChanged();
  });

  it('a second time is refused, wherever it is sent', async () => {
    const authorization = await trial.a.authorization('GET', '/v1/anchors', '');
    const again = (path: string) => trial.send({ method: 'GET', path, by: trial.a, forgery: { authorization } });
    expect((await again('/v1/anchors')).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 20 }, () => again('/v1/anchors')));
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['SIGNATURE_REPLAYED']));
    for (const [, path] of endpoints.filter(([method]) => method === 'GET').slice(1, 6))
      expect(codeOf(await again(path))).toBe('SIGNATURE_INVALID');
    await nothingChanged();
  });

  it('from a device of another scope is refused', async () => {
    const { a, b, office } = trial;
    for (const [method, path] of endpoints) {
      const isOpen =
        ['/v1/health', '/v1/identity', '/v1/openapi.json', '/v1/devices'].includes(path) ||
        (method === 'GET' && path === '/v1/keys');
      const body = method === 'POST' ? '{}' : '';
      const isOffices = path.startsWith('/v1/inquiries/') && !path.includes('answers');
      if (!isOpen && !isOffices)
        expect(codeOf(await trial.send({ method, path, body, by: office }))).toBe('SCOPE_REFUSED');
      if (isOffices || path === '/v1/papers')
        expect(codeOf(await trial.send({ method, path, body, by: a }))).toBe('SCOPE_REFUSED');
    }
    const foreign = a.event(newcomer());
    a.rewind(foreign);
    const body = JSON.stringify({ events: [foreign] });
    expect(codeOf(await trial.send({ method: 'POST', path: '/v1/events', body, by: b }))).toBe('SCOPE_REFUSED');
    const asked = inquiry(asks.verification, { stationCode: stationB });
    expect(
      codeOf(await trial.send({ method: 'POST', path: '/v1/inquiries', body: JSON.stringify(asked), by: a })),
    ).toBe('SCOPE_REFUSED');
    await nothingChanged();
  });
});

/** Base64 writes the same bytes in more than one way. */
function isSameSignature(one: string, other: string): boolean {
  const [partsOfOne, partsOfOther] = [one.split('.'), other.split('.')];
  const bytesOf = (parts: string[]) => Buffer.from(parts[2] ?? '', 'base64url').toString('hex');
  const isSameText = partsOfOne.slice(0, 2).join('.') === partsOfOther.slice(0, 2).join('.');
  return isSameText && bytesOf(partsOfOne) === bytesOf(partsOfOther);
}
