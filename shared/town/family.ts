import type { Random } from './random.ts';
import { Weighted } from './random.ts';
import { ageOf, todayNumber, yearDays } from './town-day.ts';

/** One member before names: who they are to the head, and from whose line the surname comes. */
export interface Member {
  readonly sex: '1' | '2';
  /** Day number of town-day.ts. */
  readonly bornDay: number;
  /** GB/T 4761. */
  readonly relation: string;
  /** GB/T 2261.2. */
  readonly marital: string;
  /** Members of one line share the surname and the ethnic group; the head's is 0. */
  readonly line: number;
  /** How the membership ended, for those who died or left; they stay in the register. */
  readonly left?: { readonly status: 'dead' | 'moved-out'; readonly day: number };
}

type Sex = '1' | '2';
type Maker = (random: Random) => Member[];

const opposite = (sex: Sex): Sex => (sex === '1' ? '2' : '1');
const spouseCode = (sex: Sex): string => (sex === '1' ? '11' : '12');
const childCodes: Record<Sex, readonly string[]> = { '1': ['22', '23', '24'], '2': ['32', '33', '34'] };

function bornAt(random: Random, low: number, high: number): number {
  const age = random.between(low, high);
  return Math.max(1, Math.floor(todayNumber - age * yearDays - random.below(364)) - 1);
}

function sexOf(random: Random): Sex {
  return random.chance(0.525) ? '1' : '2';
}

/** A couple: two members, the head first; four heads in five are men. */
function couple(random: Random, low: number, high: number): [Member, Member] {
  const bornDay = bornAt(random, low, high);
  const sex: Sex = random.chance(0.79) ? '1' : '2';
  const marital = random.chance(0.06) ? '22' : '20';
  const apart = Math.floor(random.between(-3, 5) * 365 * (sex === '1' ? 1 : -1) * 0.7) + random.below(200);
  const spouseBorn = Math.min(bornDay + apart, todayNumber - Math.ceil(23 * yearDays));
  return [
    { sex, bornDay, relation: '02', marital, line: 0 },
    { sex: opposite(sex), bornDay: Math.max(1, spouseBorn), relation: spouseCode(opposite(sex)), marital, line: 1 },
  ];
}

/** Children of the given parents: each at least 20 years younger than the younger parent, in order of birth. */
function children(random: Random, parents: readonly Member[], count: number, oldest: number): Member[] {
  const earliest = Math.max(...parents.map((parent) => parent.bornDay)) + Math.ceil(20.5 * yearDays);
  const days = Array.from({ length: count }, () => {
    const from = Math.max(earliest, todayNumber - Math.floor((oldest + 1) * yearDays));
    return Math.min(from + random.below(Math.min(todayNumber - from, 15 * 365) + 1), todayNumber - 5);
  }).sort((a, b) => a - b);
  const father = parents.find((parent) => parent.sex === '1') ?? parents[0];
  const mother = parents.find((parent) => parent.sex === '2') ?? parents[0];
  const seen: Record<Sex, number> = { '1': 0, '2': 0 };
  return days.map((bornDay) => {
    const sex = sexOf(random);
    const codes = childCodes[sex];
    const only = sex === '1' ? '20' : '30';
    const relation = count === 1 ? only : (codes[seen[sex]] ?? only);
    seen[sex] += 1;
    const line = (random.chance(0.94) ? father : mother)?.line ?? 0;
    return { sex, bornDay, relation, marital: '10', line };
  });
}

/** A parent of the head (or, with `ofSpouse`, of the spouse), 21 to 32 years older. A father shares his child's line. */
function parentOf(random: Random, child: Member, sex: Sex, ofSpouse: boolean, marital: string): Member {
  const bornDay = Math.max(1, child.bornDay - Math.floor(random.between(21, 32) * yearDays) - random.below(300));
  const own = sex === '1' ? '51' : '52';
  const inLaw = child.sex === '2' ? (sex === '1' ? '55' : '56') : sex === '1' ? '53' : '54';
  const motherLine = ofSpouse ? 3 : 2;
  return { sex, bornDay, relation: ofSpouse ? inLaw : own, marital, line: sex === '1' ? child.line : motherLine };
}

function parents(random: Random, child: Member, ofSpouse: boolean): Member[] {
  if (random.chance(0.45)) {
    const father = parentOf(random, child, '1', ofSpouse, '20');
    return [father, parentOf(random, child, '2', ofSpouse, '20')];
  }
  return [parentOf(random, child, random.chance(0.3) ? '1' : '2', ofSpouse, '30')];
}

const single: Maker = (random) => {
  const bornDay = bornAt(random, 22, 61);
  const marital = ageOf(bornDay) < 34 && random.chance(0.8) ? '10' : random.chance(0.2) ? '10' : '40';
  return [{ sex: random.chance(0.66) ? '1' : '2', bornDay, relation: '02', marital, line: 0 }];
};

/** An old person alone; one in eight with the dead spouse still on the household's page. */
const elder: Maker = (random) => {
  const bornDay = bornAt(random, 62, 91);
  const sex: Sex = random.chance(0.42) ? '1' : '2';
  const head: Member = { sex, bornDay, relation: '02', marital: '30', line: 0 };
  if (!random.chance(0.12)) return [head];
  const day = todayNumber - random.between(30, 3000);
  const dead: Member = { ...head, sex: opposite(sex), relation: spouseCode(opposite(sex)), marital: '20', line: 1 };
  return [head, { ...dead, left: { status: 'dead', day } }];
};

const youngCouple: Maker = (random) => couple(random, 24, 38);
/** Their children live elsewhere; one in ten has a child who moved out of the city. */
const emptyNest: Maker = (random) => {
  const pair = couple(random, 48, 61);
  if (!random.chance(0.1)) return pair;
  const left = { status: 'moved-out', day: todayNumber - random.between(30, 2500) } as const;
  return [...pair, ...children(random, pair, 1, 35).map((child) => ({ ...child, left }))];
};
const oldCouple: Maker = (random) => couple(random, 61, 86);
const withMinors: Maker = (random) => {
  const pair = couple(random, 29, 47);
  return [...pair, ...children(random, pair, random.chance(0.22) ? 2 : 1, 17)];
};
const withGrownChild: Maker = (random) => {
  const pair = couple(random, 44, 62);
  return [...pair, ...children(random, pair, random.chance(0.12) ? 2 : 1, 38)];
};
const singleParent: Maker = (random) => {
  const sex: Sex = random.chance(0.35) ? '1' : '2';
  const bornDay = bornAt(random, 27, 58);
  const marital = random.chance(0.8) ? '40' : '30';
  const head: Member = { sex, bornDay, relation: '02', marital, line: 0 };
  return [head, ...children(random, [head], 1, 33)];
};
const withParents: Maker = (random) => {
  const pair = couple(random, 31, 50);
  const ofSpouse = random.chance(0.2);
  const kids = children(random, pair, random.chance(0.15) ? 2 : 1, 24);
  return [...pair, ...kids, ...parents(random, ofSpouse ? pair[1] : pair[0], ofSpouse)];
};
const childOfElder: Maker = (random) => {
  const sex: Sex = random.chance(0.65) ? '1' : '2';
  const marital = random.chance(0.5) ? '10' : '40';
  const head: Member = { sex, bornDay: bornAt(random, 34, 61), relation: '02', marital, line: 0 };
  return [head, ...parents(random, head, false)];
};

/** An old head with a married son or daughter and a grandchild. */
const elderWithYoung: Maker = (random) => {
  const pair = couple(random, 59, 74);
  const heir = children(random, pair, 1, 45)[0];
  if (!heir || ageOf(heir.bornDay) < 26) return pair;
  const sex = opposite(heir.sex);
  const partner: Member = { sex, bornDay: heir.bornDay, relation: sex === '1' ? '28' : '38', marital: '20', line: 4 };
  const [child] = children(random, [heir, partner], 1, 16);
  if (!child || child.bornDay >= todayNumber - 4) return [...pair, { ...heir, marital: '20' }, partner];
  const codes = heir.sex === '1' ? ['41', '42'] : ['43', '44'];
  const relation = codes[child.sex === '1' ? 0 : 1] ?? '40';
  return [...pair, { ...heir, marital: '20' }, partner, { ...child, relation }];
};

/** Shares tuned to the registered population of 2022: 2.52 a household, 11.5 % under 18, 25 % of 60 and above. */
const makers = new Weighted<Maker>([
  [single, 12],
  [elder, 10],
  [youngCouple, 5],
  [emptyNest, 11],
  [oldCouple, 11],
  [withMinors, 8],
  [withGrownChild, 23],
  [singleParent, 6],
  [withParents, 10],
  [childOfElder, 5],
  [elderWithYoung, 4],
]);

/** The members of one made-up family, head first. */
export function makeFamily(random: Random): Member[] {
  return makers.pick(random)(random);
}

/** People of a collective household: a head and `others` young adults who are no relatives. */
export function makeCollective(random: Random, others: number, oldest: number): Member[] {
  const head: Member = { ...lodger(random, 35, 55, 0), relation: '02', marital: '20' };
  return [head, ...Array.from({ length: others }, (_, index) => lodger(random, 18, oldest, index + 1))];
}

function lodger(random: Random, youngest: number, oldest: number, line: number): Member {
  return { sex: sexOf(random), bornDay: bornAt(random, youngest, oldest), relation: '99', marital: '10', line };
}

/** A grown person living alone, to fill a town to its exact number. */
export function makeSingle(random: Random): Member[] {
  return single(random);
}
