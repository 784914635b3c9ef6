import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { SettlementReport } from '../../../shared/contract/report.ts';
import type { Bilingual } from '../../../shared/contract/verdict.ts';
import { addDays, daysBetween } from '../../../shared/domain/plain-date.ts';
import type { Calling, Program } from '../program.ts';
import { listSettlements, type Settled } from '../store/happenings.ts';

/** Longest period of one report, in days. */
const longestDays = 366;

type Count = SettlementReport['byRoute'][number];

/** Liaoyuan is 2204, Jilin 22: where the settled came from, and whether from the country. */
const origins: readonly (readonly [key: string, label: Bilingual, holds: (division: string) => boolean])[] = [
  ['city', { zh: '本市', en: 'This city' }, (division) => division.startsWith('2204')],
  [
    'province',
    { zh: '本省外市', en: 'Elsewhere in the province' },
    (division) => division.startsWith('22') && !division.startsWith('2204'),
  ],
  ['country', { zh: '外省', en: 'Other provinces' }, (division) => division !== '' && !division.startsWith('22')],
  ['unknown', { zh: '无户口或不详', en: 'No hukou or unknown' }, (division) => division === ''],
];
const classes: readonly (readonly [key: string, label: Bilingual])[] = [
  ['rural', { zh: '农村', en: 'rural' }],
  ['urban', { zh: '城镇', en: 'urban' }],
];

type Mover = Settled['facts']['movers'][number];

const anyone = (): boolean => true;
const isRural = ({ fromClass }: Mover): boolean => fromClass === 'rural';

/** Persons who hold, and the cases they came in: a family from two places is one case in each of both lines. */
function countOf(
  key: string,
  label: Bilingual,
  settled: readonly Settled[],
  holds: (mover: Mover) => boolean = anyone,
): Count {
  const movers = settled.map(({ facts }) => facts.movers.filter(holds)).filter(({ length }) => length > 0);
  return {
    key,
    label,
    cases: movers.length,
    persons: movers.flat().length,
    ruralPersons: movers.flat().filter(isRural).length,
  };
}

function countRoutes(program: Program, settled: readonly Settled[]): Count[] {
  const keys = [...new Set(settled.map(({ facts }) => facts.procedure))];
  return keys
    .map((key) => {
      const label = program.packs.inForce().procedures.get(key)?.names ?? { zh: key, en: key };
      return countOf(
        key,
        label,
        settled.filter(({ facts }) => facts.procedure === key),
      );
    })
    .sort((a, b) => b.persons - a.persons);
}

function countOrigins(settled: readonly Settled[]): Count[] {
  return origins.flatMap(([key, label, holds]) =>
    classes.map(([classKey, classLabel]) => {
      const words = { zh: `${label.zh}（${classLabel.zh}）`, en: `${label.en} (${classLabel.en})` };
      const isFrom = ({ fromDivision, fromClass }: Mover) =>
        holds(fromDivision ?? '') && (fromClass ?? 'urban') === classKey;
      return countOf(`${key}-${classKey}`, words, settled, isFrom);
    }),
  );
}

function countDays(settled: readonly Settled[], from: string, until: string): Count[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => {
    const day = addDays(from, index);
    return countOf(
      day,
      { zh: day, en: day },
      settled.filter(({ facts }) => facts.registeredOn === day),
    );
  });
}

/** Settlements of a period by route, origin and day: sums only. INPUT_INVALID for a period that ends before it begins or is over a year. */
export function settlementReport(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'report.settlement'>,
): Answer<SettlementReport> {
  const { from, until, procedure } = input;
  calling.details = { from, until };
  const days = daysBetween(from, until);
  if (days < 0 || days > longestDays) return fail('INPUT_INVALID', { paths: ['until'] });
  const settled = listSettlements(program.database, program.stationCode, { from, until }).filter(
    ({ facts }) => procedure === null || facts.procedure === procedure,
  );
  const total = countOf('all', { zh: '合计', en: 'Total' }, settled);
  return done({
    from,
    until,
    stationName: program.stationName,
    procedure,
    cases: total.cases,
    persons: total.persons,
    ruralPersons: total.ruralPersons,
    households: settled.filter(({ facts }) => facts.isNewHousehold).length,
    byRoute: countRoutes(program, settled),
    byOrigin: countOrigins(settled),
    byDay: countDays(settled, from, until),
    provisional: settled.filter(({ state }) => state === 'provisional').length,
  });
}
