import { type CodeTableName, findCode } from '../../domain/codes.ts';
import type { Guardian, Person } from '../../domain/records.ts';
import { isCapable } from '../heads.ts';
import { checkParents, getParents } from '../parents.ts';
import { refuse } from '../refusal.ts';
import { confirmRelations } from '../relations-of-changed.ts';
import type { Resident } from '../standing.ts';
import type { Workbench } from '../workbench.ts';
import { type ItemInput, isGiven } from './item-input.ts';
import { changeMarriage } from './marriage.ts';

/** Items taken over as they were typed or chosen. */
const plainItems = [
  'namePinyin',
  'education',
  'workplace',
  'occupation',
  'heightCm',
  'bloodType',
  'religion',
  'military',
  'birthplace',
  'nativePlace',
  'otherAddress',
  'phone',
  'photoId',
] as const;
const coded: Readonly<Partial<Record<(typeof plainItems)[number], CodeTableName>>> = {
  education: 'education',
  bloodType: 'blood',
  military: 'military',
};

/**
 * 其他项目变更更正 (N21 §56–57): every item without a procedure of its own, marriage, guardians, capacity, parents and relations to the head
 * among them. Refuses with item-not-possible and whatever changeMarriage, checkParents and confirmRelations refuse.
 */
export function changeParticulars(bench: Workbench, { person, household }: Resident, input: ItemInput): void {
  const { personId } = person;
  bench.change('person', personId, { ...plainValues(input), guardians: guardiansAfter(person, input) });
  if (isGiven(input, 'maritalStatus') || isGiven(input, 'spouseId'))
    changeMarriage(bench, bench.get('person', personId), input);
  if (input.fatherId !== null || input.motherId !== null) changeParents(bench, person, input);
  if (input.capacity !== null)
    bench.change('person', personId, { capacity: input.capacity === 'by-age' ? null : input.capacity });
  clearItem(bench, personId, input);
  confirmRelations(bench, household.householdId, input.relations);
  const after = bench.get('person', personId);
  if (household.headPersonId === personId && !isCapable(after, bench.context.today))
    bench.warn('head-incapable', 'capacity', { name: person.name });
}

function plainValues(input: ItemInput): Partial<Person> {
  const given = plainItems.filter((key) => isGiven(input, key));
  for (const key of given) {
    const table = coded[key];
    if (table && !findCode(table, String(input[key]))) refuse('item-not-possible', key);
  }
  return Object.fromEntries(given.map((key) => [key, input[key]]));
}

function guardiansAfter({ guardians }: Person, input: ItemInput): Guardian[] {
  const [first, second] = guardians;
  const typed = (name: string, relation: string, number: string, before: Guardian | undefined): Guardian[] => {
    if (name !== '') return [{ name, relation, citizenId: number === '' ? null : number }];
    return before ? [before] : [];
  };
  return [
    ...typed(input.guardianName, input.guardianRelation, input.guardianNumber, first),
    ...typed(input.otherGuardianName, input.otherGuardianRelation, input.otherGuardianNumber, second),
  ];
}

function changeParents(bench: Workbench, person: Person, input: ItemInput): void {
  checkParents(person, getParents(bench, input));
  bench.change('person', person.personId, {
    fatherId: input.fatherId ?? person.fatherId,
    motherId: input.motherId ?? person.motherId,
  });
}

function clearItem(bench: Workbench, personId: string, { clearedItem }: ItemInput): void {
  if (clearedItem === null) return;
  bench.change('person', personId, { [clearedItem]: clearedItem === 'guardians' ? [] : null });
}
