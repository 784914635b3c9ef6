import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { SettlementReport } from '../../../shared/contract/report.ts';
import type { Bilingual } from '../../../shared/contract/verdict.ts';
import { addDays, daysBetween } from '../../../shared/domain/plain-date.ts';
import type { Calling, Program } from '../program.ts';
import { listSettlements, type StoredEvent } from '../store/events.ts';

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

type Mover = StoredEvent['event']['facts']['movers'][number];

const anyone = (): boolean => true;
const isRural = ({ fromClass }: Mover): boolean => fromClass === 'rural';

/** Persons who hold, and the cases they came in: a family from two places is one case in each of both lines. */
function countOf(
  key: string,
  label: Bilingual,
  events: readonly StoredEvent[],
  holds: (mover: Mover) => boolean = anyone,
): Count {
  const movers = events.map(({ event }) => event.facts.movers.filter(holds)).filter(({ length }) => length > 0);
  return {
    key,
    label,
    cases: movers.length,
    persons: movers.flat().length,
    ruralPersons: movers.flat().filter(isRural).length,
  };
}

function countRoutes(program: Program, events: readonly StoredEvent[]): Count[] {
  const keys = [...new Set(events.map(({ event }) => event.facts.procedure))];
  return keys
    .map((key) => {
      const label = program.pack.procedures.get(key)?.names ?? { zh: key, en: key };
      return countOf(
        key,
        label,
        events.filter(({ event }) => event.facts.procedure === key),
      );
    })
    .sort((a, b) => b.persons - a.persons);
}

function countOrigins(events: readonly StoredEvent[]): Count[] {
  return origins.flatMap(([key, label, holds]) =>
    classes.map(([classKey, classLabel]) => {
      const words = { zh: `${label.zh}（${classLabel.zh}）`, en: `${label.en} (${classLabel.en})` };
      const isFrom = ({ fromDivision, fromClass }: Mover) =>
        holds(fromDivision ?? '') && (fromClass ?? 'urban') === classKey;
      return countOf(`${key}-${classKey}`, words, events, isFrom);
    }),
  );
}

function countDays(events: readonly StoredEvent[], from: string, until: string): Count[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => {
    const day = addDays(from, index);
    return countOf(
      day,
      { zh: day, en: day },
      events.filter(({ event }) => event.facts.registeredOn === day),
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
  const events = listSettlements(program.database, from, until).filter(
    ({ event }) => procedure === null || event.facts.procedure === procedure,
  );
  const total = countOf('all', { zh: '合计', en: 'Total' }, events);
  return done({
    from,
    until,
    stationName: program.stationName,
    procedure,
    cases: total.cases,
    persons: total.persons,
    ruralPersons: total.ruralPersons,
    households: events.filter(({ event }) => event.facts.isNewHousehold).length,
    byRoute: countRoutes(program, events),
    byOrigin: countOrigins(events),
    byDay: countDays(events, from, until),
    provisional: events.filter(({ state }) => state === 'provisional').length,
  });
}
