import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../shared/document-seal/content-hash.ts';
import { testSigner } from '../../fixtures/seals.ts';

const picture = Buffer.from('ffd8ffe0', 'hex');
const uri = `data:image/jpeg;base64,${picture.toString('base64')}`;

describe('the hash of a content', () => {
  it('is SHA-256 over its canonical JSON, which anybody can compute', async () => {
    const expected = createHash('sha256').update('{"a":{"c":2},"b":"王"}').digest('hex');
    expect(await contentHash({ b: '王', a: { c: 2 } })).toBe(expected);
  });

  it('does not count what is empty, nor the seal itself', async () => {
    const seal = await (await testSigner()).seal();
    expect(await contentHash({ name: '王', note: '', more: null, rows: [], seal })).toBe(
      await contentHash({ name: '王' }),
    );
  });

  it('is the same for a picture as bytes and as a data URI, and another for another picture', async () => {
    const asBytes = await contentHash({ photo: new Uint8Array(picture) });
    expect(await contentHash({ photo: uri })).toBe(asBytes);
    expect(await contentHash({ photo: new Uint8Array([1]) })).not.toBe(asBytes);
  });

  it.each([{ name: '李' }, { name: '王', note: 'x' }, { name: '王 ' }, { rows: [{ name: '王' }] }])(
    'is another for %o',
    async (input) => {
      expect(await contentHash(input)).not.toBe(await contentHash({ name: '王' }));
    },
  );
});
