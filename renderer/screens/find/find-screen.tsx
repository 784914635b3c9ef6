import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { LookupPurpose } from '../../../shared/contract/person.ts';
import { useWords } from '../../language.ts';
import { PersonSearch } from '../../people/person-search.tsx';
import { PersonTable } from '../../people/person-table.tsx';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { PersonView } from './person-view.tsx';

/** One box over the local register; the person chosen opens beside the list with the household. */
export function FindScreen(): ReactElement {
  const say = useWords();
  const [purpose, setPurpose] = useState<LookupPurpose>('counter');
  const [text, setText] = useState('');
  const [personId, setPersonId] = useState<string | null>(null);
  const found = useCall('person.search', { text, purpose }, { enabled: text !== '', keepsPrevious: true });
  return (
    <section className="sheet" aria-labelledby="find-title">
      <h1 id="find-title">{say('find.title')}</h1>
      <PersonSearch
        purpose={purpose}
        onPurpose={setPurpose}
        onText={(next) => {
          setText(next);
          setPersonId(null);
        }}
      />
      <FailureLine error={found.error} />
      {text === '' ? <p className="quiet">{say('find.hint')}</p> : null}
      <div className={personId === null ? '' : 'split'}>
        {text === '' ? null : (
          <div>
            <PersonTable
              rows={found.data?.rows ?? []}
              isLoading={found.isPending}
              copyAsOf={found.data?.copyAsOf ?? null}
              action={(row) => (
                <Button aria-label={say('find.openWhom', { name: row.name })} onClick={() => setPersonId(row.personId)}>
                  {say('find.open')}
                </Button>
              )}
            />
          </div>
        )}
        {personId === null ? null : (
          <PersonView key={personId} personId={personId} purpose={purpose} onClose={() => setPersonId(null)} />
        )}
      </div>
    </section>
  );
}
