import type { ReactElement } from 'react';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { useEntryPlan } from '../../../case/entry-plan.ts';
import { PageFieldRow } from '../../../fields/page-field.tsx';
import { useWords } from '../../../language.ts';
import { PurposeSelect } from '../../../people/purpose-select.tsx';
import { usePolicyNames } from '../../../words/policy-names.ts';

/** Why people are looked up, once for all fields that find somebody. */
function Purpose(): ReactElement {
  const { store } = useOpenCase();
  const purpose = useEditing((it) => it.purpose);
  return (
    <span className="row filters">
      <PurposeSelect id="page-purpose" purpose={purpose} onPurpose={(next) => store.note({ purpose: next })} />
    </span>
  );
}

/** The procedure's own fields, one card, named by the policy pack. */
export function PageStep(): ReactElement {
  const say = useWords();
  const procedureName = usePolicyNames('procedure');
  const procedure = useEditing((it) => it.draft.procedure);
  const { page } = useEntryPlan();
  const fields = page?.fields ?? [];
  return (
    <section className="card" aria-label={say('pageStep.page')}>
      <div className="panel-head">
        <h2>{procedureName(procedure)}</h2>
        {fields.some(({ kind }) => kind === 'person' || kind === 'household') ? <Purpose /> : null}
      </div>
      {fields.length === 0 ? <p className="quiet">{say('page.nothing')}</p> : null}
      <div className="fields page-fields">
        {fields.map((field) => (
          <PageFieldRow key={field.key} field={field} />
        ))}
      </div>
    </section>
  );
}
