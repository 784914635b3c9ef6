import type { PlainDate } from './plain-date.ts';

export type Sex = '1' | '2';

/**
 * Kinship as a path of steps from one person to another: to a parent (P), child (C) or spouse (S), each with the sex of
 * the person reached (`?` unknown). The head's son's wife is `C1S2`. Relation codes of GB/T 4761 are names of such paths;
 * turning a path round and joining paths gives the relation to a new head (户主变更) or of someone who comes along.
 */
export type KinPath = string;
/** A person at the end of a path, as far as known; the birth date tells elder from younger siblings. */
export type KinPerson = { sex: Sex; bornOn?: PlainDate | string | null };

/**
 * Codes with a path. Of codes that share a path the first here is the one a path is named with, unless the ages of the
 * two tell the elder from the younger. Numbered children (长子 …), adopted and step relations read as the plain one.
 */
const pathRows: readonly (readonly [code: string, path: KinPath])[] = [
  ['11', 'S1'],
  ['12', 'S2'],
  ['10', 'S?'],
  ['20', 'C1'],
  ['30', 'C2'],
  ...['21', '22', '23', '24', '25', '26', '27', '29'].map((code) => [code, 'C1'] as const),
  ...['31', '32', '33', '34', '35', '36', '37', '39'].map((code) => [code, 'C2'] as const),
  ['28', 'C2S1'],
  ['38', 'C1S2'],
  ['41', 'C1C1'],
  ['42', 'C1C2'],
  ['43', 'C2C1'],
  ['44', 'C2C2'],
  ['40', 'C?C?'],
  ['45', 'C?C1S2'],
  ['46', 'C?C2S1'],
  ['47', 'C?C?C1'],
  ['48', 'C?C?C2'],
  ['51', 'P1'],
  ['52', 'P2'],
  ['50', 'P?'],
  ['57', 'P1'],
  ['58', 'P2'],
  ['53', 'S1P1'],
  ['54', 'S1P2'],
  ['55', 'S2P1'],
  ['56', 'S2P2'],
  ['61', 'P1P1'],
  ['62', 'P1P2'],
  ['63', 'P2P1'],
  ['64', 'P2P2'],
  ['60', 'P?P?'],
  ['65', 'S?P?P?'],
  ['66', 'P?P?P1'],
  ['67', 'P?P?P2'],
  ['68', 'S?P?P?P?'],
  ['70', 'P?C?'],
  ...['71', '73'].map((code) => [code, 'P?C1'] as const),
  ...['75', '77'].map((code) => [code, 'P?C2'] as const),
  ...['72', '74'].map((code) => [code, 'P?C1S2'] as const),
  ...['76', '78'].map((code) => [code, 'P?C2S1'] as const),
  ['90', 'P1P?C2'],
  ['89', 'P1P?C2S1'],
  ['85', 'P2P?C1'],
  ['86', 'P2P?C1S2'],
  ['88', 'P2P?C2'],
  ['87', 'P2P?C2S1'],
  ...['81', '83'].map((code) => [code, 'P1P?C1'] as const),
  ...['82', '84'].map((code) => [code, 'P1P?C1S2'] as const),
  ['91', 'P1P?C1C?'],
  ['92', 'P?P?C?C?'],
  ['93', 'P?C1C1'],
  ['94', 'P?C1C2'],
  ['95', 'P?C2C1'],
  ['96', 'P?C2C2'],
];

/** Names for paths that no code means exactly: a spouse's siblings, and nephews and nieces through a spouse. */
const namedRows: readonly (readonly [code: string, path: KinPath])[] = [
  ['79', 'S?P?C?'],
  ['79', 'S?P?C?S?'],
  ['93', 'S?P?C1C1'],
  ['94', 'S?P?C1C2'],
  ['95', 'S?P?C2C1'],
  ['96', 'S?P?C2C2'],
];

/** Elder and younger of the same path; the sibling's own age decides, which for a sibling's spouse is not known. */
const elderYounger: Readonly<Record<KinPath, readonly [elder: string, younger: string]>> = {
  'P?C1': ['71', '73'],
  'P?C2': ['75', '77'],
};
/** Paths whose code depends on an age that a path does not carry. */
const ageless: Readonly<Record<KinPath, string>> = { 'P?C1S2': '79', 'P?C2S1': '79', 'P1P?C1': '97', 'P1P?C1S2': '97' };

/** The path of a relation code; null where the code says too little (head, 49, 59, 69, 79, 80, 97, 99). */
export function findKinPath(code: string): KinPath | null {
  return pathRows.find(([known]) => known === code)?.[1] ?? null;
}

/** The same relation seen from the other end; `originSex` is the sex of the person the path starts from. */
export function turnPath(path: KinPath, originSex: Sex): KinPath {
  const steps = stepsOf(path);
  const sexes: string[] = [originSex];
  for (const step of steps) {
    const [kind, sex] = [step.charAt(0), step.charAt(1)];
    sexes.push(kind === 'S' && sex === '?' ? oppositeSex(sexes.at(-1)) : sex);
  }
  const turned = steps.map((step, index) => `${{ P: 'C', C: 'P' }[step.charAt(0)] ?? 'S'}${sexes[index] ?? '?'}`);
  return turned.reverse().join('');
}

/**
 * The path through a middle person, shortened where steps undo each other. `isCertain` is false where a step had to be
 * assumed: the wife of a parent's child, say, may be a sister-in-law or one's own wife.
 */
export function joinPaths(first: KinPath, second: KinPath, originSex: Sex): { path: KinPath; isCertain: boolean } {
  let steps = [...stepsOf(first), ...stepsOf(second)];
  let isCertain = !(/P.$/.test(first) && /^C../.test(second));
  for (let found = findShortcut(steps, originSex); found !== null; found = findShortcut(steps, originSex)) {
    steps = [...steps.slice(0, found.at), ...found.replacement, ...steps.slice(found.at + 2)];
    isCertain = isCertain && found.isCertain;
  }
  return { path: steps.join(''), isCertain };
}

/** The code that names a path to `to` seen from `from`; null when GB/T 4761 has none or the two are the same person. */
export function findRelationCode(path: KinPath, from: KinPerson, to: KinPerson): string | null {
  const ending = path.slice(0, -1) + to.sex;
  if (path === '') return null;
  const pair = Object.entries(elderYounger).find(([pattern]) => matches(pattern, ending))?.[1];
  if (pair !== undefined) return codeByAge(pair, from, to);
  const vague = Object.entries(ageless).find(([pattern]) => matches(pattern, ending))?.[1];
  if (vague !== undefined) return vague;
  return [...pathRows, ...namedRows].find(([, pattern]) => matches(pattern, ending))?.[0] ?? null;
}

function codeByAge([elder, younger]: readonly [string, string], from: KinPerson, to: KinPerson): string {
  if (!from.bornOn || !to.bornOn || from.bornOn === to.bornOn) return '70';
  return to.bornOn < from.bornOn ? elder : younger;
}

function oppositeSex(sex: string | undefined): string {
  return { '1': '2', '2': '1' }[sex ?? ''] ?? '?';
}

function stepsOf(path: KinPath): string[] {
  return path.match(/../g) ?? [];
}

function matches(pattern: KinPath, path: KinPath): boolean {
  if (pattern.length !== path.length) return false;
  return [...pattern].every((sign, index) => sign === '?' || sign === path.charAt(index));
}

type Shortcut = { at: number; replacement: string[]; isCertain: boolean };

/**
 * Steps that undo each other: a spouse's spouse is oneself; a parent's spouse is taken for the other parent, a spouse's
 * child for one's own, a child's other parent for the spouse.
 */
function findShortcut(steps: readonly string[], originSex: Sex): Shortcut | null {
  for (const [at, step] of steps.entries()) {
    const next = steps[at + 1];
    if (next === undefined) return null;
    const kinds = step.charAt(0) + next.charAt(0);
    if (kinds === 'SS') return { at, replacement: [], isCertain: true };
    if (kinds === 'PS' || kinds === 'SC') return { at, replacement: [next.replace('S', 'P')], isCertain: false };
    if (kinds === 'CP') {
      const ownSex = at === 0 ? originSex : (steps[at - 1]?.charAt(1) ?? '?');
      return { at, replacement: next.charAt(1) === ownSex ? [] : [next.replace('P', 'S')], isCertain: false };
    }
  }
  return null;
}
