import type { ReactElement } from 'react';
import { useWords } from '../../language.ts';
import { linearLength } from './bar-length.ts';
import { CountBar } from './count-bar.tsx';
import { mostOf, type Sum } from './sums.ts';

interface GridListProps {
  readonly sums: readonly Sum[];
  /** Null: all of them. */
  readonly chosen: string | null;
  readonly onChoose: (grid: string | null) => void;
}

/** One kind of fault by grid unit, as bars and as numbers; a second press shows all units again. */
export function GridList({ sums, chosen, onChoose }: GridListProps): ReactElement {
  const say = useWords();
  const most = mostOf(sums);
  return (
    <section aria-labelledby="sweep-grids">
      <h3 id="sweep-grids">{say('sweep.byGrid')}</h3>
      <ul className="plain-list sums sums-two">
        {sums.map(({ key, count }) => (
          <li key={key}>
            <button
              type="button"
              className="sum"
              aria-pressed={key === chosen}
              onClick={() => onChoose(key === chosen ? null : key)}
            >
              <span>{key === '' ? say('sweep.noGrid') : key}</span>
              <CountBar length={linearLength(count, most)} />
              <span className="numbers">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
