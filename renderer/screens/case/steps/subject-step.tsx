import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { DraftSubject } from '../../../../shared/contract/draft.ts';
import type { OutputOf } from '../../../../shared/contract/index.ts';
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

const subjectId = fieldId('subject');

/**
 * Takes what the case concerns into the draft with what the register knows of it, as if the case had been started from its page: a person, or
 * the head of a household, stands first among its people, and what the register can answer is answered.
 */
function useTakeSubject(): { take: (subject: DraftSubject) => void; error: unknown } {
  const { store } = useOpenCase();
  const read = useAct('case.about');
  const put = (subject: DraftSubject, { people, answers }: OutputOf<'case.about'>) => {
    store.edit((draft) => ({
      ...draft,
      subject,
      answers,
      fields: {},
      people: people.length === 0 ? draft.people : people,
      target: subject.kind === 'address' ? { ...draft.target, addressId: subject.id } : draft.target,
    }));
    store.leave('subject');
  };
  return {
    error: read.error,
    take: (subject) => {
      const { draft, purpose } = store.get();
      read.mutate({ procedure: draft.procedure, subject, purpose }, { onSuccess: (about) => put(subject, about) });
    },
  };
}

/** Finds what the case concerns. */
function SubjectSearch({ kind }: { kind: 'person' | 'household' | 'address' }): ReactElement {
  const { store } = useOpenCase();
  const purpose = useEditing((it) => it.purpose);
  const { take, error } = useTakeSubject();
  if (kind === 'address') return <AddressPicker id={subjectId} addressId="" onPick={(id) => take({ kind, id })} />;
  return (
    <>
      <RegisterSearch
        id={subjectId}
        wants={kind}
        purpose={purpose}
        onPurpose={(next) => store.note({ purpose: next })}
        onPick={(row) => take({ kind, id: kind === 'person' ? row.personId : (row.householdId ?? '') })}
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
