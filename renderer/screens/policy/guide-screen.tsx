import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { GuideRow } from '../../../shared/contract/policy.ts';
import { useBilingual, useWords } from '../../language.ts';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { rankTyped } from '../../words/initials.ts';
import { GuidePage } from './guide-page.tsx';

interface ListProps {
  readonly rows: readonly GuideRow[];
  readonly chosen: string | null;
  readonly onChoose: (procedure: string) => void;
}

function ProcedureList({ rows, chosen, onChoose }: ListProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  return (
    <ul className="guide-list" aria-label={say('guides.list')}>
      {rows.map(({ procedure, names, catalogue }) => (
        <li key={procedure}>
          <button
            type="button"
            className="guide-choice"
            aria-current={procedure === chosen ? 'true' : undefined}
            onClick={() => onChoose(procedure)}
          >
            <span>{inLanguage(names)}</span>
            <span className="quiet numbers">{catalogue.join(' ')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** 办事指南: every procedure of the pack, found by words, pinyin or its number; the one chosen stands beside the list. */
export function GuideScreen(): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useCall('policy.guides', {});
  const rank = ({ names, catalogue }: GuideRow) => rankTyped(typed, `${inLanguage(names)} ${catalogue.join(' ')}`);
  const fitting = (list.data ?? [])
    .flatMap((row) => {
      const fit = rank(row);
      return fit === null ? [] : [{ row, fit }];
    })
    .sort((a, b) => a.fit - b.fit)
    .map(({ row }) => row);
  return (
    <section className="sheet" aria-labelledby="guide-title">
      <h1 id="guide-title">{say('place.guide')}</h1>
      <FailureLine error={list.error} />
      <div className="guide-split">
        <div>
          <Input
            aria-label={say('guides.search')}
            placeholder={say('guides.searchHint')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={() => setChosen(fitting[0]?.procedure ?? chosen)}
          />
          <p className="quiet">{say('guides.count', { count: fitting.length })}</p>
          <ProcedureList rows={fitting} chosen={chosen} onChoose={setChosen} />
        </div>
        {chosen === null ? (
          <p className="quiet">{say('guides.choose')}</p>
        ) : (
          <GuidePage key={chosen} procedure={chosen} />
        )}
      </div>
    </section>
  );
}
