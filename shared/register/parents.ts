import { parentAgeGapYears } from '../domain/household-rules.ts';
import { ageOn, isRealDay } from '../domain/plain-date.ts';
import type { Guardian, Person } from '../domain/records.ts';
import { refuse } from './refusal.ts';
import { isOwnToChange } from './standing.ts';
import type { Workbench } from './workbench.ts';

/** Father and mother where the register knows them. */
export interface Parents {
  readonly father: Person | null;
  readonly mother: Person | null;
}

/** How the parents came to be parents: adoptive ones only have to be older and of any sex pairing the civil affairs office accepted. */
export type Parenthood = 'birth' | 'adoption';

/** The parents by their ids. Refuses with person-unknown. */
export function getParents(
  bench: Workbench,
  { fatherId, motherId }: { readonly fatherId: string | null; readonly motherId: string | null },
): Parents {
  return {
    father: fatherId === null ? null : bench.get('person', fatherId, 'fatherId'),
    mother: motherId === null ? null : bench.get('person', motherId, 'motherId'),
  };
}

/**
 * Whether these can be the child's parents. Refuses with parent-sex, child-older (less than the years between generations; for an adoption
 * not older) or parent-dead (a mother dead before the birth, an adopter dead).
 */
export function checkParents(
  child: { readonly name: string; readonly bornOn: string },
  { father, mother }: Parents,
  parenthood: Parenthood = 'birth',
): void {
  if (father && father.sex !== '1') refuse('parent-sex', 'fatherId', { name: father.name });
  if (mother && mother.sex !== '2') refuse('parent-sex', 'motherId', { name: mother.name });
  if (father) checkParent(child, father, 'fatherId', parenthood);
  if (mother) checkParent(child, mother, 'motherId', parenthood);
  const isMotherGone = parenthood === 'birth' && mother?.status === 'dead' && (mother.endedOn ?? '9') < child.bornOn;
  if (isMotherGone) refuse('parent-dead', 'motherId', { name: mother.name });
}

function checkParent(
  child: { readonly name: string; readonly bornOn: string },
  parent: Person,
  field: string,
  parenthood: Parenthood,
): void {
  if (parenthood === 'adoption' && parent.status === 'dead') refuse('parent-dead', field, { name: parent.name });
  if (!isRealDay(parent.bornOn)) return;
  const gapYears = parenthood === 'birth' ? parentAgeGapYears : 1;
  if (ageOn(parent.bornOn, child.bornOn) < gapYears)
    refuse('child-older', field, { name: child.name, parent: parent.name });
}

/** The parents as guardians of a minor (民法典 §27), in the words of the 登记表. A secret adoption names them as parents. */
export function guardiansOf({ father, mother }: Parents, isAdoptionShown: boolean): Guardian[] {
  const line = (parent: Person | null, relation: string): Guardian[] =>
    parent && parent.status !== 'dead' ? [{ name: parent.name, relation, citizenId: parent.citizenId }] : [];
  return [...line(father, isAdoptionShown ? '养父' : '父亲'), ...line(mother, isAdoptionShown ? '养母' : '母亲')];
}

/** Those of the register who name the person as a parent. */
export function listChildren(bench: Workbench, personId: string): Person[] {
  return (['fatherId', 'motherId'] as const).flatMap((link) =>
    bench.list('person', link, personId).map(({ data }) => data),
  );
}

/** Puts another record in the place of a parent; children registered at other stations keep theirs. */
export function replaceParent(bench: Workbench, formerId: string, parent: Person): void {
  const link = parent.sex === '1' ? 'fatherId' : 'motherId';
  for (const { data } of bench.list('person', link, formerId))
    if (isOwnToChange(bench, data.personId)) bench.change('person', data.personId, { [link]: parent.personId });
}
