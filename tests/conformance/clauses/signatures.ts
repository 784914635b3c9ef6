import { generateKeyPair } from 'jose';
import { uuidv7 } from 'uuidv7';
import { EnrolAnswer, HealthAnswer, RegistryError } from '../../../shared/contract/registry.ts';
import type { Forgery } from '../../fixtures/registry-device.ts';
import { type City, readSnapshot } from '../city.ts';
import { type Clause, equal, hold, refused } from '../clause.ts';
import type { KitDevice } from '../kit-device.ts';
import { enrolmentOf } from './ground-rules.ts';

const path = '/v1/anchors';
const nowSeconds = () => Math.floor(Date.now() / 1000);

/** Every path but those the protocol calls open. */
const signedPaths: readonly (readonly ['GET' | 'POST', string])[] = [
  ['GET', '/v1/devices/self?afterSeq=0'],
  ['POST', '/v1/events'],
  ['GET', '/v1/changes?cursor=0'],
  ['GET', '/v1/snapshot'],
  ['POST', '/v1/leases'],
  ['POST', '/v1/inquiries'],
  ['GET', '/v1/inquiries/answers?cursor=0'],
  ['GET', '/v1/inquiries/open'],
  ['POST', `/v1/inquiries/${uuidv7()}/answer`],
  ['GET', '/v1/papers'],
  ['POST', '/v1/keys'],
  ['GET', '/v1/packs'],
  ['GET', '/v1/packs/a/1'],
  ['GET', '/v1/anchors'],
  ['POST', '/v1/anchors'],
];

async function detailOf({ a }: City, forgery: Forgery): Promise<string> {
  const answer = await a.signed('GET', path, undefined, forgery);
  if (answer.status === 200) return 'taken';
  const { code, detail } = RegistryError.parse(await answer.json());
  return code === 'SIGNATURE_INVALID' ? (detail ?? '') : code;
}

async function forged(city: City, what: string, forgery: Forgery): Promise<void> {
  await refused(what, city.a.signed('GET', path, undefined, forgery), '401 SIGNATURE_INVALID');
}

/** How devices become known. */
export const enrolment: readonly Clause[] = [
  {
    id: 'P25',
    says: 'a device enrols with a code, its UUID and its public key',
    check: async (city) => {
      const asked = await enrolmentOf(city);
      const answer = await city.a.plain('POST', '/v1/devices', asked);
      const { deviceId, stationCode } = EnrolAnswer.parse(await answer.json());
      equal('the answer', { ...asked, deviceId, stationCode }, asked);
    },
  },
  {
    id: 'P26',
    says: 'the same device may ask again with the same key, without regard to the code',
    check: async ({ a }) => {
      await refused('a known device with a wrong code', a.askToEnrol(uuidv7()), '200');
      const both = await Promise.all([a.askToEnrol('x'.repeat(9)), a.askToEnrol('y'.repeat(9))]);
      equal(
        'twice at the same moment',
        both.map(({ status }) => status),
        [200, 200],
      );
    },
  },
  {
    id: 'P27',
    says: 'the code decides what the device reads: its station’s part or the whole city',
    needs: ['city-code'],
    check: async ({ a, b, wholeCity }) => {
      if (!wholeCity) return;
      const ids = async (device: KitDevice) => (await readSnapshot(device)).records.map(({ id }) => id);
      const [all, ofA, ofB] = [new Set(await ids(wholeCity)), await ids(a), await ids(b)];
      const missing = [...ofA, ...ofB].filter((id) => !all.has(id));
      equal('records of the two stations that the whole city lacks', missing, []);
      hold('one station’s part', ofA.length < all.size, 'less than the whole city', [ofA.length, all.size]);
    },
  },
  {
    id: 'P28',
    says: 'health is open and tells the registry’s time and the protocol’s version',
    check: async ({ a }) => {
      const { serverTime } = HealthAnswer.parse(await (await a.plain('GET', '/v1/health')).json());
      const offMs = Math.abs(Date.now() - Date.parse(serverTime));
      hold('its clock', offMs < 300_000, 'within 300 s of this computer’s', serverTime);
    },
  },
];

/** How a request shows who sent it. */
export const signatures: readonly Clause[] = [
  {
    id: 'P29',
    says: 'every other request carries a signature',
    check: async ({ a }) => {
      for (const [method, each] of signedPaths)
        await refused(
          `${method} ${each}`,
          a.plain(method, each, method === 'POST' ? {} : undefined),
          '401 SIGNATURE_INVALID',
        );
      for (const authorization of ['', 'Bearer x', 'LuohuJWS', 'LuohuJWS x', 'LuohuJWS a b', 'LuohuJWS ..'])
        await refused(
          `authorization: ${authorization}`,
          a.signed('GET', path, undefined, { authorization }),
          '401 SIGNATURE_INVALID',
        );
    },
  },
  {
    id: 'P30',
    says: 'the protected header names EdDSA and the device, whose key signed',
    check: async (city) => {
      const { privateKey } = await generateKeyPair('EdDSA');
      await forged(city, 'the signature of another key', { key: privateKey });
      await forged(city, 'another member in the header', { header: { more: 1 } });
      await forged(city, 'the name of another device', { header: { kid: city.b.deviceId } });
      for (const alg of ['none', 'HS256', 'ES256']) {
        const header = Buffer.from(JSON.stringify({ alg, kid: city.a.deviceId })).toString('base64url');
        await forged(city, `alg ${alg}`, { authorization: `LuohuJWS ${header}.e30.c2ln` });
      }
    },
  },
  {
    id: 'P31',
    says: 'the payload says method, path with query, and hash of the body; `detail` names what differs',
    check: async (city) => {
      const wrong = {
        method: { method: 'POST' },
        path: { path: `${path}?more=1` },
        bodySha256: { bodySha256: '0'.repeat(64) },
        signature: { more: 1 },
      };
      for (const [detail, proof] of Object.entries(wrong))
        equal(`a wrong ${detail}`, await detailOf(city, { proof }), detail);
      for (const member of ['method', 'path', 'bodySha256', 'iat', 'jti'])
        equal(`no ${member}`, await detailOf(city, { proof: { [member]: undefined } }), 'signature');
    },
  },
  {
    id: 'P32',
    says: 'the hash is of the bytes sent, of none without a body',
    check: async ({ a }) => {
      const body = '{"count" : 1,\n"hash":"'.concat('a'.repeat(64), '"}');
      await refused('a body with spaces', a.signed('POST', path, body), '200');
      const authorization = await a.authorization('POST', path, body);
      const other = a.signed('POST', path, body.replace(' :', ':'), { authorization });
      await refused('the same JSON in other bytes', other, '401 SIGNATURE_INVALID');
    },
  },
  {
    id: 'P33',
    says: '`iat` may differ by 300 s; `detail` says `iat` when it does by more',
    check: async (city) => {
      for (const off of [-280, 280])
        equal(`${off} s`, await detailOf(city, { proof: { iat: nowSeconds() + off } }), 'taken');
      for (const off of [-320, 320, 1e9])
        equal(`${off} s`, await detailOf(city, { proof: { iat: nowSeconds() + off } }), 'iat');
    },
  },
  {
    id: 'P34',
    says: 'a `jti` is taken once',
    check: async (city) => {
      const jti = uuidv7();
      equal('the first time', await detailOf(city, { proof: { jti } }), 'taken');
      equal(
        'in another request',
        await detailOf(city, { proof: { jti, iat: nowSeconds() - 5 } }),
        'SIGNATURE_REPLAYED',
      );
      const proof = { jti: uuidv7() };
      const words = await Promise.all([1, 2, 3].map(() => detailOf(city, { proof })));
      equal('three at the same moment', words.sort(), ['SIGNATURE_REPLAYED', 'SIGNATURE_REPLAYED', 'taken']);
    },
  },
];
