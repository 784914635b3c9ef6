import type { ReactElement } from 'react';
import { CaseTable } from '../../cases/case-table.tsx';
import { useMayCall } from '../../frame/session.ts';
import { useWords } from '../../language.ts';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';

/** The chief's queue, the oldest first as the station answers it; the name opens the case with its decision panel. */
export function ApproveScreen(): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const list = useCall('case.list', { queue: 'to-approve' });
  return (
    <section className="sheet" aria-labelledby="approve-title">
      <h1 id="approve-title">{say('place.approve')}</h1>
      {may('case.approve') ? null : <Notice tone="info">{say('approve.chiefOnly')}</Notice>}
      <FailureLine error={list.error} />
      <CaseTable rows={list.data ?? []} isLoading={list.isPending} label={say('place.approve')} isPaged />
    </section>
  );
}
