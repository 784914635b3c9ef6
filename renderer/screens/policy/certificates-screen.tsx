import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { CertificateRow } from '../../../shared/contract/policy.ts';
import { useBilingual, useWords } from '../../language.ts';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { matchesTyped } from '../../words/initials.ts';
import { CertificateAnswer } from './certificate-answer.tsx';

const classes = ['issued', 'proved-by-papers', 'shown-in-book', 'other-authority'] as const;

interface KindsProps {
  readonly title: string;
  readonly rows: readonly CertificateRow[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

function Kinds({ title, rows, chosen, onChoose }: KindsProps): ReactElement | null {
  const inLanguage = useBilingual();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <div className="kinds">
        {rows.map(({ id, names }) => (
          <Button
            key={id}
            type={id === chosen ? 'primary' : 'default'}
            aria-pressed={id === chosen}
            onClick={() => onChoose(id)}
          >
            {inLanguage(names)}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** 开具证明: what does the person want certified; what is not issued is refused here with the reason and what proves it (公通字〔2016〕21号). */
export function CertificatesScreen(): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useCall('policy.certificates', {});
  const rows = list.data ?? [];
  const fitting = rows.filter(({ names }) => matchesTyped(typed, inLanguage(names)));
  const answer = rows.find(({ id }) => id === chosen);
  return (
    <section className="sheet" aria-labelledby="certificates-title">
      <h1 id="certificates-title">{say('place.certificates')}</h1>
      <p className="quiet">{say('certificates.lead')}</p>
      <FailureLine error={list.error} />
      <Input
        className="certificate-search"
        aria-label={say('certificates.search')}
        placeholder={say('certificates.searchHint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => setChosen(fitting[0]?.id ?? chosen)}
      />
      {answer === undefined ? null : (
        <CertificateAnswer answer={answer} offered={rows.filter((row) => row.isIssued)} onChoose={setChosen} />
      )}
      {classes.map((name) => (
        <Kinds
          key={name}
          title={say(`certificates.${name}`)}
          rows={fitting.filter((row) => row.class === name)}
          chosen={chosen}
          onChoose={setChosen}
        />
      ))}
      {list.data !== undefined && fitting.length === 0 ? <p className="quiet">{say('certificates.none')}</p> : null}
    </section>
  );
}
