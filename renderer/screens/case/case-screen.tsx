import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { CaseEditor } from './case-editor.tsx';
import { CaseRecord } from './record/case-record.tsx';

/** A case: open for entry while it is a draft or returned, a record with its acts afterwards. */
export function CaseScreen(): ReactElement | null {
  const { caseId } = useParams({ from: '/case/$caseId' });
  const { data: view, error } = useCall('case.get', { caseId });
  if (view === undefined) return <FailureLine error={error} />;
  const isOpen = view.row.state === 'draft' || view.row.state === 'returned';
  return isOpen ? <CaseEditor key={caseId} view={view} /> : <CaseRecord key={caseId} view={view} />;
}
