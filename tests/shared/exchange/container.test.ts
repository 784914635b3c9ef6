import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { ExchangeHead } from '../../../shared/exchange/format.ts';
import { type ExchangeIdentity, identityOf } from '../../../shared/exchange/identity.ts';
import { peekExchange, readExchange, verifyExchange } from '../../../shared/exchange/open-exchange.ts';
import { sealExchange } from '../../../shared/exchange/seal-exchange.ts';
import { newExchangeParty } from '../../fixtures/exchange.ts';

const station = await newExchangeParty('station');
const registry = await newExchangeParty('registry');

const about: Pick<ExchangeHead, 'kind' | 'fileId' | 'sequence' | 'follows' | 'answers' | 'createdAt'> = {
  kind: 'requests',
  fileId: uuidv7(),
  sequence: 1,
  follows: 0,
  answers: null,
  createdAt: '2026-11-23T01:30:00.000Z',
};
/** Three blocks of lines that do not pack to nothing, and a part without any. */
const manyLines = Array.from({ length: 9000 }, (_, at) =>
  JSON.stringify({ at, text: `${Math.sin(at)} 落户 `.repeat(3) }),
);

async function fileOf(identity: ExchangeIdentity, to: ExchangeIdentity): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const { role, id, agreementKey } = to.party;
  const parts = [
    { name: 'requests', lines: manyLines },
    { name: 'nothing', lines: [] },
  ];
  for await (const piece of sealExchange({ identity, to: { role, id, agreementKey }, about, parts }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}
/** In pieces that end anywhere, as a disk gives them. */
const sourceOf = (file: Uint8Array) =>
  async function* () {
    for (let at = 0; at < file.byteLength; at += 5000) yield file.subarray(at, at + 5000);
  };
const codeOf = async (file: Uint8Array, own = registry) => {
  const answer = await verifyExchange(sourceOf(file), own);
  return answer.ok ? 'ok' : answer.error.code;
};
const file = await fileOf(station, registry);

describe('an exchange file', () => {
  it('brings every line to the one it is for, with who made it', async () => {
    const verified = await verifyExchange(sourceOf(file), registry);
    if (!verified.ok) throw new Error(verified.error.code);
    expect(verified.value.head.from).toEqual(station.party);
    expect(verified.value.manifest.parts.map(({ name, lines }) => [name, lines])).toEqual([
      ['requests', manyLines.length],
      ['nothing', 0],
    ]);
    const read: string[] = [];
    for await (const { lines } of readExchange(sourceOf(file), registry)) read.push(...lines);
    expect(read).toEqual(manyLines);
  });

  it('names its algorithms and shows nothing but its recipient from outside', () => {
    const [magic, head = ''] = Buffer.from(file).toString('latin1').split('\n');
    expect(magic).toBe('LUOHU-EXCHANGE-1');
    const outside = JSON.parse(Buffer.from(head.split('.')[0] ?? '', 'base64url').toString());
    expect(outside).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', kid: registry.party.id });
    expect(Buffer.from(file).includes('落户')).toBe(false);
  });

  it('is refused wherever one byte of it is altered', async () => {
    const places = [3, 20, 60, 400, 900, 1100, Math.floor(file.byteLength / 2), file.byteLength - 1];
    for (const at of [...places, ...Array.from({ length: 25 }, (_, n) => Math.floor((n / 25) * file.byteLength))]) {
      const altered = Buffer.from(file);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await codeOf(altered), `byte ${at}`).toMatch(/^EXCHANGE_/);
    }
    const middle = Buffer.from(file);
    const at = Math.floor(file.byteLength / 2);
    middle[at] = (middle[at] ?? 0) ^ 1;
    expect(await codeOf(middle)).toBe('EXCHANGE_ALTERED');
  });

  it('is refused as incomplete wherever it is cut, also between two blocks', async () => {
    const afterHead = Buffer.from(file).indexOf(10, 20) + 1;
    const firstBlock = new DataView(file.buffer, file.byteOffset).getUint32(afterHead);
    for (const length of [5, 100, afterHead, afterHead + 2, afterHead + 4 + firstBlock, file.byteLength - 1])
      expect(await codeOf(file.subarray(0, length)), `${length} bytes`).toBe('EXCHANGE_CUT');
    expect(await codeOf(Buffer.concat([file, Buffer.from('x')]))).toBe('EXCHANGE_ALTERED');
  });

  it('is refused by everybody it is not for, and after its recipient changed the key', async () => {
    const other = await newExchangeParty('registry');
    expect(await codeOf(file, other)).toBe('EXCHANGE_OTHER_RECIPIENT');
    const renewed = await identityOf(registry.party, (await newExchangeParty('registry')).signKey);
    expect(await codeOf(file, renewed)).toBe('EXCHANGE_WRONG_KEY');
    expect(await codeOf(Buffer.from('no such file at all'), registry)).toBe('EXCHANGE_NOT_A_FILE');
  });

  it('can not be passed off as the file of somebody else', async () => {
    const forger = await newExchangeParty('station');
    const forged = await fileOf(
      { ...forger, party: { ...station.party, agreementKey: forger.party.agreementKey } },
      registry,
    );
    expect((await peekExchange(sourceOf(forged), registry)).ok).toBe(true);
    expect(await codeOf(forged)).toBe('EXCHANGE_ALTERED');
  });
});
