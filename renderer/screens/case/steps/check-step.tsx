import { Checkbox, Input } from 'antd';
import type { ReactElement } from 'react';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { fieldId, textAt } from '../../../case/draft-path.ts';
import { EnteredView } from '../../../case/entered-view.tsx';
import { useEntryPlan } from '../../../case/entry-plan.ts';
import { FieldRow } from '../../../fields/field-row.tsx';
import { useWords } from '../../../language.ts';
import { AcceptPanel } from './accept-panel.tsx';
import { ChangeWarnings } from './change-warnings.tsx';
import { SignaturePanel } from './signature-panel.tsx';

/** All that was entered on one page, each line with its way back; then the applicant's word and acceptance. */
export function CheckStep(): ReactElement {
  const say = useWords();
  const { store, openField } = useOpenCase();
  const draft = useEditing((it) => it.draft);
  const assessment = useEditing((it) => it.assessment);
  const questions = useEditing((it) => it.questions);
  const plan = useEntryPlan();
  const noteFieldId = fieldId('note');
  return (
    <>
      <EnteredView
        draft={draft}
        assessment={assessment}
        questions={questions}
        plan={plan}
        onChange={(step, path) => {
          store.note({ returnsToCheck: true });
          openField(step, path);
        }}
      />
      <ChangeWarnings />
      <section className="card" aria-label={say(plan.isSettling ? 'check.statement' : 'check.note')}>
        <h2>{say(plan.isSettling ? 'check.statement' : 'check.note')}</h2>
        {plan.isSettling ? (
          <Checkbox
            id={fieldId('isVoluntary')}
            checked={draft.isVoluntary}
            onChange={(event) => store.change('isVoluntary', event.target.checked)}
          >
            {say('check.voluntary')}
          </Checkbox>
        ) : null}
        <FieldRow id={noteFieldId} label={say('check.note')} isWide>
          <Input
            id={noteFieldId}
            value={textAt(draft, 'note')}
            maxLength={200}
            placeholder={say('field.optional')}
            onChange={(event) => store.change('note', event.target.value)}
          />
        </FieldRow>
      </section>
      <SignaturePanel />
      <AcceptPanel />
    </>
  );
}
