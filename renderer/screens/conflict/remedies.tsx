import { Checkbox } from 'antd';
import type { ReactElement } from 'react';
import type { ConflictDecision, ConflictView } from '../../../shared/contract/conflict.ts';
import { AddressPicker } from '../../addresses/address-picker.tsx';
import { useWords } from '../../language.ts';

type Given = ConflictDecision['remedies'];

interface RemediesProps {
  readonly offered: ConflictView['remedies'];
  readonly given: Given;
  readonly onGive: (given: Given) => void;
}

/** What the broken rule named, given anew without another case: a 户号 of the block, another address. */
export function Remedies({ offered, given, onGive }: RemediesProps): ReactElement | null {
  const say = useWords();
  if (offered.length === 0) return null;
  return (
    <section className="card" aria-label={say('conflict.remedies')}>
      <h2>{say('conflict.remedies')}</h2>
      {offered.includes('number') ? (
        <Checkbox
          checked={given.isNumberRenewed}
          onChange={(event) => onGive({ ...given, isNumberRenewed: event.target.checked })}
        >
          {say('conflict.newNumber')}
        </Checkbox>
      ) : null}
      {offered.includes('address') ? (
        <>
          <h3>{say('conflict.newAddress')}</h3>
          <AddressPicker
            id="conflict-address"
            isTreeOpen={false}
            addressId={given.addressId ?? ''}
            onPick={(addressId) => onGive({ ...given, addressId: addressId === '' ? null : addressId })}
          />
        </>
      ) : null}
    </section>
  );
}
