import type { ReactElement } from 'react';
import { codeName } from '../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { asIds, asRelations, asText, type FieldValue } from './field-input.ts';

/** Names of the chosen are read once while they are shown: each reading of a person is logged. */
const freshMs = 300_000;

interface WordsProps {
  readonly value: FieldValue;
}

function Name({ personId }: { personId: string }): ReactElement {
  const say = useWords();
  const found = useCall('person.get', { personId, purpose: 'counter' }, { enabled: personId !== '', freshMs });
  return <>{found.data?.person.name ?? say(found.error === null ? 'word.reading' : 'word.unknown')}</>;
}

/** A person by name. */
export function PersonWords({ value }: WordsProps): ReactElement {
  return <Name personId={asText(value)} />;
}

/** Several persons by name. */
export function MembersWords({ value }: WordsProps): ReactElement {
  const say = useWords();
  return (
    <>
      {asIds(value).map((personId, index) => (
        <span key={personId}>
          {index === 0 ? '' : say('word.listComma')}
          <Name personId={personId} />
        </span>
      ))}
    </>
  );
}

/** Each person with the relation confirmed. */
export function RelationsWords({ value }: WordsProps): ReactElement {
  const say = useWords();
  const language = useLanguage();
  return (
    <>
      {Object.entries(asRelations(value)).map(([personId, relation], index) => (
        <span key={personId}>
          {index === 0 ? '' : say('word.listComma')}
          <Name personId={personId} /> {codeName('relation', relation, language)}
        </span>
      ))}
    </>
  );
}

/** A household by its number and where it is. */
export function HouseholdWords({ value }: WordsProps): ReactElement {
  const say = useWords();
  const householdId = asText(value);
  const found = useCall('household.get', { householdId }, { enabled: householdId !== '', freshMs });
  if (found.data === undefined) return <>{say(found.error === null ? 'word.reading' : 'word.unknown')}</>;
  const { household, address } = found.data;
  const kind = say(`householdKind.${household.kind}`);
  return (
    <>
      {say('household.join', { number: household.number, kind })} {address}
    </>
  );
}

/** An address in full. */
export function AddressWords({ value }: WordsProps): ReactElement {
  const say = useWords();
  const addressId = asText(value);
  const path = useCall('address.path', { addressId }, { enabled: addressId !== '' });
  return <>{path.data?.at(-1)?.fullName ?? say(path.error === null ? 'word.reading' : 'word.unknown')}</>;
}
