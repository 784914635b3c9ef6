import { CheckOutlined, ClockCircleOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import type { CaseView } from '../../../../shared/contract/case.ts';
import { useWords } from '../../../language.ts';
import { moment } from '../../../signs/moments.ts';

/** Who has decided, and whose turn it is. */
export function Approvals({ view }: { view: CaseView }): ReactElement | null {
  const say = useWords();
  if (view.approvals.length === 0) return null;
  return (
    <ol className="approvals">
      {view.approvals.map((it) => (
        <li key={it.level}>
          {it.decidedBy === null ? <ClockCircleOutlined aria-hidden /> : <CheckOutlined aria-hidden />}{' '}
          <strong>{say(`level.${it.level}`)}</strong>{' '}
          {it.decidedBy === null
            ? say('record.awaits')
            : say('record.decidedBy', { name: it.decidedBy, at: it.decidedAt === null ? '' : moment(it.decidedAt) })}
        </li>
      ))}
    </ol>
  );
}
