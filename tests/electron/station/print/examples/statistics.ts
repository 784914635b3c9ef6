import type { FormInput } from '../../../../../shared/domain/form.ts';
import { phone } from './values.ts';

const unit = '辽源市公安局';
const signed = { head: '王局', checkedBy: '张审', preparedBy: '李办', phone, reportedOn: '2027-01-08' };

const populationOfStation = {
  households: 22310,
  population: 56218,
  urban: 51006,
  rural: 5212,
  male: 28104,
  female: 28114,
  age0to17: 6440,
  age18to34: 10120,
  age35to59: 25018,
  age60up: 14640,
  births: 214,
  birthsMale: 110,
  birthsFemale: 104,
  deaths: 480,
  deathsMale: 251,
  deathsFemale: 229,
  inWithinProvince: 361,
  inFromOutside: 118,
  outWithinProvince: 640,
  outToOutside: 302,
};
const urbanOfStation = {
  urbanPopulation: 51006,
  gained: 712,
  born: 201,
  leftService: 14,
  returned: 1,
  urbanWithinProvince: 150,
  urbanFromOutside: 61,
  ruralSettled: 275,
  ruralOfCity: 190,
  ruralOfProvince: 61,
  ruralOfOutside: 24,
  forSchool: 12,
  forPost: 9,
  forWork: 31,
  forBusiness: 6,
  forHome: 118,
  forKin: 74,
  forResettlement: 5,
  forVillageRebuilding: 8,
  forReclassification: 10,
  forOther: 2,
  gainedOther: 10,
  lost: 1042,
  died: 431,
  joinedService: 22,
  wentAbroad: 5,
  movedOut: 570,
  lostOther: 14,
};

/** The numbers of so many such stations. */
function timesOver(row: Readonly<Record<string, number>>, count: number): Record<string, number> {
  return Object.fromEntries(Object.entries(row).map(([key, number]) => [key, number * count]));
}

/** A table of the city over two of its stations. */
const rowsOf = (row: Readonly<Record<string, number>>) => [
  { unit: '辽源市合计', ...timesOver(row, 2) },
  { unit: '示例派出所', ...row },
  { unit: '示例二派出所', ...row },
];

/** The yearly statistics of the population, whose sums agree. */
export const statisticsExamples: Readonly<Record<string, FormInput>> = {
  'statistics-form-57': { unit, period: '2026年度', rows: rowsOf(populationOfStation), ...signed },
  'statistics-form-58': { unit, period: '2026年度', rows: rowsOf(urbanOfStation), ...signed },
};
