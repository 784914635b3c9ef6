import { FileDoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { CaseState, CaseView } from '../../../shared/contract/case.ts';
import { useWords } from '../../language.ts';
import { refresh, useAct, useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';

/** States in which the register holds what the case was for. */
const registered: readonly CaseState[] = ['provisional', 'confirmed', 'closed'];

/** Puts the entitlement notice among the papers of a case whose registration gives rights; from there it is previewed and printed. */
export function EntitlementNotice({ view }: { view: CaseView }): ReactElement | null {
  const say = useWords();
  const { caseId, state, procedure } = view.row;
  const guides = useCall('policy.guides', {});
  const add = useAct('document.add');
  const isThere = view.documents.some(({ form }) => form === 'entitlement-notice');
  const givesRights = guides.data?.some((row) => row.procedure === procedure && row.givesRights) ?? false;
  if (!registered.includes(state) || !givesRights || isThere) return null;
  return (
    <div className="row">
      <Button
        icon={<FileDoneOutlined aria-hidden />}
        loading={add.isPending}
        onClick={() => add.mutate({ caseId, form: 'entitlement-notice' }, { onSuccess: () => refresh('case.get') })}
      >
        {say('entitlements.add')}
      </Button>
      <span className="quiet">{say('entitlements.hint')}</span>
      <FailureLine error={add.error} />
    </div>
  );
}
