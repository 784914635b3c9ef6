import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { DraftPerson, type DraftSubject } from '../../../../shared/contract/draft.ts';
import { AddressPicker } from '../../../addresses/address-picker.tsx';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { fieldId } from '../../../case/draft-path.ts';
import { useEntryPlan } from '../../../case/entry-plan.ts';
import { usePathProblems } from '../../../case/path-problems.ts';
import { useSubject } from '../../../case/subject.ts';
import { useWords } from '../../../language.ts';
import { RegisterSearch } from '../../../people/register-search.tsx';
import { useAct } from '../../../queries.ts';
import { SubjectFacts } from '../../../register/subject-facts.tsx';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { ProblemLines } from './problem-lines.tsx';
import { fromRegister } from './take-person.ts';

const subjectId = fieldId('subject');

/** Takes what the case concerns into the draft; a person, or the head of a household, stands first among its people. */
function useTakeSubject(): { take: (subject: DraftSubject, personId: string | null) => void; error: unknown } {
  const { store } = useOpenCase();
  const { page } = useEntryPlan();
  const read = useAct('person.get');
  const put = (subject: DraftSubject, first: DraftPerson | null) => {
    store.edit((draft) => ({
      ...draft,
      subject,
      fields: {},
      people: first === null ? draft.people : [first],
      target: subject.kind === 'address' ? { ...draft.target, addressId: subject.id } : draft.target,
    }));
    store.leave('subject');
  };
  return {
    error: read.error,
    take: (subject, personId) => {
      const isFirst = personId !== null && (subject.kind === 'person' || page?.people !== 'entered');
      if (!isFirst) return put(subject, null);
      const onSuccess = (found: Parameters<typeof fromRegister>[0]) =>
        put(subject, fromRegister(found, DraftPerson.parse({})));
      read.mutate({ personId, purpose: store.get().purpose }, { onSuccess });
    },
  };
}

/** Finds what the case concerns. */
function SubjectSearch({ kind }: { kind: 'person' | 'household' | 'address' }): ReactElement {
  const { store } = useOpenCase();
  const purpose = useEditing((it) => it.purpose);
  const { take, error } = useTakeSubject();
  if (kind === 'address')
    return <AddressPicker id={subjectId} addressId="" onPick={(id) => take({ kind, id }, null)} />;
  return (
    <>
      <RegisterSearch
        id={subjectId}
        wants={kind}
        purpose={purpose}
        onPurpose={(next) => store.note({ purpose: next })}
        onPick={(row) => take({ kind, id: kind === 'person' ? row.personId : (row.householdId ?? '') }, row.personId)}
      />
      <FailureLine error={error} />
    </>
  );
}

/** What the case concerns: shown as the register knows it, or to be found. */
export function SubjectStep(): ReactElement | null {
  const say = useWords();
  const { store } = useOpenCase();
  const { page } = useEntryPlan();
  const chosen = useEditing((it) => it.draft.subject);
  const known = useSubject();
  const problems = usePathProblems((path) => path === 'subject');
  const kind = page?.subject ?? 'none';
  if (kind === 'none') return null;
  const label = say(`subject.${kind}`);
  return (
    <section className="card" aria-label={label} data-paths="subject">
      <div className="panel-head">
        <h2>{label}</h2>
        {chosen.id === '' ? null : (
          <Button
            icon={<CloseOutlined aria-hidden />}
            onClick={() => store.change('subject', { kind: 'none', id: '' } satisfies DraftSubject)}
          >
            {say('word.chooseOther')}
          </Button>
        )}
      </div>
      {chosen.id === '' ? <SubjectSearch kind={kind} /> : <SubjectFacts known={known} subject={chosen} />}
      <FailureLine error={known.error} />
      <ProblemLines problems={problems} />
    </section>
  );
}
