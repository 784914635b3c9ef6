import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FontShelf, openFonts } from '../../../../electron/station/print/font-shelf.ts';
import { systemFontFolders } from '../../../../electron/station/print/found-fonts.ts';
import { extensions, hasHanaMin } from './ideographs.ts';
import { answer, fontFolder, madeUpForm, textOf } from './print-rig.ts';

const roll = madeUpForm(`
fields:
  names: { zh: 名单, en: Names, type: list }
  names[].name: { zh: 姓名, en: Name }
flow:
  first: { x: 0, y: 0, w: 100, h: 60 }
  blocks:
    - kind: table
      id: names
      field: names
      columns: [{ field: name, header: 姓名, w: 100, sizePt: 9, shrinkToPt: 4, wrap: never }]
`);

/** Every plane that has ideographs, characters that fonts have, and those that only legacy data has. */
const character = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...Array.from('·㐀㛃䶮〇李王张阿依古丽Müller', (it) => it.codePointAt(0) ?? 0)),
  },
  // Characters of 通用规范汉字表 in Extensions B to F, which our own fonts have.
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...Array.from(
        '𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸',
        (it) => it.codePointAt(0) ?? 0,
      ),
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0x20000, max: 0x2fa1d }) },
  { weight: 1, arbitrary: fc.integer({ min: 0x30000, max: 0x323af }) },
  { weight: 1, arbitrary: fc.integer({ min: 0x20, max: 0xffff }) },
);
const usual = fc.integer({ min: 0x4e00, max: 0x9fa5 });
const wordOf = (letter: fc.Arbitrary<number>) =>
  fc
    .array(letter, { minLength: 1, maxLength: 12 })
    .map((points) => String.fromCodePoint(...points))
    // Blanks are cut from the ends of a line by every reader of PDFs.
    .filter((word) => !/[\p{Z}\n]/u.test(word));
/** Most names are of the characters people have; the others have one or more strange ones. */
const personName = fc.oneof({ weight: 1, arbitrary: wordOf(usual) }, { weight: 3, arbitrary: wordOf(character) });

const nameOf = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
const pointsOf = (name: string) => Array.from(name, (it) => nameOf(it.codePointAt(0) ?? 0));
/** `U+2070E` is of Extension B. */
const isOfExtensions = (name: string) => {
  const codePoint = Number.parseInt(name.slice(2), 16);
  return Object.values(extensions).some(([first, last]) => codePoint >= first && codePoint <= last);
};
const rowsOf = (names: readonly string[]) => ({ names: names.map((name) => ({ name })) });

let fonts: FontShelf;
beforeAll(async () => {
  const opened = await openFonts(fontFolder, { systemFolders: systemFontFolders() });
  if (!opened.ok) throw new Error('no fonts');
  fonts = opened.value;
});

/** Which code points of the names are refused; none of them may stand in a name that prints. */
async function refusedOf(names: readonly string[]): Promise<Set<string>> {
  const asked = await answer(roll, rowsOf(names), { fonts });
  if (asked.ok) return new Set();
  expect(asked.error.code).toMatch(/^PRINT_CHARACTER_(MISSING|PRIVATE)$/);
  return new Set(asked.error.details?.codePoints as string[]);
}

describe('10,000 random names over planes 0, 2 and 3', () => {
  it('either print and read back exactly, or are refused with their code points', async () => {
    const counts = { printed: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(personName, { minLength: 500, maxLength: 500 }), async (names) => {
        const refused = await refusedOf(names);
        if (hasHanaMin) expect([...refused].filter(isOfExtensions)).toEqual([]);
        const isRefused = (name: string) => pointsOf(name).some((point) => refused.has(point));
        const good = names.filter((name) => !isRefused(name));
        const asked = await answer(roll, rowsOf(good), { fonts });
        expect(asked.ok).toBe(true);
        const lines = asked.ok ? textOf(asked.value.pdf).split(/[\n\f]+/) : [];
        expect(lines.filter((line) => line !== '' && line !== '姓名')).toEqual(good.filter((name) => name !== '姓名'));
        const [first] = names.filter(isRefused);
        if (first !== undefined) expect([...(await refusedOf([first]))]).toEqual(distinct(first, refused));
        counts.printed += good.length;
        counts.refused += names.length - good.length;
      }),
      { numRuns: 20, endOnFailure: true },
    );
    expect(counts.printed + counts.refused).toBe(10_000);
    expect(counts.printed).toBeGreaterThan(3_000);
    expect(counts.refused).toBeGreaterThan(1_000);
  }, 240_000);
});

function distinct(name: string, refused: ReadonlySet<string>): string[] {
  return [...new Set(pointsOf(name).filter((point) => refused.has(point)))];
}
