import { z } from 'zod';
import { readCitizenNumber } from '../domain/citizen-number.ts';
import { isKnownArea } from '../domain/divisions.ts';
import { CitizenId, Day, Person } from '../domain/records.ts';
import { checkHappened } from './days.ts';
import { formerNumbersWith } from './former-numbers.ts';
import { refuse } from './refusal.ts';
import type { Workbench } from './workbench.ts';

/** Items of a permit that its holder's own registration authority changed (N21 §72); null or empty: as before. */
export const holderItemsInput = {
  name: z.string().trim().max(50).default(''),
  sex: Person.shape.sex.nullable().default(null),
  ethnicity: Person.shape.ethnicity.nullable().default(null),
  bornOn: Day.nullable().default(null),
  citizenId: CitizenId.nullable().default(null),
};

/** How a page asks for `holderItemsInput`. */
export const holderItemsFields = {
  name: { kind: 'text' },
  sex: { kind: 'code:sex' },
  ethnicity: { kind: 'code:ethnicity' },
  bornOn: { kind: 'date' },
  citizenId: { kind: 'citizen-number' },
} as const;

/** The values of `holderItemsInput`. */
export type HolderItems = Readonly<Partial<Pick<Person, 'name' | 'sex' | 'ethnicity' | 'bornOn' | 'citizenId'>>>;

/**
 * Takes over items that changed where the holder is registered, and answers which. Refuses with item-not-possible (the person's items are
 * changed here, by their own procedures), number-not-possible (the number does not say this sex and birth), number-taken or what
 * checkHappened refuses of the birth.
 */
export function changeHolderItems(bench: Workbench, personId: string, items: HolderItems): string[] {
  const before = bench.get('person', personId);
  const changed = (Object.keys(items) as (keyof HolderItems)[]).filter((key) => items[key] !== before[key]);
  if (changed.length === 0) return [];
  if (before.status !== 'elsewhere') refuse('item-not-possible');
  const formerCitizenIds = formerNumbersWith(before, items.citizenId ?? before.citizenId);
  bench.change('person', personId, { ...items, formerCitizenIds });
  checkNumber(bench, bench.get('person', personId));
  return changed;
}

function checkNumber(bench: Workbench, { personId, citizenId, bornOn, sex }: Person): void {
  checkHappened(bench, bornOn, 'bornOn');
  const reading = readCitizenNumber(citizenId, { today: bench.context.today, isKnownArea });
  if (!reading.valid || reading.birthDate !== bornOn || reading.sex !== sex)
    refuse('number-not-possible', 'citizenId', { number: citizenId });
  const bearer = bench.list('person', 'citizenId', citizenId).find(({ data }) => data.personId !== personId);
  if (bearer) refuse('number-taken', 'citizenId', { name: bearer.data.name });
}
