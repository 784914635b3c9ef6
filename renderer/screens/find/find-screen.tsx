import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { PersonCriteria } from '../../../shared/contract/person.ts';
import { useKey } from '../../keys/keys.ts';
import { useWords } from '../../language.ts';
import { PersonSearch } from '../../people/person-search.tsx';
import { PersonTable } from '../../people/person-table.tsx';
import { RowButton } from '../../people/row-button.tsx';
import { useSessionPurpose } from '../../people/session-purpose.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonView } from './person-view.tsx';
import { useFound } from './use-found.ts';

/** One box over the local register, or a form with several criteria; the person chosen opens beside the list. */
export function FindScreen(): ReactElement {
  const say = useWords();
  const [purpose, setPurpose] = useSessionPurpose();
  const [hasForm, setForm] = useState(false);
  const [text, setText] = useState('');
  const [criteria, setCriteria] = useState<PersonCriteria | null>(null);
  const [personId, setPersonId] = useState<string | null>(null);
  const found = useFound({ text, criteria, purpose });
  const look = (next: { text?: string; criteria?: PersonCriteria | null }) => {
    setText(next.text ?? '');
    setCriteria(next.criteria ?? null);
    setPersonId(null);
  };
  const showForm = (isShown: boolean) => {
    setForm(isShown);
    look({});
  };
  useKey('Esc', () => showForm(false), hasForm && personId === null);
  return (
    <section className="sheet" aria-labelledby="find-title">
      <div className="panel-head">
        <h1 id="find-title">{say('find.title')}</h1>
        <Button type="link" aria-expanded={hasForm} onClick={() => showForm(!hasForm)}>
          {say(hasForm ? 'find.one' : 'find.more')}
        </Button>
      </div>
      {hasForm ? (
        <PersonForm purpose={purpose} onPurpose={setPurpose} onCriteria={(next) => look({ criteria: next })} />
      ) : (
        <PersonSearch purpose={purpose} onPurpose={setPurpose} onText={(next) => look({ text: next })} />
      )}
      <FailureLine error={found.error} />
      {found.isAsked ? null : <p className="quiet">{say(hasForm ? 'findForm.hint' : 'find.hint')}</p>}
      {found.isCut ? <Notice tone="due">{say('find.cut')}</Notice> : null}
      <div className={personId === null ? '' : 'split'}>
        {found.isAsked ? (
          <div>
            <PersonTable
              rows={found.rows}
              isLoading={found.isLoading}
              isCut={found.isFull}
              copyAsOf={found.copyAsOf}
              action={(row) => (
                <RowButton
                  label={say('find.open')}
                  spoken={say('find.openWhom', { name: row.name })}
                  onPress={() => setPersonId(row.personId)}
                />
              )}
            />
          </div>
        ) : null}
        {personId === null ? null : (
          <PersonView key={personId} personId={personId} purpose={purpose} onClose={() => setPersonId(null)} />
        )}
      </div>
    </section>
  );
}
