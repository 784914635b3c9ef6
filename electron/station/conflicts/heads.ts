import type { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Program } from '../program.ts';
import { findCase } from '../store/cases.ts';
import { findPerson } from '../store/persons.ts';

/** Names a line of the desk at most. */
const mostNames = 6;

function personIdsOf({ facts, effects }: RegisterEvent): string[] {
  const said = 'personIds' in facts ? facts.personIds : 'movers' in facts ? facts.movers.map((it) => it.personId) : [];
  return [...said, ...effects.flatMap(({ after }) => ('personId' in after ? [after.personId] : []))];
}

/** First and last number of the sheets that an event of the stock is about. */
function sheetsOf({ effects }: RegisterEvent): string[] {
  const numbers = effects.flatMap((effect) => (effect.kind === 'blank' ? [effect.after.number] : []));
  return [...new Set([numbers.at(0), numbers.at(-1)])].flatMap((number) => number ?? []);
}

/** Names of those an event is about, the first one first; the numbers of its sheets where it is about the stock. */
export function namesOf(program: Program, event: RegisterEvent): string[] {
  const made = new Map(event.effects.flatMap(({ kind, id, after }) => (kind === 'person' ? [[id, after.name]] : [])));
  const names = [...new Set(personIdsOf(event))].flatMap(
    (id) => made.get(id) ?? findPerson(program.database, id)?.data.name ?? [],
  );
  return [...names, ...sheetsOf(event)].slice(0, mostNames);
}

/** What a line of the desk says of an event. */
export function headOf(
  program: Program,
  event: RegisterEvent,
): { eventId: string; procedure: string; acceptanceNumber: string; people: string[] } {
  const { eventId, facts, caseId } = event;
  const ofCase = () => findCase(program.database, caseId)?.acceptanceNumber ?? '';
  const acceptanceNumber = 'acceptanceNumber' in facts ? facts.acceptanceNumber : ofCase();
  return { eventId, procedure: facts.procedure, acceptanceNumber, people: namesOf(program, event) };
}
