import { FileAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { CaseState, CaseView } from '../../../../shared/contract/case.ts';
import type { InputOf } from '../../../../shared/contract/index.ts';
import { useWords } from '../../../language.ts';
import { refresh, useAct } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';

type Form = InputOf<'document.add'>['form'];

/** States in which the register holds what the case was for. */
const registered: readonly CaseState[] = ['provisional', 'confirmed', 'closed'];

interface OnDemand {
  readonly form: Form;
  readonly words: 'referral' | 'reminder' | 'residentForm' | 'handover';
  readonly fits: (row: CaseView['row']) => boolean;
}

const papers: readonly OnDemand[] = [
  { form: 'referral-slip', words: 'referral', fits: ({ procedure }) => /^(settle|residence|permit)\./.test(procedure) },
  { form: 'reminder-letter', words: 'reminder', fits: ({ procedure }) => procedure.startsWith('permit.') },
  { form: 'resident-form', words: 'residentForm', fits: ({ procedure }) => procedure.startsWith('item.') },
  { form: 'handover-list', words: 'handover', fits: ({ state }) => state === 'closed' },
];

/** Puts a paper that nobody has to have among the papers of a registered case; from there it is previewed and printed. */
export function PapersOnDemand({ view }: { view: CaseView }): ReactElement | null {
  const say = useWords();
  const add = useAct('document.add');
  const { caseId, state } = view.row;
  const offered = papers.filter(
    ({ form, fits }) => fits(view.row) && !view.documents.some((document) => document.form === form),
  );
  if (!registered.includes(state) || offered.length === 0) return null;
  return (
    <div className="row">
      {offered.map(({ form, words }) => (
        <Button
          key={form}
          icon={<FileAddOutlined aria-hidden />}
          loading={add.isPending && add.variables?.form === form}
          onClick={() => add.mutate({ caseId, form }, { onSuccess: () => refresh('case.get') })}
        >
          {say(`onDemand.${words}`)}
        </Button>
      ))}
      <FailureLine error={add.error} />
    </div>
  );
}
