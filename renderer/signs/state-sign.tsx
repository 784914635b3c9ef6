import {
  AuditOutlined,
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EditOutlined,
  FileDoneOutlined,
  FolderOutlined,
  RollbackOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactElement } from 'react';
import type { CaseState } from '../../shared/contract/case.ts';
import type { DocumentRow } from '../../shared/contract/document.ts';
import { useWords } from '../language.ts';

const looks: Record<CaseState, { icon: ReactElement; tone: 'plain' | 'good' | 'due' | 'wrong' }> = {
  draft: { icon: <EditOutlined aria-hidden />, tone: 'plain' },
  accepted: { icon: <AuditOutlined aria-hidden />, tone: 'plain' },
  returned: { icon: <RollbackOutlined aria-hidden />, tone: 'due' },
  approved: { icon: <FileDoneOutlined aria-hidden />, tone: 'plain' },
  refused: { icon: <CloseCircleOutlined aria-hidden />, tone: 'wrong' },
  provisional: { icon: <ClockCircleOutlined aria-hidden />, tone: 'due' },
  confirmed: { icon: <CheckCircleOutlined aria-hidden />, tone: 'good' },
  conflict: { icon: <WarningOutlined aria-hidden />, tone: 'wrong' },
  closed: { icon: <FolderOutlined aria-hidden />, tone: 'plain' },
  withdrawn: { icon: <CloseCircleOutlined aria-hidden />, tone: 'plain' },
};

/** The state of a case, icon and word. */
export function StateSign({ state }: { state: CaseState }): ReactElement {
  const say = useWords();
  const { icon, tone } = looks[state];
  return (
    <span className={`state tone-${tone}`}>
      {icon} {say(`caseState.${state}`)}
    </span>
  );
}

const paperLooks: Record<DocumentRow['state'], { icon: ReactElement; tone: 'plain' | 'good' | 'due' }> = {
  waiting: { icon: <ClockCircleOutlined aria-hidden />, tone: 'due' },
  ready: { icon: <FileDoneOutlined aria-hidden />, tone: 'plain' },
  printed: { icon: <CheckCircleOutlined aria-hidden />, tone: 'good' },
  void: { icon: <CloseCircleOutlined aria-hidden />, tone: 'plain' },
};

/** The state of a paper: waiting, to print, printed, or void. */
export function PaperSign({ state }: { state: DocumentRow['state'] }): ReactElement {
  const say = useWords();
  const { icon, tone } = paperLooks[state];
  return (
    <span className={`state tone-${tone}`}>
      {icon} {say(`paperState.${state}`)}
    </span>
  );
}
