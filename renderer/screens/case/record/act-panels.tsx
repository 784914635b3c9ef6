import type { ReactElement } from 'react';
import type { CaseAction, CaseView } from '../../../../shared/contract/case.ts';
import { ApprovalInquiry } from '../../../inquiries/approval-inquiry.tsx';
import { useWords } from '../../../language.ts';
import { isErrorCode, useFailureWords } from '../../../signs/failure-line.tsx';
import { Notice } from '../../../signs/notice.tsx';
import { Approvals } from './approvals.tsx';
import { BeginAgain } from './begin-again.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { ReasonPanel } from './reason-panel.tsx';
import { RegisterPanel } from './register-panel.tsx';

/** Acts of a state whose absence has to be explained; the others simply do not come up in it. */
const expected: Partial<Record<CaseView['row']['state'], readonly CaseAction[]>> = {
  accepted: ['approve'],
  approved: ['register'],
};

/** Why the act that comes next cannot be done by the one logged in. */
function WhyNot({ view }: { view: CaseView }): ReactElement | null {
  const say = useWords();
  const wordsOf = useFailureWords();
  const blocked = (expected[view.row.state] ?? []).flatMap((action) => {
    const found = view.actions.find((it) => it.action === action);
    return found === undefined || found.isAllowed || found.why === null ? [] : [{ action, why: found.why }];
  });
  return (
    <>
      {blocked.map(({ action, why }) => (
        <Notice key={action} tone="info">
          {say('record.cannot', { act: say(`act.${action}`), why: isErrorCode(why) ? wordsOf({ code: why }) : why })}
        </Notice>
      ))}
    </>
  );
}

/** What can be done with the case now, by the one logged in. */
export function ActPanels({ view }: { view: CaseView }): ReactElement {
  const say = useWords();
  const may = (action: CaseAction) => view.actions.some((it) => it.action === action && it.isAllowed);
  // Each level is asked anew: an opinion and a confirmation meant for one must not stand for the next.
  const decided = view.approvals.filter((it) => it.decidedBy !== null).length;
  return (
    <section className="card" id="acts" tabIndex={-1} aria-label={say('record.acts')}>
      <h2>{say('record.acts')}</h2>
      <p>{say(`stateLong.${view.row.state}`)}</p>
      <Approvals view={view} />
      <WhyNot view={view} />
      <ApprovalInquiry view={view} />
      {may('approve') ? <DecisionPanel key={decided} view={view} /> : null}
      {may('register') ? <RegisterPanel view={view} /> : null}
      {may('release') ? <ReasonPanel view={view} act="release" endpoint="case.release" /> : null}
      {may('withdraw') ? <ReasonPanel view={view} act="withdraw" endpoint="case.withdraw" /> : null}
      {may('begin-again') ? <BeginAgain caseId={view.row.caseId} /> : null}
    </section>
  );
}
