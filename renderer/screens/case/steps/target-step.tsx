import type { ReactElement } from 'react';
import { AddressPicker } from '../../../addresses/address-picker.tsx';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { personFields } from '../../../case/fields.ts';
import { useProblemWords } from '../../../case/problem-words.ts';
import { shownProblems } from '../../../case/problems.ts';
import { DraftField } from '../../../fields/draft-field.tsx';
import { useWords } from '../../../language.ts';
import { HouseholdChoice } from './household-choice.tsx';

const relationField = personFields.find((it) => it.key === 'relationToHead');

/** What is wrong with the address or the household, under their cards. */
function TargetProblems({ path }: { path: 'target.addressId' | 'target.household' }): ReactElement {
  const wordsOf = useProblemWords();
  const shown = useEditing((it) =>
    JSON.stringify(shownProblems(it).filter((problem) => problem.path.startsWith(path))),
  );
  const problems: ReturnType<typeof shownProblems> = JSON.parse(shown);
  return (
    <>
      {problems.map((it) => (
        <p key={it.code} className={it.weight === 'blocks' ? 'field-wrong' : 'field-warns'}>
          <span aria-hidden="true">{it.weight === 'blocks' ? '✕ ' : '! '}</span>
          {wordsOf(it)}
        </p>
      ))}
    </>
  );
}

/** Every mover's relation to the head of the household they will stand in. */
function Relations(): ReactElement | null {
  const say = useWords();
  const people = useEditing((it) => it.draft.people);
  if (relationField === undefined) return null;
  return (
    <section className="card" aria-label={say('target.relations')}>
      <h2>{say('target.relations')}</h2>
      {people.map((person, index) => (
        <fieldset
          key={String(index)}
          className="relation-line"
          aria-label={index === 0 ? say('person.applicant') : say('person.companion', { number: index })}
        >
          <span className="relation-who">
            {index === 0 ? say('person.applicant') : say('person.companion', { number: index })} {person.name}
          </span>
          <DraftField field={relationField} index={index} />
        </fieldset>
      ))}
    </section>
  );
}

/** Where they settle: an address of the standard tree, a household there, each one's relation to its head. */
export function TargetStep(): ReactElement {
  const say = useWords();
  const { store } = useOpenCase();
  const addressId = useEditing((it) => it.draft.target.addressId);
  return (
    <>
      <section className="card" aria-label={say('target.address')}>
        <h2>{say('target.address')}</h2>
        <AddressPicker
          addressId={addressId}
          onPick={(picked) => {
            store.edit((draft) => ({ ...draft, target: { addressId: picked, household: '', householdId: '' } }));
            store.leave('target.addressId');
          }}
        />
        <TargetProblems path="target.addressId" />
      </section>
      {addressId === '' ? null : (
        <section className="card" aria-label={say('target.household')}>
          <h2>{say('target.household')}</h2>
          <HouseholdChoice addressId={addressId} />
          <TargetProblems path="target.household" />
        </section>
      )}
      <Relations />
    </>
  );
}
