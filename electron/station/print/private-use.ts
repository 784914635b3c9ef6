import { codePointName, findStandardCharacter } from '../../../shared/domain/private-characters.ts';

export { codePointName };

/** Whether the code point is private (自定义区, 造字): what it means is known only to the system that made it up. */
export function isPrivateUse(codePoint: number): boolean {
  return /\p{Co}/u.test(String.fromCodePoint(codePoint));
}

/** `U+E82C → 龷 U+9FB7` for those private characters that have a place in Unicode by now. */
export function standardCharacters(codePoints: readonly number[]): string[] {
  return codePoints.flatMap((codePoint) => {
    const standard = findStandardCharacter(String.fromCodePoint(codePoint));
    if (standard === null) return [];
    return [`${codePointName(codePoint)} → ${standard} ${codePointName(standard.codePointAt(0) ?? 0)}`];
  });
}
