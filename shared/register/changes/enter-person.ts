import { z } from 'zod';
import { Day, type Household, RecordId } from '../../domain/records.ts';
import { adopt, fetchRegisteredChild } from '../adoptions.ts';
import { linkSpouse } from '../arrivals.ts';
import { type ChangeNote, defineChange } from '../change.ts';
import { relationOfChild } from '../child-relation.ts';
import { checkHappened } from '../days.ts';
import { Target } from '../entered.ts';
import { NewPerson, registerNewPerson } from '../entering.ts';
import { type Entrant, enterHousehold } from '../joining.ts';
import { adviseHousehold, checkEthnicity, endAtOnce, isOverdue } from '../newborns.ts';
import { checkParents, getParents, type Parents } from '../parents.ts';
import { refuse } from '../refusal.ts';
import { getSubjectHousehold } from '../subjects.ts';
import type { Workbench } from '../workbench.ts';

/** Why somebody is entered; set by the pack for each procedure. */
const grounds = ['birth', 'birth-abroad', 'adoption', 'institution', 'late', 'new-citizen', 'return'] as const;

const input = z.strictObject({
  ground: z.enum(grounds),
  /** The household they join, or a person of it, where the case was started from there; otherwise `target` says where they go. */
  subject: RecordId.nullable().default(null),
  target: Target.nullable().default(null),
  people: z.array(NewPerson).min(1).max(12),
  fatherId: RecordId.nullable().default(null),
  motherId: RecordId.nullable().default(null),
  /** A child that died before it was declared. */
  diedOn: Day.nullable().default(null),
  /** The day of the adoption or approval; null: today. Births have their own day. */
  happenedOn: Day.nullable().default(null),
  isSecret: z.boolean().default(false),
  /** Country or place they come from. */
  fromPlace: z.string().trim().max(60).default(''),
  incapableHeadReason: z.string().max(100).default(''),
});
type Input = z.infer<typeof input>;

/**
 * Entering somebody who was registered nowhere: birth (N21 §19–25), adoption (§26), child of an institution (§27), settling from abroad
 * (§28–29), late registration (§30). Whoever has no number is allotted one.
 */
export const enterPerson = defineChange({
  effect: 'enter-person',
  input,
  fields: {
    fatherId: { kind: 'person' },
    motherId: { kind: 'person' },
    diedOn: { kind: 'date' },
    happenedOn: { kind: 'date' },
    isSecret: { kind: 'yes-no' },
    fromPlace: { kind: 'text' },
    incapableHeadReason: { kind: 'text' },
  },
  plan(bench, input) {
    const target = targetOf(bench, input);
    const parents = getParents(bench, input);
    const needsParent = isBirth(input) || input.ground === 'adoption';
    if (needsParent && !parents.father && !parents.mother) refuse('parent-needed', 'motherId');
    for (const child of input.people) checkChild(bench, child, parents, input);
    const personIds = layPeople(bench, input, target, parents);
    const household = enterAll(bench, target, listEntrants(bench, input, target, parents, personIds), input);
    for (const personId of personIds) linkSpouse(bench, personId);
    if (isBirth(input)) adviseHousehold(bench, household, parents);
    if (input.diedOn !== null) endChild(bench, input, personIds, input.diedOn);
    return noteOf(bench, input);
  },
});

const isBirth = ({ ground }: Input): boolean => ground === 'birth' || ground === 'birth-abroad';

function targetOf(bench: Workbench, { target, subject }: Input): Target {
  if (target) return target;
  if (subject === null) refuse('household-unknown', 'target');
  return { household: 'join', householdId: getSubjectHousehold(bench, subject).householdId };
}

function checkChild(bench: Workbench, child: NewPerson, parents: Parents, input: Input): void {
  checkHappened(bench, child.bornOn, 'people');
  checkParents(child, parents, input.ground === 'adoption' ? 'adoption' : 'birth');
  if (isBirth(input)) checkEthnicity(child, parents);
}

function divisionOf(bench: Workbench, target: Target): string {
  const addressId =
    target.household === 'new' ? target.addressId : bench.get('household', target.householdId, 'target').addressId;
  return bench.get('address', addressId, 'target').division;
}

/** Lays each person on the bench; the answer has their ids in the order of the people. */
function layPeople(bench: Workbench, input: Input, target: Target, parents: Parents): string[] {
  const division = divisionOf(bench, target);
  const joinedId = target.household === 'join' ? target.householdId : null;
  return input.people.map((entered) => {
    const place = entered.personId === null ? null : bench.findPlace(entered.personId);
    const isFetched = input.ground === 'adoption' && place !== null && entered.personId !== null;
    if (isFetched) fetchRegisteredChild(bench, place.personId, entered, joinedId);
    const personId = isFetched
      ? place.personId
      : registerNewPerson(bench, entered, { division, parents, fromPlace: input.fromPlace });
    if (input.ground === 'adoption') adopt(bench, personId, { parents, isSecret: input.isSecret });
    return personId;
  });
}

function listEntrants(
  bench: Workbench,
  input: Input,
  target: Target,
  parents: Parents,
  personIds: readonly string[],
): Entrant[] {
  return personIds.map((personId, index) => {
    const person = bench.get('person', personId);
    const given = input.people[index]?.relation ?? null;
    const counted =
      target.household === 'join'
        ? relationOfChild(bench, target.householdId, person, parents, input.ground === 'adoption')
        : null;
    const alone = target.household === 'new' && personIds.length === 1 ? '02' : null;
    const relation = given ?? counted ?? alone ?? refuse('relation-needed', 'people', { name: person.name });
    return { personId, relation };
  });
}

/** A child adopted inside the household only becomes something else to its head. */
function enterAll(bench: Workbench, target: Target, entrants: readonly Entrant[], input: Input): Household {
  const staying = entrants.flatMap((entrant) => {
    const place = bench.findPlace(entrant.personId);
    return place ? [{ ...entrant, membershipId: place.membershipId }] : [];
  });
  for (const { membershipId, relation } of staying) bench.change('membership', membershipId, { relation });
  const stayingIds = new Set(staying.map(({ personId }) => personId));
  const coming = entrants.filter(({ personId }) => !stayingIds.has(personId));
  return enterHousehold(bench, target, coming, input);
}

/** Of twins one may have died: then each is a case of its own. */
function endChild(bench: Workbench, input: Input, personIds: readonly string[], diedOn: string): void {
  const [childId, ...others] = personIds;
  if (childId === undefined || others.length > 0 || !isBirth(input)) refuse('input-invalid', 'diedOn');
  endAtOnce(bench, childId, diedOn);
}

function noteOf(bench: Workbench, input: Input): ChangeNote {
  const { today } = bench.context;
  const bornOn = input.people[0]?.bornOn ?? today;
  const happenedOn = isBirth(input) ? bornOn : (input.happenedOn ?? today);
  if (input.happenedOn !== null) checkHappened(bench, input.happenedOn, 'happenedOn', input.people[0]);
  return {
    happenedOn,
    details: {
      ground: input.ground,
      people: input.people.length,
      ...(isBirth(input) ? { isOverdue: isOverdue(bornOn, today) } : {}),
      ...(input.diedOn === null ? {} : { diedOn: input.diedOn }),
    },
  };
}
