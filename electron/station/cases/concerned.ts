import type { Draft } from '../../../shared/contract/draft.ts';
import type { ProcedurePage } from '../../../shared/contract/procedure.ts';
import { CitizenId } from '../../../shared/domain/records.ts';
import type { Procedure } from '../../../shared/policy/policy-pack.ts';
import type { CasePeople } from '../store/cases.ts';
import type { Database } from '../store/database.ts';
import { findPerson } from '../store/persons.ts';
import type { Concerned } from './checks/check.ts';
import { demandsOf } from './checks/demands.ts';
import { pageOf } from './procedure-page.ts';

interface Named {
  readonly path: string;
  readonly personId: string;
}

function chosenOn(page: ProcedurePage, draft: Draft): Named[] {
  return page.fields.flatMap(({ key, kind }): Named[] => {
    const value = draft.fields[key];
    const path = `fields.${key}`;
    if (kind === 'member' && typeof value === 'string') return [{ path, personId: value }];
    if (kind !== 'members' || !Array.isArray(value)) return [];
    return value.map((personId) => ({ path, personId }));
  });
}

/**
 * The persons of the register whom a case changes beside those entered in it: its subject and the members chosen on its page. Nobody for a
 * procedure that only looks something up.
 */
export function listConcerned(database: Database, procedure: Procedure | null, draft: Draft): Concerned[] {
  if (procedure === null || procedure.effect === 'none') return [];
  const { kind, id } = draft.subject;
  const isEntered = procedure.page.people === 'entered' && draft.people.some(({ personId }) => personId === id);
  const subject: Named[] = kind === 'person' && !isEntered ? [{ path: 'subject', personId: id }] : [];
  const named = [...subject, ...chosenOn(pageOf(procedure), draft)];
  return named.flatMap(({ path, personId }) => {
    const person = findPerson(database, personId)?.data;
    return person ? [{ path, citizenId: person.citizenId, name: person.name }] : [];
  });
}

/** The numbers of everybody whom a case changes, each once: nobody of them enters another case while it runs. */
function numbersChanged(database: Database, procedure: Procedure, draft: Draft): string[] {
  if (procedure.effect === 'none') return [];
  const people = demandsOf(procedure).entersPeople ? draft.people : [];
  const entered = people.map(({ citizenId }) => citizenId);
  const concerned = listConcerned(database, procedure, draft).map(({ citizenId }) => citizenId);
  return wholeNumbers([...entered, ...concerned]);
}

const wholeNumbers = (numbers: readonly string[]): string[] => [
  ...new Set(numbers.filter((number) => CitizenId.safeParse(number).success)),
];

/** Everybody whom a case changes or only speaks of; `procedure` null where none was chosen yet: then it changes nobody. */
export function peopleOfCase(database: Database, procedure: Procedure | null, draft: Draft): CasePeople {
  const { kind, id } = draft.subject;
  const subject = kind === 'person' ? findPerson(database, id)?.data.citizenId : undefined;
  const named = [...draft.people.map(({ citizenId }) => citizenId), subject ?? ''];
  return {
    changed: procedure === null ? [] : numbersChanged(database, procedure, draft),
    named: wholeNumbers(named),
  };
}
