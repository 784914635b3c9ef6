/** Thrown where a text leaves the plain part of YAML; whoever reads it asks the whole YAML reader instead. */
export class NotPlain extends Error {}

const wholeNumber = /^[-+]?[0-9]+$/;
const decimal = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

/** The value of an unquoted word by the core schema of YAML 1.2. Spellings nobody uses in a pack (`0x1f`, `.inf`) are not plain. */
export function plainValue(text: string): unknown {
  if (words.has(text)) return words.get(text);
  if (wholeNumber.test(text) || decimal.test(text)) return Number(text);
  if (/^[-+]?(0[ox]|\.(inf|nan)$)/i.test(text)) throw new NotPlain();
  return text;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['n', '\n'],
  ['t', '\t'],
]);

/** What stands between double quotes. */
export function unescaped(text: string): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (_whole, code: string) => {
    if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    const character = escapes.get(code);
    if (character === undefined) throw new NotPlain();
    return character;
  });
}
