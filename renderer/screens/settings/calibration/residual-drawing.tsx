import type { ReactElement } from 'react';
import type { FittedCalibration } from '../../../../shared/contract/calibration.ts';
import type { Cross } from '../../../../shared/domain/test-sheet.ts';
import { useWords } from '../../../language.ts';

interface ResidualDrawingProps {
  readonly page: { readonly widthMm: number; readonly heightMm: number };
  readonly crosses: readonly Cross[];
  readonly fit: FittedCalibration;
}

const enlarged = 20;
/** A mistyped reading would draw an arrow across the page and beyond. */
const longestMm = 40;
/** Less is no more than the head of an arrow. */
const leastMm = 0.05;
const armMm = 3;

function arrowEnd(from: Cross, rightMm: number, downMm: number) {
  const lengthMm = Math.hypot(rightMm, downMm) * enlarged;
  const shrink = lengthMm > longestMm ? longestMm / lengthMm : 1;
  return { x: from.xMm + rightMm * enlarged * shrink, y: from.yMm + downMm * enlarged * shrink };
}

/** The page with its crosses, and where each would still stand off, enlarged. The table beside it holds the numbers. */
export function ResidualDrawing({ page, crosses, fit }: ResidualDrawingProps): ReactElement {
  const say = useWords();
  const { widthMm, heightMm } = page;
  const ofFirst = fit.residuals.filter(({ sheet }) => sheet === 1);
  return (
    <figure className="calibration-drawing">
      <svg
        viewBox={`-2 -2 ${widthMm + 4} ${heightMm + 4}`}
        role="img"
        aria-label={say('calibration.drawing', { times: enlarged })}
      >
        <defs>
          <marker id="arrow-head" viewBox="0 0 4 4" refX="3" refY="2" markerWidth="4" markerHeight="4" orient="auto">
            <path d="M0 0 L4 2 L0 4 Z" className="calibration-head" />
          </marker>
        </defs>
        <rect width={widthMm} height={heightMm} className="calibration-page" />
        {crosses.map((cross) => (
          <g key={cross.number}>
            <path
              className="calibration-cross"
              d={`M${cross.xMm - armMm} ${cross.yMm}h${2 * armMm}M${cross.xMm} ${cross.yMm - armMm}v${2 * armMm}`}
            />
            <text x={cross.xMm + 1.5} y={cross.yMm + 5.5} className="calibration-number">
              {cross.number}
            </text>
          </g>
        ))}
        {ofFirst.map((residual) => {
          const cross = crosses.find(({ number }) => number === residual.cross);
          const [right, down] = [residual.xMm ?? 0, residual.yMm ?? 0];
          if (cross === undefined || Math.hypot(right, down) < leastMm) return null;
          const end = arrowEnd(cross, right, down);
          const isWrong = fit.suspect?.sheet === 1 && fit.suspect.cross === residual.cross;
          return (
            <line
              key={residual.cross}
              className={isWrong ? 'calibration-arrow calibration-wrong' : 'calibration-arrow'}
              x1={cross.xMm}
              y1={cross.yMm}
              x2={end.x}
              y2={end.y}
              markerEnd="url(#arrow-head)"
            />
          );
        })}
      </svg>
      <figcaption className="quiet">{say('calibration.enlarged', { times: enlarged })}</figcaption>
    </figure>
  );
}
