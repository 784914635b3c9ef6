import type { ReactElement } from 'react';
import { useEditing } from '../../../case/case-context.ts';
import { useEntryPlan } from '../../../case/entry-plan.ts';
import { PageFieldRow } from '../../../fields/page-field.tsx';
import { useWords } from '../../../language.ts';
import { usePolicyNames } from '../../../words/policy-names.ts';

/** The procedure's own fields, one card, named by the policy pack. */
export function PageStep(): ReactElement {
  const say = useWords();
  const procedureName = usePolicyNames('procedure');
  const procedure = useEditing((it) => it.draft.procedure);
  const { page } = useEntryPlan();
  const fields = page?.fields ?? [];
  return (
    <section className="card" aria-label={say('pageStep.page')}>
      <h2>{procedureName(procedure)}</h2>
      {fields.length === 0 ? <p className="quiet">{say('page.nothing')}</p> : null}
      <div className="fields page-fields">
        {fields.map((field) => (
          <PageFieldRow key={field.key} field={field} />
        ))}
      </div>
    </section>
  );
}
