import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkSeal } from '../../../shared/document-seal/check-seal.ts';
import { SealKeySet } from '../../../shared/document-seal/key-set.ts';
import { readSeal } from '../../../shared/document-seal/seal-text.ts';
import { VoidedList, voidedNumbersOf } from '../../../shared/document-seal/voided.ts';
import { keySetOf, type TestSigner, testSigner } from '../../fixtures/seals.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
let signer: TestSigner;
let other: TestSigner;
let seal = '';

beforeAll(async () => {
  [signer, other] = [await testSigner(), await testSigner()];
  seal = await signer.seal();
});

const verdictOf = async (text: string, ...signers: TestSigner[]) =>
  (await checkSeal(text, { keys: keySetOf(...signers) })).verdict;

describe('a seal', () => {
  it('is valid with its key, and says what it says', async () => {
    const check = await checkSeal(seal, { keys: keySetOf(other, signer) });
    expect(check).toMatchObject({
      verdict: 'valid',
      statement: signer.statement(),
      key: { stationName: '示例派出所' },
    });
    expect(check.checked).toEqual(['signature', 'key']);
    expect(check.notChecked).toEqual(['voided', 'content', 'paper']);
  });

  it('fails with any one character altered, at every position', async () => {
    for (let at = 0; at < seal.length; at++) {
      const now = alphabet.indexOf(seal[at] ?? '');
      const altered = seal.slice(0, at) + alphabet[(now + 1 + (at % 31)) % 32] + seal.slice(at + 1);
      expect(altered).not.toBe(seal);
      expect(await verdictOf(altered, signer), `position ${at}`).toMatch(/^(altered|malformed|unknown-key)$/);
    }
  }, 60_000);

  it('has one text only: no other last character stands for the same bytes, whatever the length', async () => {
    for (const number of ['1', '12', '123', '1234', '12345']) {
      const text = await signer.seal({ number });
      const others = [...alphabet].map((last) => text.slice(0, -1) + last).filter((other) => other !== text);
      const verdicts = await Promise.all(others.map((each) => verdictOf(each, signer)));
      expect(verdicts).toHaveLength(31);
      expect(verdicts).not.toContain('valid');
    }
  });

  it('fails in lower case, with a character lost, added or doubled, and with two in the other order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(seal.length - 2),
        fc.constantFrom('lower', 'lost', 'added', 'swapped'),
        async (at, how) => {
          const [before, a = '', b = '', after] = [seal.slice(0, at), seal[at], seal[at + 1], seal.slice(at + 2)];
          const middle = { lower: a.toLowerCase() + b, lost: b, added: `${a}A${b}`, swapped: b + a }[how];
          const altered = before + middle + after;
          if (altered !== seal) expect(await verdictOf(altered, signer)).not.toBe('valid');
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(['', 'LH1:', 'LH2:AAAA', 'https://example.invalid/', '王示例'])('is not found in %j', async (text) => {
    expect(await verdictOf(text, signer)).toBe('malformed');
  });

  it('is malformed when it is cut anywhere', async () => {
    for (let length = 0; length < seal.length; length++) expect(readSeal(seal.slice(0, length))).toBeNull();
  });

  it('may stand between blanks', async () => {
    expect(await verdictOf(` ${seal}\n`, signer)).toBe('valid');
  });

  it('fails with another key', async () => {
    expect(await verdictOf(seal, other)).toBe('unknown-key');
  });

  it('fails with another key that claims its id', async () => {
    const keys = { ...keySetOf(other), keys: [{ ...other.key, kid: signer.key.kid }] };
    expect((await checkSeal(seal, { keys })).verdict).toBe('altered');
  });

  it('fails with a key whose bytes are no key', async () => {
    const keys = { ...keySetOf(signer), keys: [{ ...signer.key, x: `${'_'.repeat(42)}8` }] };
    expect((await checkSeal(seal, { keys })).verdict).toBe('altered');
  });
});

describe('the key of a seal', () => {
  it.each([
    ['revoked', { revokedOn: '2026-12-01' }, 'revoked'],
    ['of another station', { station: '220403020000' }, 'wrong-station'],
    ['not in force yet', { validFrom: '2026-11-22' }, 'not-in-force'],
    ['in force on its first day', { validFrom: '2026-11-21' }, 'valid'],
    ['at its end', { validUntil: '2026-11-21' }, 'not-in-force'],
    ['still in use', { validUntil: null }, 'valid'],
  ])('%s decides', async (_what, change, verdict) => {
    const keys = SealKeySet.parse({ ...keySetOf(signer), keys: [{ ...signer.key, ...change }] });
    expect((await checkSeal(seal, { keys })).verdict).toBe(verdict);
  });
});

describe('a voided number', () => {
  const list = (change: object = {}) =>
    VoidedList.parse({
      ...{ format: 'luohu-voided-documents', formatVersion: 1, asOf: '2026-11-22T00:00:00Z' },
      documents: [
        {
          station: '220403010000',
          number: '辽公准迁字〔2026〕00001号',
          voidedOn: '2026-11-22',
          reason: '更正',
          ...change,
        },
      ],
    });
  const check = (voided: VoidedList) => checkSeal(seal, { keys: keySetOf(signer), voided: voidedNumbersOf(voided) });

  it('says so, with its day', async () => {
    expect(await check(list())).toMatchObject({ verdict: 'voided', voided: { voidedOn: '2026-11-22' } });
  });

  it.each([{ station: '220403020000' }, { number: '辽公准迁字〔2026〕00002号' }, { form: 'migration-certificate' }])(
    'is not that of %o',
    async (change) => {
      expect(await check(list(change))).toMatchObject({
        verdict: 'valid',
        checked: ['signature', 'key', 'voided'],
      });
    },
  );

  it('is left open when nobody could be asked', async () => {
    const { verdict, notChecked } = await checkSeal(seal, {
      keys: keySetOf(signer),
      voided: { find: async () => 'unknown' },
    });
    expect({ verdict, notChecked }).toEqual({ verdict: 'valid', notChecked: ['voided', 'content', 'paper'] });
  });
});

it('a seal carries any statement there and back', async () => {
  const days = fc
    .integer({ min: 0, max: 65_535 })
    .map((day) => new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10));
  const statements = fc.record({
    station: fc.stringMatching(/^[0-9A-Z]{12}$/),
    issuedOn: days,
    form: fc.stringMatching(/^[a-z][a-z0-9-]{0,47}$/),
    formVersion: fc.integer({ min: 1, max: 255 }),
    number: fc.stringMatching(/^[\u4e00-\u9fa5\u{20000}-\u{20100}0-9A-Z〔〕-]{1,20}$/u),
    contentHash: fc.stringMatching(/^[0-9a-f]{64}$/),
  });
  await fc.assert(
    fc.asyncProperty(statements, async (change) => {
      const text = await signer.seal(change);
      expect(readSeal(text)?.statement).toEqual(signer.statement(change));
    }),
    { numRuns: 200 },
  );
});
