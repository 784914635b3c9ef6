import { z } from 'zod';
import { type City, enterCity, settleDown, type Trial } from './city.ts';
import { type Clause, type Need, Unkept } from './clause.ts';
import { clauses } from './clauses.ts';

/** How one clause fared. `untried`: the run was not given, or the city does not hold, what it takes. */
export interface Result {
  readonly id: string;
  readonly says: string;
  readonly state: 'kept' | 'broken' | 'untried';
  /** Broken: what was tried, what the protocol promises and what came. Untried: what was missing. */
  readonly what?: string;
  readonly expected?: string;
  readonly seen?: string;
}

const missing: Readonly<Record<Need, string>> = {
  'city-code': '--city-code',
  office: '--office-code',
  peer: '--peer',
  frozen: 'a frozen address at the first station',
  packs: 'a pack that is offered',
  copies: 'a ready copy that is offered',
  'same-county': 'two stations of one county',
  spend: '--spend',
};

/**
 * Tries every clause in a registry, one after the other; tells each as soon as it is known.
 * @throws CityNotReady when it can not begin
 */
export async function tryRegistry(trial: Trial, tell: (result: Result) => void = () => {}): Promise<Result[]> {
  const city = await enterCity(trial);
  const results: Result[] = [];
  for (const clause of clauses.filter(({ id }) => trial.only?.includes(id) ?? true)) {
    const result = await tryClause(city, clause);
    if (result.state === 'broken') await settleDown(city);
    tell(result);
    results.push(result);
  }
  return results;
}

async function tryClause(city: City, { id, says, needs = [], check }: Clause): Promise<Result> {
  const lacking = needs.find((need) => !city.has.has(need));
  if (lacking) return { id, says, state: 'untried', what: `needs ${missing[lacking]}` };
  try {
    await check(city);
    return { id, says, state: 'kept' };
  } catch (error) {
    return { id, says, state: 'broken', ...faultOf(error) };
  }
}

function faultOf(error: unknown): Pick<Result, 'what' | 'expected' | 'seen'> {
  if (error instanceof Unkept) return { what: error.message, expected: error.expected, seen: error.seen };
  if (error instanceof z.ZodError)
    return { what: 'an answer', expected: 'the shape in the description', seen: z.prettifyError(error) };
  return {
    what: 'an answer',
    expected: 'one that can be read',
    seen: error instanceof Error ? error.message : 'nothing',
  };
}
