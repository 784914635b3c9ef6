import type { ReactElement } from 'react';
import type { SettlementReport } from '../../../shared/contract/report.ts';
import { useBilingual, useWords } from '../../language.ts';

type Count = SettlementReport['byRoute'][number];

/** Units of the drawing; it is scaled to the width of the page. */
const width = 1000;
const height = 220;
const left = 36;
const bottom = 28;
const top = 14;

/** A step that divides the axis into at most five parts: 1, 2, 5, 10, 20 … */
function axisStep(most: number): number {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  return steps.find((it) => most / it <= 5) ?? 5000;
}

/** Persons a day as bars. The table beside it holds the same numbers for who cannot see the drawing. */
export function BarChart({ counts, label }: { counts: readonly Count[]; label: string }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const most = Math.max(1, ...counts.map((it) => it.persons));
  const step = axisStep(most);
  const ceiling = Math.ceil(most / step) * step;
  const room = (width - left) / Math.max(1, counts.length);
  const y = (value: number) => top + (height - top - bottom) * (1 - value / ceiling);
  const every = Math.ceil(counts.length / 16);
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say('reports.chart', { label })}>
      {Array.from({ length: ceiling / step + 1 }, (_, index) => index * step).map((value) => (
        <g key={value}>
          <line x1={left} x2={width} y1={y(value)} y2={y(value)} className="chart-line" />
          <text x={left - 6} y={y(value) + 4} textAnchor="end" className="chart-text">
            {value}
          </text>
        </g>
      ))}
      {counts.map((it, index) => (
        <g key={it.key}>
          <rect
            x={left + index * room + room * 0.15}
            y={y(it.persons)}
            width={room * 0.7}
            height={y(0) - y(it.persons)}
            className="chart-bar"
          >
            <title>{say('reports.bar', { day: inLanguage(it.label), persons: it.persons })}</title>
          </rect>
          {index % every === 0 ? (
            <text x={left + index * room + room / 2} y={height - 10} textAnchor="middle" className="chart-text">
              {it.key.length === 10 ? it.key.slice(5) : inLanguage(it.label)}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}
