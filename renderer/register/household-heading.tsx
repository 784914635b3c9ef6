import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { HouseholdView } from '../../shared/contract/person.ts';
import { useWords } from '../language.ts';

/** A household by its number, leading to its page, and where it is, leading to the address. */
export function HouseholdHeading({ view }: { view: HouseholdView }): ReactElement {
  const say = useWords();
  const { householdId, number, kind, addressId } = view.household;
  return (
    <p className="household-heading">
      <Link to="/household/$householdId" params={{ householdId }}>
        {say('household.join', { number, kind: say(`householdKind.${kind}`) })}
      </Link>{' '}
      <Link to="/address/$addressId" params={{ addressId }}>
        {view.address}
      </Link>
    </p>
  );
}
