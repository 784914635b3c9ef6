import { createHash } from 'node:crypto';
import { OfferedCopies } from '../../../shared/contract/registry-copies.ts';
import { type Clause, equal, refused } from '../clause.ts';
import type { KitDevice } from '../kit-device.ts';

const unknown = '0'.repeat(64);

async function answerTo(device: KitDevice): Promise<OfferedCopies> {
  return OfferedCopies.parse(await (await device.get('/v1/copies')).json());
}
const offeredTo = async (device: KitDevice) => (await answerTo(device)).copies;

/** Ready copies for a first fill. */
export const copyRules: readonly Clause[] = [
  {
    id: 'P111',
    says: 'a device is offered the copies of its own scope that belong to this feed, and no other',
    check: async ({ a, b, wholeCity }) => {
      for (const device of [a, b, ...(wholeCity ? [wholeCity] : [])]) {
        const scope = device === wholeCity ? 'city' : device.stationCode;
        const { copies, scope: told } = await answerTo(device);
        equal('what its scope is', told, scope);
        for (const copy of copies) {
          equal('whose it is', copy.scope, scope);
          const mark = copy.mark === null ? '' : `&mark=${copy.mark}`;
          await device.get(`/v1/changes?cursor=${copy.cursor}&limit=1${mark}`);
        }
      }
      const [own] = await offeredTo(a);
      if (own) await refused("another station's", b.signed('GET', `/v1/copies/${own.sha256}`), '404 NOT_FOUND');
    },
  },
  {
    id: 'P112',
    says: 'a copy is given byte for byte, from any byte on',
    needs: ['copies'],
    check: async ({ a }) => {
      for (const { sha256, bytes } of await offeredTo(a)) {
        const fetched = async (from: number) =>
          Buffer.from(await (await a.get(`/v1/copies/${sha256}?from=${from}`)).arrayBuffer());
        const whole = await fetched(0);
        equal('the file', [createHash('sha256').update(whole).digest('hex'), whole.byteLength], [sha256, bytes]);
        const middle = Math.floor(bytes / 2);
        equal('from the middle on', (await fetched(middle)).equals(whole.subarray(middle)), true);
        equal('behind its end', (await fetched(bytes)).byteLength, 0);
      }
      await refused('one that is not offered', a.signed('GET', `/v1/copies/${unknown}`), '404 NOT_FOUND');
      await refused('no hash', a.signed('GET', '/v1/copies/..%2F..%2Fx'), '400 BODY_INVALID');
    },
  },
];
