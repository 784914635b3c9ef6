import { findCode } from '../../domain/codes.ts';
import type { Person } from '../../domain/records.ts';
import { defineChange } from '../change.ts';
import { checkHappened } from '../days.ts';
import { checkOwnItems, ItemInput, itemFields } from '../items/item-input.ts';
import { changeNames } from '../items/names.ts';
import { changeNumbered } from '../items/numbers.ts';
import { changeParticulars } from '../items/particulars.ts';
import { getParents } from '../parents.ts';
import { refuse } from '../refusal.ts';
import { getResident, type Resident } from '../standing.ts';
import type { Workbench } from '../workbench.ts';

/** 变更更正 of the items of a person (L58 §17–18; N21 §48–57). The note names the items, and the number that was given up. */
export const changeItem = defineChange({
  effect: 'change-item',
  input: ItemInput,
  fields: itemFields,
  plan(bench, input) {
    const resident = getResident(bench, input.subject);
    checkOwnItems(input);
    const happenedOn = input.happenedOn ?? bench.context.today;
    checkHappened(bench, happenedOn, 'happenedOn');
    changeItems(bench, resident, input);
    if (bench.effects().length === 0) refuse('item-same', null, { name: resident.person.name });
    return { happenedOn, details: detailsOf(input.item, resident.person, bench.get('person', input.subject)) };
  },
});

function changeItems(bench: Workbench, resident: Resident, input: ItemInput): void {
  const { person } = resident;
  const { item } = input;
  if (item === 'name' || item === 'former-name') bench.change('person', person.personId, changeNames(person, input));
  else if (item === 'ethnicity') changeEthnicity(bench, person, input.ethnicity);
  else if (item === 'other') changeParticulars(bench, resident, input);
  else changeNumbered(bench, resident, input);
}

/** A step-parent's ethnicity is allowed and a step-parent may not be linked, so that of neither parent only warns. */
function changeEthnicity(bench: Workbench, person: Person, ethnicity: string | null): void {
  if (ethnicity === null || !findCode('ethnicity', ethnicity)) refuse('item-not-possible', 'ethnicity');
  const { father, mother } = getParents(bench, person);
  const known = [father, mother].filter((parent) => parent !== null);
  if (known.length > 0 && known.every((parent) => parent.ethnicity !== ethnicity))
    bench.warn('ethnicity-of-neither', 'ethnicity', { name: person.name });
  bench.change('person', person.personId, { ethnicity });
}

function detailsOf(item: string, before: Person, after: Person): Record<string, string> {
  const keys = (Object.keys(after) as (keyof Person)[]).filter(
    (key) => key !== 'formerCitizenIds' && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const details = { item, items: keys.join(',') };
  return after.citizenId === before.citizenId ? details : { ...details, formerCitizenId: before.citizenId };
}
