import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../../../../shared/policy/yaml/plain-yaml.ts';
import { packTexts } from '../liaoyuan.ts';

/** What the whole reader makes of a text; undefined when it finds anything wrong. */
function whole(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length + document.warnings.length > 0) return undefined;
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

const marks = [
  ' ',
  '\n',
  '  ',
  ':',
  ': ',
  '- ',
  '-',
  ',',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '#',
  ' #',
  'a',
  '1',
  '0x1',
  '1.5',
];
const others = ['&x ', '*x', '~', 'null', 'true', '\n  ', '\n- ', '\n    ', '|', '>', '!', '?', '%', '\t', '\r'];
const small = Object.values(packTexts).filter((text) => text.length < 1500);

const spoilt = fc
  .tuple(
    fc.constantFrom(...small),
    fc.array(fc.tuple(fc.nat(1499), fc.nat(5), fc.constantFrom(...marks, ...others)), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, edits]) =>
    edits.reduce((edited, [at, removed, added]) => edited.slice(0, at) + added + edited.slice(at + removed), text),
  );

describe('the quick YAML reader', () => {
  it('reads every file of the pack as the whole reader does', () => {
    for (const [name, text] of Object.entries(packTexts)) {
      const plain = readPlainYaml(text);
      expect(plain, name).not.toBeNull();
      expect(plain?.data, name).toEqual(whole(text));
    }
  });

  it('says of any text what the whole reader says, or nothing', () => {
    fc.assert(
      fc.property(spoilt, (text) => {
        const plain = readPlainYaml(text);
        if (plain !== null) expect(plain.data).toEqual(whole(text));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a doubled key', 'a: 1\na: 2\n'],
    ['a text over several lines', 'a: one\n  two\n'],
    ['a block text', 'a: |\n  one\n'],
    ['a tag', 'a: !!set {x}\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['a key that would change every object', '__proto__: { a: 1 }\n'],
    ['an unknown alias', 'a: *b\n'],
    ['a tab', 'a:\t1\n'],
    ['a list continued too far to the left', 'a:\n  b: [1,\n  2]\n'],
  ])('leaves %s to the whole reader', (_what, text) => {
    expect(readPlainYaml(text)).toBeNull();
  });
});
