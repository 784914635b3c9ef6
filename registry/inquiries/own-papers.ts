import { registryOfDivision } from '../../shared/domain/offices.ts';
import { todayIn } from '../../shared/domain/plain-date.ts';
import type { Queryable } from '../store/database.ts';
import type { AnsweringSystem } from './answering-system.ts';
import { peerQueryOf, stateOfOwnPaper } from './paper-state.ts';

/** Papers of the city's own stations: the registry looks them up in its own records. */
export function ownPapers(database: Queryable, now: () => Date): AnsweringSystem {
  return {
    answersFor: ({ office, request }) => office === registryOfDivision(request.stationCode),
    ask: async ({ request: { ask } }) =>
      ask.kind === 'paper' ? stateOfOwnPaper(database, peerQueryOf(ask), todayIn(now().toISOString())) : null,
  };
}
