import { z } from 'zod';
import { Day, type Person, RecordId } from '../../domain/records.ts';
import { headRelation } from '../../domain/relations.ts';
import { endResidence } from '../arrivals.ts';
import { defineChange } from '../change.ts';
import { relationOfChild } from '../child-relation.ts';
import { checkHappened } from '../days.ts';
import { Target } from '../entered.ts';
import { enterHousehold } from '../joining.ts';
import { getParents } from '../parents.ts';
import { refuse } from '../refusal.ts';
import type { Workbench } from '../workbench.ts';

/** On what ground somebody is registered again (N21 §37–38; 国办发〔2015〕96号 二 (四)–(六)). */
const causes = ['judgment', 'nationality', 'returned', 'released', 'expired-papers', 'marriage-cancelled'] as const;

const input = z.strictObject({
  /** The person. */
  subject: RecordId,
  target: Target,
  cause: z.enum(causes),
  /** The day of the judgment, certificate or return; null: today. */
  happenedOn: Day.nullable().default(null),
  /** To the head of the household they enter; null: worked out from the parents. */
  relation: z
    .string()
    .regex(/^\d{2}$/)
    .nullable()
    .default(null),
  incapableHeadReason: z.string().max(100).default(''),
});

/** 恢复户口: somebody dead, cancelled or moved out is registered again, with the number they had. */
export const restorePerson = defineChange({
  effect: 'restore-person',
  input,
  fields: {
    cause: { kind: 'choice', values: causes },
    happenedOn: { kind: 'date' },
    relation: { kind: 'code:relation' },
    incapableHeadReason: { kind: 'text' },
  },
  plan(bench, input) {
    const person = bench.get('person', input.subject);
    checkRestorable(bench, person, input.cause);
    const happenedOn = input.happenedOn ?? bench.context.today;
    checkHappened(bench, happenedOn, 'happenedOn', person);
    const relation = relationIn(bench, person, input);
    bench.change('person', person.personId, {
      status: 'registered',
      endedOn: null,
      endReason: null,
      hukouDivision: null,
      hukouClass: null,
      hukouAddress: null,
    });
    endResidence(bench, person.personId);
    enterHousehold(bench, input.target, [{ personId: person.personId, relation }], input);
    const details = { cause: input.cause, formerStatus: person.status, formerReason: person.endReason };
    return { happenedOn, details };
  },
});

function checkRestorable(bench: Workbench, { status, name, citizenId, personId }: Person, cause: string): void {
  if (status === 'registered') refuse('person-already-registered', null, { name });
  if (status === 'elsewhere') refuse('person-elsewhere', null, { name });
  if (status === 'dead' && cause !== 'judgment') refuse('death-not-cancelled', 'cause', { name });
  const bearers = bench.list('person', 'citizenId', citizenId).filter(({ data }) => data.personId !== personId);
  if (bearers.some(({ data }) => data.status === 'registered')) refuse('number-taken', null, { name });
}

/** What they were when they left says nothing: the head may be another one since. */
function relationIn(
  bench: Workbench,
  person: Person,
  { target, relation }: { readonly target: Target; readonly relation: string | null },
): string {
  if (target.household === 'new') return headRelation;
  const counted = relation ?? relationOfChild(bench, target.householdId, person, getParents(bench, person), false);
  return counted ?? refuse('relation-needed', 'relation', { name: person.name });
}
