import type { ReactElement } from 'react';
import type { TimelineEntry } from '../../../../shared/contract/case.ts';
import { RefusedBecause } from '../../../../shared/contract/conflict.ts';
import { useWords } from '../../../language.ts';
import { moment } from '../../../signs/moments.ts';

/** A note as it was written, or in words why the registry did not take the registration. */
function useNoteWords(): (entry: TimelineEntry) => string {
  const say = useWords();
  return ({ act, note }) => {
    const because = RefusedBecause.safeParse(note);
    return act === 'conflict' && because.success ? say(`conflictBecause.${because.data}`) : note;
  };
}

/** What happened to the case, by whom and when. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }): ReactElement {
  const say = useWords();
  const wordsOf = useNoteWords();
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
            <span className="quiet">{wordsOf(it)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
