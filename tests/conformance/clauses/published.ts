import { createHash, generateKeyPairSync } from 'node:crypto';
import { PaperAnswer } from '../../../shared/contract/registry-inquiry.ts';
import {
  AuditAnchors,
  DocumentKeys,
  OfferedPacks,
  PackFile,
  RegistryIdentityAnswer,
} from '../../../shared/contract/registry-published.ts';
import { SealKey, sealKeyIdOf } from '../../../shared/document-seal/key-set.ts';
import type { City } from '../city.ts';
import { type Clause, equal, hold, refused } from '../clause.ts';
import { effectOf, inventedPaper } from '../invented.ts';
import type { KitDevice } from '../kit-device.ts';

async function sealKey(station: string, change: Partial<SealKey> = {}): Promise<SealKey> {
  const { kty, crv, x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const bare = SealKey.pick({ kty: true, crv: true, x: true }).parse({ kty, crv, x });
  return SealKey.parse({
    ...{ ...bare, kid: await sealKeyIdOf(bare), alg: 'EdDSA', use: 'sig', station, stationName: '试验派出所' },
    ...{ validFrom: '2026-01-01', validUntil: '2029-01-01', revokedOn: null, ...change },
  });
}

const published = async ({ a }: City) => DocumentKeys.parse(await (await a.plain('GET', '/v1/keys')).json());
const publish = (device: KitDevice, ...keys: object[]) => device.signed('POST', '/v1/keys', { keys });

async function keyOf(city: City, kid: string): Promise<SealKey | undefined> {
  return (await published(city)).keys.keys.find((key) => key.kid === kid);
}

function digestOf(
  { kind, printYear, number }: { kind: string; printYear: number; number: string },
  citizenId: string,
): string {
  return createHash('sha256').update(`${kind}:${printYear}:${number}:${citizenId}`).digest('hex');
}

/** What one registry asks another. */
export const peerRules: readonly Clause[] = [
  {
    id: 'P100',
    says: 'a registry says who it is, to anybody',
    check: async ({ a }) => {
      const ask = async () => RegistryIdentityAnswer.parse(await (await a.plain('GET', '/v1/identity')).json());
      const first = await ask();
      equal('twice', await ask(), first);
    },
  },
  {
    id: 'P101',
    says: 'another registry is told whether a paper stands, by its number and the hashes of its holders, and of other people nothing',
    needs: ['peer'],
    check: async ({ a, trial }) => {
      const { peer } = trial;
      if (!peer) return;
      const paper = inventedPaper(trial.station, { validUntil: '2099-12-20' });
      await a.make([effectOf('migration-paper', paper)]);
      const [holder] = paper.holders;
      const ask = (change: Record<string, string>) => {
        const { kind, printYear, number } = paper;
        const query = new URLSearchParams({ kind, number, printYear: String(printYear), ...change });
        return a.signed('GET', `/v1/papers?${query}`, undefined, { key: peer.key, header: { kid: peer.registryId } });
      };
      const stateOf = async (change: Record<string, string>) => PaperAnswer.parse(await (await ask(change)).json());
      const holders = digestOf(paper, holder?.citizenId ?? '');
      const { state, validUntil } = await stateOf({ holders });
      equal('its own holder', [state, validUntil], ['valid', '2099-12-20']);
      const others = await stateOf({ holders: `${holders},${digestOf(paper, '990000199001010029')}` });
      equal('someone else too', others, { kind: 'paper', state: 'other-holders', issuer: '', validUntil: null });
      equal('another number', (await stateOf({ holders, number: 'K-0' })).state, 'unknown');
      await a.make([effectOf('migration-paper', { ...paper, status: 'used' }, 1)]);
      equal('once it is used', (await stateOf({ holders })).state, 'used');
      await refused('no such question', ask({ holders: 'x' }), '400 BODY_INVALID');
      const feed = a.signed('GET', '/v1/changes?cursor=0', undefined, {
        key: peer.key,
        header: { kid: peer.registryId },
      });
      await refused('anything else', feed, '403 SCOPE_REFUSED');
    },
  },
];

/** Keys, voided numbers, packs and anchors. */
export const publishedRules: readonly Clause[] = [
  {
    id: 'P102',
    says: 'a station makes its keys known, and anybody reads them',
    check: async (city) => {
      const { a, trial } = city;
      const key = await sealKey(trial.station);
      for (const time of ['once', 'again']) await refused(`a key, ${time}`, publish(a, key), '200');
      equal('as it is read', await keyOf(city, key.kid), key);
      await refused('another station’s key', publish(a, await sealKey(trial.otherStation)), '403 SCOPE_REFUSED');
      await refused('a key under another id', publish(a, { ...key, kid: '0'.repeat(16) }), '400 BODY_INVALID');
    },
  },
  {
    id: 'P103',
    says: 'of a known key nothing changes but that it is revoked, once',
    check: async (city) => {
      const { a, trial } = city;
      const key = await sealKey(trial.station);
      const revoked = { ...key, revokedOn: '2026-11-22' };
      for (const each of [key, revoked, revoked]) await refused('a key, then its revocation', publish(a, each), '200');
      const wrong = {
        'taken back': key,
        'on another day': { ...revoked, revokedOn: '2026-11-23' },
        'valid for longer': { ...revoked, validUntil: null },
      };
      for (const [what, each] of Object.entries(wrong))
        await refused(what, publish(a, each), '422 IDEMPOTENCY_MISMATCH');
      equal('as it is read', await keyOf(city, key.kid), revoked);
    },
  },
  {
    id: 'P104',
    says: '`voided` has the numbers that are good no longer, without whose they are and why',
    check: async (city) => {
      const { a, trial } = city;
      const paper = inventedPaper(trial.station);
      const numbered = async () =>
        (await published(city)).voided.documents.filter(({ number }) => number === paper.number);
      await a.make([effectOf('migration-paper', paper)]);
      equal('a paper that stands', await numbered(), []);
      await a.make([effectOf('migration-paper', { ...paper, status: 'void', endReason: '试验作废' }, 1)]);
      const found = await numbered();
      equal(
        'once it is void',
        found.map(({ station, number }) => [station, number]),
        [[trial.station, paper.number]],
      );
      equal(
        'what is told of why',
        found.some(({ reason }) => reason !== undefined),
        false,
      );
    },
  },
  {
    id: 'P105',
    says: 'packs are listed with hash and size, and each is given byte for byte',
    needs: ['packs'],
    check: async ({ a }) => {
      const { packs } = OfferedPacks.parse(await (await a.get('/v1/packs')).json());
      for (const { id, version, sha256, bytes } of packs) {
        const file = Buffer.from(await (await a.get(`/v1/packs/${id}/${version}`)).arrayBuffer());
        equal(`${id} ${version}`, [createHash('sha256').update(file).digest('hex'), file.byteLength], [sha256, bytes]);
        equal('which it is', PackFile.parse(JSON.parse(file.toString())).pack, `${id}@${version}`);
      }
      await refused('one that is not offered', a.signed('GET', '/v1/packs/none/0'), '404 NOT_FOUND');
      await refused('a path out of the folder', a.signed('GET', '/v1/packs/..%2F..%2Fx/1'), '400 BODY_INVALID');
    },
  },
  {
    id: 'P106',
    says: 'the registry keeps every anchor of a computer with its time, and answers its own, the oldest first',
    check: async ({ a, a2 }) => {
      const all = async (device: KitDevice) =>
        AuditAnchors.parse(await (await device.get('/v1/anchors')).json()).anchors;
      const known = (await all(a)).reduce((highest, { count }) => Math.max(highest, count), 0);
      const heads = ['a', 'a', 'b', 'c'].map((letter, index) => ({
        count: known + (index < 2 ? 1 : index),
        hash: letter.repeat(64),
      }));
      for (const head of heads) await a.post('/v1/anchors', head);
      const kept = await all(a);
      const expected = heads.slice(1).map(({ count, hash }) => [count, hash]);
      equal(
        'three of four, as two are the same',
        kept.slice(-3).map(({ count, hash }) => [count, hash]),
        expected,
      );
      const times = kept.map(({ anchoredAt }) => anchoredAt);
      equal('their order', times, [...times].sort());
      equal('whose', [...new Set(kept.map(({ deviceId }) => deviceId))], [a.deviceId]);
      const strange = (await all(a2)).filter(({ deviceId }) => deviceId !== a2.deviceId);
      hold('another computer’s', strange.length === 0, 'none of them', strange[0]);
    },
  },
];
