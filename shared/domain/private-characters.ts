import puaMap from '../../resources/codes/pua-map.json' with { type: 'json' };

/** Places in Unicode of characters that old data holds at private code points (自造字区); pua-map.json names the source of each. */
const standardOf: ReadonlyMap<string, string> = new Map(
  puaMap.characters.map((it) => [characterOf(it.private), characterOf(it.standard)]),
);

const privateCharacter = /\p{Co}/gu;
/** `〔U+E123〕`, and how a clerk may type it. */
const writtenCodePoint = /[〔(]?U\+([0-9A-F]{4,6})[〕)]?/giu;
const highestCodePoint = 0x10_ff_ff;

function characterOf(hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16));
}

/** `U+2070E`, as standards write it. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The standard character for a private one by the reviewed table, or null: what it means is known only to who made it up. */
export function findStandardCharacter(character: string): string | null {
  return standardOf.get(character) ?? null;
}

/** The text with every private character of the reviewed table replaced by its standard one; all others stay as they are. */
export function standardText(text: string): string {
  return text.replace(privateCharacter, (character) => standardOf.get(character) ?? character);
}

/**
 * Text of the register as it is shown: private characters of the reviewed table as their standard ones, any other private
 * character as `〔U+E123〕`, because a window or a printer would draw a blank box or somebody else's character for it.
 */
export function readableText(text: string): string {
  return standardText(text).replace(
    privateCharacter,
    (character) => `〔${codePointName(character.codePointAt(0) ?? 0)}〕`,
  );
}

/** The same answer with every text in it readable; for pages that are only looked at, never for what is edited and kept again. */
export function readableAnswer<T>(answer: T): T {
  return hasPrivate(JSON.stringify(answer)) ? (readableValue(answer) as T) : answer;
}

function hasPrivate(text: string): boolean {
  return /\p{Co}/u.test(text);
}

function readableValue(value: unknown): unknown {
  if (typeof value === 'string') return readableText(value);
  if (Array.isArray(value)) return value.map(readableValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, readableValue(part)]));
}

/** What was typed with each `〔U+E123〕` or `U+E123` turned into the character it stands for. */
export function readCodePoints(text: string): string {
  return text.replace(writtenCodePoint, (written, hex: string) => {
    const codePoint = Number.parseInt(hex, 16);
    const isCharacter =
      codePoint > 0x1f && codePoint <= highestCodePoint && !(codePoint >= 0xd8_00 && codePoint <= 0xdf_ff);
    return isCharacter ? String.fromCodePoint(codePoint) : written;
  });
}
