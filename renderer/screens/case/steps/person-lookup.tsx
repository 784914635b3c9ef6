import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { PersonRow } from '../../../../shared/contract/person.ts';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { useKey } from '../../../keys/keys.ts';
import { useWords } from '../../../language.ts';
import { PersonSearch } from '../../../people/person-search.tsx';
import { PersonTable } from '../../../people/person-table.tsx';
import { listedAtMost, nobody } from '../../../people/register-search.tsx';
import { RowButton } from '../../../people/row-button.tsx';
import { useCall } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { useTakePerson } from './take-person.ts';

/** The local register beside the fields: find, pick, go on typing. The purpose is chosen once per case. */
export function PersonLookup({ index, onClose }: { index: number; onClose: () => void }): ReactElement {
  const say = useWords();
  const { store } = useOpenCase();
  const purpose = useEditing((it) => it.purpose);
  const [text, setText] = useState('');
  const found = useCall(
    'person.search',
    { text, purpose, limit: listedAtMost },
    { enabled: text !== '', keepsPrevious: true },
  );
  const take = useTakePerson(index, onClose);
  useKey('Esc', onClose);
  return (
    <section className="lookup" aria-label={say('lookup.title')}>
      <div className="panel-head">
        <h2>{say('lookup.title')}</h2>
        <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={say('word.close')} onClick={onClose} />
      </div>
      <PersonSearch purpose={purpose} onPurpose={(next) => store.note({ purpose: next })} onText={setText} />
      <FailureLine error={found.error ?? take.error} />
      {text === '' ? null : (
        <PersonTable
          rows={found.data?.rows ?? nobody}
          isLoading={found.isPending}
          isCut={found.data?.rows.length === listedAtMost}
          copyAsOf={found.data?.copyAsOf ?? null}
          action={(row: PersonRow) => (
            <RowButton
              label={say('lookup.pick')}
              spoken={say('lookup.pickWhom', { name: row.name })}
              onPress={() => take.take(row.personId)}
            />
          )}
        />
      )}
    </section>
  );
}
