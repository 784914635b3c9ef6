import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { PersonRow } from '../../../../shared/contract/person.ts';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { useKey } from '../../../keys/keys.ts';
import { useWords } from '../../../language.ts';
import { PersonSearch } from '../../../people/person-search.tsx';
import { PersonTable } from '../../../people/person-table.tsx';
import { useCall } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { useTakePerson } from './take-person.ts';

/** The local register beside the fields: find, pick, go on typing. The purpose is chosen once per case. */
export function PersonLookup({ index, onClose }: { index: number; onClose: () => void }): ReactElement {
  const say = useWords();
  const { store } = useOpenCase();
  const purpose = useEditing((it) => it.purpose);
  const [text, setText] = useState('');
  const found = useCall('person.search', { text, purpose, limit: 20 }, { enabled: text !== '', keepsPrevious: true });
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
          rows={found.data?.rows ?? []}
          isLoading={found.isPending}
          copyAsOf={found.data?.copyAsOf ?? null}
          action={(row: PersonRow) => (
            <Button aria-label={say('lookup.pickWhom', { name: row.name })} onClick={() => take.take(row.personId)}>
              {say('lookup.pick')}
            </Button>
          )}
        />
      )}
    </section>
  );
}
