import type { ReactElement } from 'react';
import type { HouseholdView } from '../../shared/contract/person.ts';
import { codeName } from '../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../language.ts';
import { type KinLine, type KinNode, layKin } from './kin-layout.ts';

/** Sizes in the drawing's own units; it is scaled to the width there is. */
const box = { width: 150, height: 58, line: 17, gapX: 26, gapY: 36 } as const;

interface Spot {
  readonly node: KinNode;
  readonly x: number;
  readonly y: number;
}

function spotsOf(rows: readonly (readonly KinNode[])[]): readonly Spot[] {
  const widest = Math.max(1, ...rows.map((it) => it.length));
  return rows.flatMap((row, at) => {
    const indent = ((widest - row.length) * (box.width + box.gapX)) / 2;
    return row.map((node) => ({
      node,
      x: indent + node.column * (box.width + box.gapX),
      y: at * (box.height + box.gapY),
    }));
  });
}

function Line({ line, spots }: { line: KinLine; spots: readonly Spot[] }): ReactElement | null {
  const from = spots.find((it) => it.node.personId === line.from);
  const to = spots.find((it) => it.node.personId === line.to);
  if (from === undefined || to === undefined) return null;
  if (line.kind === 'spouse' && from.y === to.y) {
    const [left, right] = from.x < to.x ? [from, to] : [to, from];
    const [x1, x2, y] = [left.x + box.width, right.x, left.y + box.height / 2];
    return (
      <>
        <line className="kin-line" x1={x1} x2={x2} y1={y - 2} y2={y - 2} />
        <line className="kin-line" x1={x1} x2={x2} y1={y + 2} y2={y + 2} />
      </>
    );
  }
  const [upper, lower] = from.y <= to.y ? [from, to] : [to, from];
  const [x1, x2] = [upper.x + box.width / 2, lower.x + box.width / 2];
  const [y1, y2] = [upper.y + box.height, lower.y === upper.y ? lower.y + box.height : lower.y];
  const middle = upper.y === lower.y ? y1 + 14 : y2 - box.gapY / 2;
  const className = line.kind === 'only-head' ? 'kin-line kin-line-vague' : 'kin-line';
  return <path className={className} d={`M ${x1} ${y1} V ${middle} H ${x2} V ${y2}`} />;
}

/** A text in lines of at most `most` characters, broken at a blank or a separator where there is one. */
function inLines(text: string, most: number): readonly string[] {
  if (text.length <= most) return [text];
  const at = Math.max(text.lastIndexOf(' ', most), text.lastIndexOf('·', most - 1) + 1);
  const end = at > 0 ? at : most;
  return [text.slice(0, end), ...inLines(text.slice(end).trimStart(), most)];
}

function Box({ spot }: { spot: Spot }): ReactElement {
  const language = useLanguage();
  const { node, x, y } = spot;
  const name = inLines(node.name, 10).map((text) => ({ text, className: 'kin-name' }));
  const relation = inLines(codeName('relation', node.relation, language), language === 'zh' ? 11 : 21);
  const lines = [...name, ...relation.map((text) => ({ text, className: 'kin-relation' }))];
  const top = y + box.height / 2 - (lines.length * box.line) / 2 + box.line * 0.78;
  return (
    <g>
      <rect className="kin-box" x={x} y={y} width={box.width} height={box.height} rx={3} />
      {lines.map((it, index) => (
        <text
          key={it.text}
          className={it.className}
          x={x + box.width / 2}
          y={top + index * box.line}
          textAnchor="middle"
        >
          {it.text}
        </text>
      ))}
    </g>
  );
}

/** The relations of a household drawn: a row for each generation; whoever reads with a screen reader has the table of members. */
export function KinTree({ view }: { view: HouseholdView }): ReactElement {
  const say = useWords();
  const present = view.members.filter((it) => it.membership.untilOn === null);
  const { rows, others, lines } = layKin(present);
  const all = others.length === 0 ? rows : [...rows, others];
  const spots = spotsOf(all);
  const widest = Math.max(1, ...all.map((it) => it.length));
  const width = widest * (box.width + box.gapX) - box.gapX;
  const height = all.length * (box.height + box.gapY) - box.gapY;
  const head = present.find((it) => it.person.personId === view.household.headPersonId);
  return (
    <figure className="kin-tree">
      <svg
        role="img"
        aria-label={say('householdPage.treeOf', { name: head?.person.name ?? '' })}
        viewBox={`-2 -2 ${width + 4} ${height + 18}`}
        style={{ width: `min(100%, ${width + 4}px)` }}
      >
        {lines.map((line) => (
          <Line key={`${line.from} ${line.to}`} line={line} spots={spots} />
        ))}
        {spots.map((spot) => (
          <Box key={spot.node.personId} spot={spot} />
        ))}
      </svg>
      <figcaption className="quiet">{say('householdPage.treeHint')}</figcaption>
    </figure>
  );
}
