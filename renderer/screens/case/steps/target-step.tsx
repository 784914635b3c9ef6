import type { ReactElement } from 'react';
import { AddressPicker } from '../../../addresses/address-picker.tsx';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { useEntryPlan, useWho } from '../../../case/entry-plan.ts';
import { personFields } from '../../../case/fields.ts';
import { usePathProblems } from '../../../case/path-problems.ts';
import { DraftField } from '../../../fields/draft-field.tsx';
import { useWords } from '../../../language.ts';
import { HouseholdChoice } from './household-choice.tsx';
import { ProblemLines } from './problem-lines.tsx';

const relationField = personFields.find((it) => it.key === 'relationToHead');

/** Every mover's relation to the head of the household they will stand in. */
function Relations(): ReactElement | null {
  const say = useWords();
  const whoOf = useWho();
  const people = useEditing((it) => it.draft.people);
  if (relationField === undefined) return null;
  return (
    <section className="card" aria-label={say('target.relations')}>
      <h2>{say('target.relations')}</h2>
      {people.map((person, index) => (
        <fieldset key={String(index)} className="relation-line" aria-label={whoOf(index)}>
          <span className="relation-who">
            {whoOf(index)} {person.name}
          </span>
          <DraftField field={relationField} index={index} />
        </fieldset>
      ))}
    </section>
  );
}

/** Where they go: an address of the standard tree, a household there, each one's relation to its head. */
export function TargetStep(): ReactElement {
  const say = useWords();
  const { store } = useOpenCase();
  const { isSettling, page } = useEntryPlan();
  const addressId = useEditing((it) => it.draft.target.addressId);
  const atAddress = usePathProblems((path) => path === 'target.addressId');
  const atHousehold = usePathProblems((path) => path.startsWith('target.household'));
  const entersHousehold = isSettling || page?.target === 'household';
  const addressTitle = say(isSettling ? 'target.address' : 'target.ownAddress');
  const householdTitle = say(isSettling ? 'target.household' : 'target.ownHousehold');
  return (
    <>
      <section className="card" aria-label={addressTitle}>
        <h2>{addressTitle}</h2>
        <AddressPicker
          addressId={addressId}
          onPick={(picked) => {
            store.edit((draft) => ({ ...draft, target: { addressId: picked, household: '', householdId: '' } }));
            store.leave('target.addressId');
          }}
        />
        <ProblemLines problems={atAddress} />
      </section>
      {addressId === '' || !entersHousehold ? null : (
        <section className="card" aria-label={householdTitle}>
          <h2>{householdTitle}</h2>
          <HouseholdChoice addressId={addressId} />
          <ProblemLines problems={atHousehold} />
        </section>
      )}
      {isSettling || page?.people === 'entered' ? <Relations /> : null}
    </>
  );
}
