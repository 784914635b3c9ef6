import { Button, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import type { CasePaper } from '../../../../shared/contract/amend.ts';
import type { CaseState, CaseView } from '../../../../shared/contract/case.ts';
import { useMayCall } from '../../../frame/session.ts';
import { useKey } from '../../../keys/keys.ts';
import { useBilingual, useWords } from '../../../language.ts';
import { useCall } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { AmendForm } from './amend-form.tsx';

/** States in which migration papers are out. */
const states: readonly CaseState[] = ['approved', 'confirmed', 'closed'];
const forms: readonly string[] = ['move-in-permit', 'migration-certificate'];

/** What was told, or is to be told, to the other side of papers that were amended. */
function Notices({ papers }: { papers: readonly CasePaper[] }): ReactElement {
  const say = useWords();
  return (
    <>
      {papers.map(({ documentId, paper, notice }) =>
        notice === null ? null : (
          <section key={documentId} aria-label={say('amend.notice')}>
            <h3>{say('amend.noticeOf', { number: paper.number })}</h3>
            <p className="selectable letter">{notice}</p>
          </section>
        ),
      )}
    </>
  );
}

function Amending({ papers, view, onClose }: { papers: readonly CasePaper[]; view: CaseView; onClose: () => void }) {
  const say = useWords();
  const inLanguage = useBilingual();
  const [picked, setPicked] = useState(papers[0]?.documentId ?? '');
  const chosen = papers.find(({ documentId }) => documentId === picked);
  useKey('Esc', onClose);
  const titleOf = (documentId: string) => {
    const row = view.documents.find((document) => document.documentId === documentId);
    return row === undefined ? '' : inLanguage(row.title);
  };
  return (
    <section className="confirm confirm-reason" aria-label={say('amend.title')}>
      <h3>{say('amend.title')}</h3>
      <p>{say('amend.lead')}</p>
      <Radio.Group aria-label={say('amend.which')} value={picked} onChange={(event) => setPicked(event.target.value)}>
        {papers.map(({ documentId, paper }) => (
          <Radio key={documentId} value={documentId}>
            {`${titleOf(documentId)} ${paper.number} ${paper.holders.map(({ name }) => name).join(' ')}`}
          </Radio>
        ))}
      </Radio.Group>
      {chosen === undefined ? null : <AmendForm key={chosen.documentId} chosen={chosen} onClose={onClose} />}
    </section>
  );
}

/** Amends a wrong migration paper of a case whose papers are out; nothing in a case that has none. */
export function AmendPanel({ view }: { view: CaseView }): ReactElement | null {
  const say = useWords();
  const may = useMayCall();
  const [isOpen, setOpen] = useState(false);
  const { caseId, state } = view.row;
  const hasPapers = view.documents.some(({ form }) => forms.includes(form)) && states.includes(state);
  const papers = useCall('paper.listOfCase', { caseId }, { enabled: hasPapers });
  if (!hasPapers) return null;
  const amendable = (papers.data ?? []).filter(({ isAmendable }) => isAmendable);
  return (
    <>
      <Notices papers={papers.data ?? []} />
      <FailureLine error={papers.error} />
      {isOpen || amendable.length === 0 || !may('paper.amend') ? null : (
        <Button onClick={() => setOpen(true)}>{say('amend.open')}</Button>
      )}
      {isOpen ? <Amending papers={amendable} view={view} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
