import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../shared/domain/citizen-number.ts';
import { codeTable } from '../../../shared/domain/codes.ts';
import { type IdCard, readIdCardBlock, writeIdCardBlock } from '../../../shared/domain/id-card.ts';
import { addDays, dayOf } from '../../../shared/domain/plain-date.ts';

const card: IdCard = {
  name: '单雄信',
  sex: '1',
  ethnicity: '11',
  bornOn: dayOf(1990, 1, 1),
  address: '吉林省辽源市龙山区东吉街道和平路1号',
  citizenId: '220402199001010013',
  issuedBy: '辽源市公安局龙山分局',
  validFrom: dayOf(2020, 3, 1),
  validUntil: dayOf(2040, 3, 1),
};

/** Writes text over a block from a character on. */
function overwrite(block: Uint8Array, at: number, text: string): Uint8Array {
  const copy = new Uint8Array(block);
  const view = new DataView(copy.buffer);
  for (let unit = 0; unit < text.length; unit += 1) view.setUint16((at + unit) * 2, text.charCodeAt(unit), true);
  return copy;
}

const hanText = (max: number) =>
  fc
    .array(fc.constantFrom(...'王李张伟芳娜東阳𠮷䶮·省市路号1'), { minLength: 1, maxLength: max })
    .map((characters) => characters.join(''))
    .filter((text) => text.length <= max);

const anyCard = fc
  .record({
    name: hanText(15),
    sex: fc.constantFrom('1' as const, '2' as const),
    ethnicity: fc.constantFrom(...codeTable('ethnicity').map(({ code }) => code)),
    born: fc.nat({ max: 30_000 }),
    address: hanText(35),
    sequence: fc.nat({ max: 499 }),
    issuedBy: hanText(15),
    validFor: fc.option(fc.nat({ max: 8000 }), { nil: null }),
  })
  .map((it): IdCard => {
    const bornOn = addDays('1930-01-01', it.born);
    const body = `220402${bornOn.replaceAll('-', '')}${String(it.sequence * 2 + (it.sex === '1' ? 1 : 0)).padStart(3, '0')}`;
    const validFrom = dayOf(2015, 6, 1);
    const validUntil = it.validFor === null ? 'long-term' : addDays(validFrom, it.validFor);
    const { name, sex, ethnicity, address, issuedBy } = it;
    return {
      name,
      sex,
      ethnicity,
      bornOn,
      address,
      citizenId: body + checkDigit(body),
      issuedBy,
      validFrom,
      validUntil,
    };
  });

describe('the text block of an ID card', () => {
  it('has 256 bytes and reads back as the card that was written', () => {
    fc.assert(
      fc.property(anyCard, (written) => {
        const block = writeIdCardBlock(written);
        expect(block).toHaveLength(256);
        const nameMayBeCut = written.name.length === 15;
        expect(readIdCardBlock(block)).toEqual({ ok: true, card: { ...written, nameMayBeCut } });
      }),
    );
  });

  it('puts every item where the reader interface expects it', () => {
    const text = new TextDecoder('utf-16le').decode(writeIdCardBlock(card));
    expect(text.slice(0, 15)).toBe('单雄信'.padEnd(15));
    expect(text.slice(15, 26)).toBe('11119900101');
    expect(text.slice(61, 79)).toBe('220402199001010013');
    expect(text.slice(94, 110)).toBe('2020030120400301');
  });

  it('reads a card valid for life', () => {
    const block = overwrite(writeIdCardBlock(card), 102, '长期'.padEnd(8));
    expect(readIdCardBlock(block)).toMatchObject({ ok: true, card: { validUntil: 'long-term' } });
  });

  it('reads blocks padded with NUL', () => {
    const block = overwrite(writeIdCardBlock(card), 3, '\0'.repeat(12));
    expect(readIdCardBlock(block)).toMatchObject({ ok: true, card: { name: '单雄信' } });
  });

  it('warns that a name of 15 characters may be cut', () => {
    const name = '阿卜杜热西提·买买提吐尔逊江';
    const long = writeIdCardBlock({ ...card, name: `${name}·艾合买提` });
    expect(readIdCardBlock(long)).toMatchObject({ ok: true, card: { name: `${name}·`, nameMayBeCut: true } });
    expect(readIdCardBlock(writeIdCardBlock(card))).toMatchObject({ ok: true, card: { nameMayBeCut: false } });
  });

  it('never tears a rare character apart when a name is cut', () => {
    const block = writeIdCardBlock({ ...card, name: `${'王'.repeat(14)}𠮷` });
    expect(readIdCardBlock(block)).toMatchObject({ ok: true, card: { name: '王'.repeat(14) } });
  });
});

describe('a block that is no readable card', () => {
  const block = writeIdCardBlock(card);

  it.each([
    ['length', block.slice(0, 255)],
    ['length', new Uint8Array(0)],
    ['not-text', overwrite(block, 1, '\uD842')],
    ['not-text', overwrite(block, 1, '\u0007')],
    ['other-card-kind', overwrite(block, 124, 'J')],
    ['other-card-kind', overwrite(block, 124, 'I')],
    ['name-empty', overwrite(block, 0, ' '.repeat(15))],
    ['name-empty', new Uint8Array(256)],
    ['sex-unknown', overwrite(block, 15, '0')],
    ['ethnicity-unknown', overwrite(block, 16, '60')],
    ['birth-date-unreal', overwrite(block, 18, '19900230')],
    ['number-invalid', overwrite(block, 78, '4')],
    ['number-and-birth-disagree', overwrite(block, 18, '19900102')],
    ['number-and-sex-disagree', overwrite(block, 15, '2')],
    ['validity-unreal', overwrite(block, 94, '20209901')],
    ['validity-unreal', overwrite(block, 102, '20190301')],
    ['validity-unreal', overwrite(block, 102, '永久      ')],
  ])('is refused for: %s', (reason, broken) => {
    expect(readIdCardBlock(broken)).toEqual({ ok: false, reason });
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 256, maxLength: 256 }), (bytes) => {
        expect(readIdCardBlock(bytes)).toHaveProperty('ok');
      }),
    );
  });

  it('still reads a card whose area is in no table', () => {
    const body = '22047119900101001';
    const foreign = writeIdCardBlock({ ...card, citizenId: body + checkDigit(body) });
    expect(readIdCardBlock(foreign)).toMatchObject({ ok: true });
  });
});
