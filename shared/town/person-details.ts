import { divisionPath } from '../domain/divisions.ts';
import { bareParticulars, type Person } from '../domain/records.ts';
import type { CitizenNumbers } from './citizen-numbers.ts';
import { areaOf } from './citizen-numbers.ts';
import type { Member } from './family.ts';
import type { HouseholdPlan } from './households.ts';
import { type Line, makeName } from './names.ts';
import { Random, Weighted } from './random.ts';
import { ageOf, dayText, todayNumber } from './town-day.ts';
import { streams, townId } from './town-id.ts';

const paths = new Map<string, string>();
function pathOf(division: string): string {
  const known = paths.get(division) ?? divisionPath(division, 'zh');
  paths.set(division, known);
  return known;
}

const nativePlaces = new Weighted<string>([
  ['吉林省辽源市', 62],
  ['山东省', 18],
  ['吉林省', 8],
  ['辽宁省', 7],
  ['河北省', 5],
]);
const bloodTypes = new Weighted<string | null>([
  [null, 55],
  ['1', 12],
  ['2', 14],
  ['3', 14],
  ['4', 5],
]);
const grownEducation = new Weighted<string>([
  ['70', 40],
  ['60', 16],
  ['40', 10],
  ['30', 11],
  ['20', 14],
  ['10', 2],
  ['80', 7],
]);
const oldEducation = new Weighted<string>([
  ['80', 40],
  ['70', 34],
  ['60', 12],
  ['40', 6],
  ['90', 8],
]);
/** Employers that do not exist: each says 示例 (example). */
const workplaces = new Weighted<string | null>([
  [null, 60],
  ['示例纺织有限公司', 8],
  ['示例机械厂', 8],
  ['示例小学', 6],
  ['示例医院', 5],
  ['示例超市', 8],
  ['示例物业公司', 5],
]);
const occupations = ['工人', '职员', '教师', '护士', '营业员', '个体经营', '驾驶员', '技术员'] as const;

function educationOf(random: Random, age: number): string | null {
  if (age < 7) return null;
  if (age < 13) return '80';
  if (age < 16) return '70';
  if (age < 22) return random.chance(0.6) ? '60' : '40';
  return age < 60 ? grownEducation.pick(random) : oldEducation.pick(random);
}

function workOf(random: Random, plan: HouseholdPlan, age: number): Pick<Person, 'workplace' | 'occupation'> {
  if (age < 18) return { workplace: null, occupation: age < 6 ? null : '学生' };
  if (age >= 60) return { workplace: null, occupation: plan.station.kind === 'urban' ? '退休人员' : '农民' };
  if (plan.station.kind === 'rural' && random.chance(0.7)) return { workplace: null, occupation: '农民' };
  return { workplace: workplaces.pick(random), occupation: random.pick(occupations) };
}

/** Day numbers on which the member came into the household and, where it ended, left it. */
export function staysOf(plan: HouseholdPlan, member: Member): { since: number; until: number | null } {
  const arrived = Math.max(plan.openedDay, Math.min(member.bornDay + 9, todayNumber));
  if (!member.left) return { since: arrived, until: null };
  return { since: Math.min(arrived, member.left.day), until: member.left.day };
}

function arrivals(random: Random, plan: HouseholdPlan, member: Member, area: string): string[] {
  const since = dayText(staysOf(plan, member).since);
  if (!area.startsWith('2204')) return [`${since}由${pathOf(area)}迁来`, `${since}由${pathOf(area)}迁来`];
  return member.relation === '02' || random.chance(0.3) ? ['', `${since}由本市迁来`] : ['', ''];
}

/** The full record of one member. `index` is the person's place in the town. Numbers must be asked for in order. */
export function makePerson(
  seed: number,
  plan: HouseholdPlan,
  index: number,
  member: Member,
  line: Line,
  numbers: CitizenNumbers,
): Person {
  const random = new Random(seed, streams.person, index);
  const age = ageOf(member.bornDay);
  const { name, pinyin } = makeName(random, member, line);
  const area = areaOf(random, plan.station.division);
  const [arrivedInCity = '', arrivedAtAddress = ''] = arrivals(random, plan, member, area);
  return {
    personId: townId(seed, streams.personId, index),
    citizenId: numbers.give(area, member.bornDay, member.sex),
    name,
    namePinyin: pinyin,
    formerName: null,
    sex: member.sex,
    bornOn: dayText(member.bornDay),
    ethnicity: line.ethnicity,
    birthplace: pathOf(area),
    nativePlace: nativePlaces.pick(random),
    otherAddress: null,
    religion: null,
    heightCm: age < 18 ? null : (member.sex === '1' ? 172 : 161) + random.between(-11, 11),
    bloodType: bloodTypes.pick(random),
    education: educationOf(random, age),
    maritalStatus: member.marital,
    military: member.sex === '1' && age >= 18 ? (random.chance(0.06) ? '1' : '0') : null,
    ...workOf(random, plan, age),
    arrivedInCity: arrivedInCity || null,
    arrivedAtAddress: arrivedAtAddress || null,
    // No subscriber's number begins with 0, so this rings nowhere.
    phone: age >= 18 && random.chance(0.7) ? `0437-0${String(random.below(1_000_000)).padStart(6, '0')}` : null,
    status: member.left?.status ?? 'registered',
    ...bareParticulars,
  };
}
