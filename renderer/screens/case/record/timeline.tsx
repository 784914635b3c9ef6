import type { ReactElement } from 'react';
import type { TimelineEntry } from '../../../../shared/contract/case.ts';
import { useWords } from '../../../language.ts';
import { moment } from '../../../signs/moments.ts';

/** What happened to the case, by whom and when. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }): ReactElement {
  const say = useWords();
  return (
    <section className="card" aria-label={say('record.timeline')}>
      <h2>{say('record.timeline')}</h2>
      <ol className="timeline">
        {entries.map((it) => (
          <li key={`${it.at} ${it.act} ${it.note}`}>
            <time dateTime={it.at} className="numbers">
              {moment(it.at)}
            </time>
            <strong>{say(`timeline.${it.act}`)}</strong>
            <span>{it.by}</span>
            <span className="quiet">{it.note}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
