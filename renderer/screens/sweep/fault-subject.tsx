import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Fault } from '../../../shared/contract/sweep.ts';
import { useWords } from '../../language.ts';

/** Whose fault it is, with the way to their page where there is one. */
export function FaultSubject({ fault: { subject, label } }: { fault: Fault }): ReactElement {
  const say = useWords();
  const { kind, id } = subject;
  const search = { purpose: 'correction' } as const;
  switch (kind) {
    case 'person':
      return (
        <Link to="/person/$personId" params={{ personId: id }} search={search}>
          {label}
        </Link>
      );
    case 'household':
      return (
        <Link to="/household/$householdId" params={{ householdId: id }} search={search}>
          {say('household.short', { number: label })}
        </Link>
      );
    case 'address':
      return (
        <Link to="/address/$addressId" params={{ addressId: id }} search={search}>
          {label}
        </Link>
      );
    case 'event':
      return (
        <Link to="/sync" aria-label={`${label} ${say('sweep.openSync')}`}>
          {label}
        </Link>
      );
    default:
      return <span className="numbers">{label}</span>;
  }
}
