import { divisionPath } from '../domain/divisions.ts';
import { bareParticulars, type Person } from '../domain/records.ts';
import type { Permit, Residence } from '../domain/residence-records.ts';
import type { CitizenNumbers } from './citizen-numbers.ts';
import { type Line, makeLine, makeName } from './names.ts';
import { Random } from './random.ts';
import type { ResidentPlan } from './residents.ts';
import { ageOf, dayText } from './town-day.ts';
import { streams, townId } from './town-id.ts';

/** Lines of residents are told apart from those of households by their index. */
const firstResidentLine = 40_000_000;

/** The record of a resident. Numbers must be asked for in order, after those of the households. */
export function makeResident(seed: number, plan: ResidentPlan, numbers: CitizenNumbers): Person {
  const { member, area, index } = plan;
  const random = new Random(seed, streams.residentDetails, index);
  const line = lineOf(seed, plan, 0);
  const { name, pinyin } = makeName(random, member, line);
  const isStudent = ageOf(member.bornDay) < 23;
  return {
    personId: townId(seed, streams.residentId, index),
    citizenId: numbers.give(area, member.bornDay, member.sex),
    name,
    namePinyin: pinyin,
    formerName: null,
    sex: member.sex,
    bornOn: dayText(member.bornDay),
    ethnicity: line.ethnicity,
    birthplace: divisionPath(area, 'zh'),
    nativePlace: null,
    otherAddress: null,
    religion: null,
    heightCm: null,
    bloodType: null,
    education: isStudent ? '60' : '70',
    maritalStatus: member.marital,
    military: member.sex === '1' ? '0' : null,
    workplace: null,
    occupation: isStudent ? '学生' : '工人',
    arrivedInCity: null,
    arrivedAtAddress: null,
    phone: null,
    status: 'elsewhere',
    ...bareParticulars,
    hukouDivision: area,
    hukouClass: random.chance(0.7) ? 'rural' : 'urban',
    hukouAddress: `${divisionPath(area, 'zh')}示例镇示例村${random.between(1, 9)}组`,
  };
}

function lineOf(seed: number, { index, station }: ResidentPlan, line: number): Line {
  return makeLine(seed, { index: firstResidentLine + index, station }, line);
}

const employers = ['示例纺织有限公司', '示例机械厂', '示例超市', '示例物业公司'] as const;
const bases = ['rented', 'rented', 'rented', 'employer', 'owned', 'relative'] as const;

/** The resident's registration: students live in the school, the others rent, own or live where they work. */
export function makeResidence(seed: number, plan: ResidentPlan): Residence {
  const random = new Random(seed, streams.residence, plan.index);
  const isStudent = ageOf(plan.member.bornDay) < 23;
  const basis = isStudent ? 'employer' : random.pick(bases);
  const landlord = basis === 'rented' ? makeName(random, plan.member, lineOf(seed, plan, 1)).name : null;
  return {
    residenceId: townId(seed, streams.residenceId, plan.index),
    personId: townId(seed, streams.residentId, plan.index),
    stationCode: plan.station.stationCode,
    addressId: plan.room.addressId,
    basis,
    purpose: isStudent ? 'study' : random.pick(['work', 'work', 'work', 'business', 'family']),
    landlord,
    employer: isStudent ? '示例职业学校' : random.pick(employers),
    firstRegisteredOn: plan.dates.firstRegisteredOn,
    registeredOn: plan.dates.registeredOn,
    endedOn: null,
    endReason: null,
  };
}

/** The resident's permit, or null. `T` in front of the number tells those of a made-up town from all that are issued. */
export function makePermit(seed: number, plan: ResidentPlan, residence: Residence): Permit | null {
  const { permit } = plan.dates;
  if (!permit) return null;
  return {
    permitId: townId(seed, streams.permitId, plan.index),
    number: `T${String(plan.index + 1).padStart(8, '0')}`,
    personId: residence.personId,
    residenceId: residence.residenceId,
    stationCode: residence.stationCode,
    ground: groundOf(residence),
    medium: plan.index % 3 === 0 ? 'card' : 'paper',
    issuedOn: permit.firstIssuedOn,
    firstIssuedOn: permit.firstIssuedOn,
    endorsements: [...permit.endorsements],
    status: 'active',
    endedOn: null,
    endReason: null,
    replacesId: null,
  };
}

function groundOf({ purpose, basis }: Residence): Permit['ground'] {
  if (purpose === 'study') return 'school';
  return basis === 'owned' ? 'home' : 'job';
}
