import { readCitizenNumber } from '../../domain/citizen-number.ts';
import { isKnownArea } from '../../domain/divisions.ts';
import type { Person } from '../../domain/records.ts';
import { allotNumber, checkNumberFits } from '../allot-number.ts';
import { checkHappened } from '../days.ts';
import { formerNumbersWith } from '../former-numbers.ts';
import { checkParents, getParents, listChildren } from '../parents.ts';
import { refuse } from '../refusal.ts';
import { recountRelations } from '../relations-of-changed.ts';
import { listSpouses } from '../spouses.ts';
import type { Resident } from '../standing.ts';
import type { Workbench } from '../workbench.ts';
import type { ItemInput } from './item-input.ts';

/**
 * 性别、出生日期、公民身份号码更正: whose sex or birth date changes gets a new number where the old one says otherwise (GB 11643), and the
 * relations of the household are counted anew. Refuses with number-not-possible, number-taken, numbers-exhausted, spouse-same-sex,
 * child-older, parent-sex and whatever recountRelations refuses.
 */
export function changeNumbered(bench: Workbench, { person, household }: Resident, input: ItemInput): void {
  const after = { ...person, sex: input.sex ?? person.sex, bornOn: input.bornOn ?? person.bornOn };
  if (input.bornOn !== null) checkHappened(bench, input.bornOn, 'bornOn');
  if (after.sex !== person.sex) checkSpouses(bench, person, after.sex);
  const { division } = bench.get('address', household.addressId);
  const isForced = input.item === 'id-number';
  const citizenId = numberAfter(bench, after, { division, given: input.citizenId, isForced });
  bench.put('person', { ...after, citizenId, formerCitizenIds: formerNumbersWith(person, citizenId) });
  if (after.sex !== person.sex) turnParent(bench, after);
  if (after.bornOn !== person.bornOn) checkGenerations(bench, after);
  recountRelations(bench, person.personId, input.relations);
}

interface NumberWish {
  readonly division: string;
  readonly given: string | null;
  /** A doubled or wrong number is given up even where it fits sex and birth date. */
  readonly isForced: boolean;
}

function numberAfter(bench: Workbench, person: Person, { division, given, isForced }: NumberWish): string {
  if (given === null) {
    const keeps = !isForced && fitsNumber(person, bench.context.today);
    return keeps ? person.citizenId : allotNumber(bench, division, person);
  }
  checkNumberFits(bench, given, person, 'citizenId');
  const bearers = bench.list('person', 'citizenId', given).filter(({ data }) => data.personId !== person.personId);
  if (bearers.length > 0) refuse('number-taken', 'citizenId', { name: person.name });
  return given;
}

function fitsNumber({ citizenId, sex, bornOn }: Person, today: string): boolean {
  const reading = readCitizenNumber(citizenId, { today, isKnownArea });
  return reading.sex === sex && reading.birthDate === bornOn;
}

function checkSpouses(bench: Workbench, person: Person, sex: Person['sex']): void {
  const same = listSpouses(bench, person).find((spouse) => spouse.sex === sex);
  if (same) refuse('spouse-same-sex', 'sex', { name: same.name });
}

/** Who was entered as a father becomes a mother to the children, unless they have one. */
function turnParent(bench: Workbench, person: Person): void {
  const [from, to] = person.sex === '1' ? (['motherId', 'fatherId'] as const) : (['fatherId', 'motherId'] as const);
  for (const { data: child } of bench.list('person', from, person.personId)) {
    if (child[to] !== null) refuse('parent-sex', 'sex', { name: child.name });
    bench.change('person', child.personId, { [from]: null, [to]: person.personId });
  }
}

function checkGenerations(bench: Workbench, person: Person): void {
  checkParents(person, getParents(bench, person), 'adoption');
  for (const child of listChildren(bench, person.personId)) checkParents(child, getParents(bench, child), 'adoption');
}
