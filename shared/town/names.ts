import type { Member } from './family.ts';
import {
  dottedFathers,
  dottedGiven,
  ethnicities,
  ethnicitiesOfSanhe,
  farCharacters,
  femaleOld,
  femaleYoung,
  korean,
  maleOld,
  maleYoung,
  rareCharacters,
} from './given-names.ts';
import type { HouseholdPlan } from './households.ts';
import { Random, Weighted } from './random.ts';
import { hanSurnames, koreanSurnames, manchuSurnames } from './surnames.ts';
import { ageOf } from './town-day.ts';
import { streams } from './town-id.ts';

/** What the members of a line have in common. */
export interface Line {
  readonly surname: string;
  readonly ethnicity: string;
}

/** `pinyin` is null where every dictionary knows the reading. */
export interface MadeName {
  readonly name: string;
  readonly pinyin: string | null;
}

const surnames = {
  han: new Weighted(hanSurnames),
  korean: new Weighted(koreanSurnames),
  manchu: new Weighted(manchuSurnames),
};
const surnamesOf: Readonly<Record<string, Weighted<string>>> = { '10': surnames.korean, '11': surnames.manchu };
const sanhe = '220421200';

/** The line's surname and ethnic group: the same for all who share the line in a household. */
export function makeLine(seed: number, plan: Pick<HouseholdPlan, 'index' | 'station'>, line: number): Line {
  const random = new Random(seed, streams.line, plan.index * 32 + line);
  const groups = plan.station.townships.includes(sanhe) ? ethnicitiesOfSanhe : ethnicities;
  const ethnicity = groups.pick(random);
  return { surname: (surnamesOf[ethnicity] ?? surnames.han).pick(random), ethnicity };
}

const pools = { '1': [maleOld, maleYoung], '2': [femaleOld, femaleYoung] } as const;

function poolOf(member: Member, ethnicity: string): readonly string[] {
  if (ethnicity === '10') return korean;
  return pools[member.sex][ageOf(member.bornDay) >= 42 ? 0 : 1];
}

/** An invented name: the line's surname and one or two characters; a dotted one for Uygur and Kazak lines. */
export function makeName(random: Random, member: Member, line: Line): MadeName {
  if (line.ethnicity === '05' || line.ethnicity === '17') {
    return { name: `${random.pick(dottedGiven[member.sex])}·${random.pick(dottedFathers)}`, pinyin: null };
  }
  if (random.chance(0.0004)) return farName(random, line.surname);
  const pool = poolOf(member, line.ethnicity);
  const first = random.chance(0.012) ? random.pick(rareCharacters) : random.pickEarly(pool);
  if (random.chance(0.16)) return { name: line.surname + first, pinyin: null };
  return { name: line.surname + first + random.pickEarly(pool), pinyin: null };
}

/** A name with a character beyond the basic plane. Only behind 王, 李, 张, 刘, whose reading can be written by hand. */
function farName(random: Random, surname: string): MadeName {
  const [character, reading] = random.pick(farCharacters);
  const surnameReading = farSurnames[surname];
  if (surnameReading === undefined) return { name: surname + random.pick(rareCharacters), pinyin: null };
  return { name: surname + character, pinyin: `${surnameReading} ${reading}` };
}
const farSurnames: Readonly<Record<string, string>> = { 王: 'wáng', 李: 'lǐ', 张: 'zhāng', 刘: 'liú' };
