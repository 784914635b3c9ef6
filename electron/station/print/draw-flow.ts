import type { FlowBlock, Form, FormInput } from '../../../shared/domain/form.ts';
import { drawBoxes } from './draw-box.ts';
import { drawChart } from './draw-chart.ts';
import { paragraphHeight, putParagraph } from './draw-paragraph.ts';
import { drawTable } from './draw-table.ts';
import type { Drawing } from './drawing.ts';
import { breakToPages, type FlowCursor, makeRoom, putDown, roomLeft } from './flow-cursor.ts';
import { isFilled, readRows, readValue } from './read-value.ts';
import type { PageFacts, Sheet } from './sheet.ts';
import { fieldWords, fillTemplate, valueWords } from './value-words.ts';

type Block<K extends FlowBlock['kind']> = Extract<FlowBlock, { kind: K }>;
type Put<K extends FlowBlock['kind']> = (block: Block<K>, cursor: FlowCursor, sheet: Sheet) => void;

/** A panel's boxes may not say page numbers: how many pages there are is known only after the flow. */
const noPage: PageFacts = { number: 0, count: 0, copy: '' };
/** The least of a block that has to follow a heading on the same page. */
const FIRST_LINES_MM = 12;

/** Lays the flowing blocks out and answers the drawings of each page. */
export function drawFlow(flow: NonNullable<Form['flow']>, sheet: Sheet): Drawing[][] {
  const cursor = breakToPages(flow.first, flow.following ?? flow.first);
  const blocks = flow.blocks.filter(({ when }) => when === undefined || isFilled(readValue(sheet.input, when)));
  blocks.forEach((block, index) => {
    if (cursor.y > cursor.region().y) cursor.y += block.gapMm;
    const next = blocks[index + 1];
    if (block.kind === 'paragraph' && block.keepWithNext && next)
      makeRoom(cursor, keptHeight(block, next, cursor, sheet));
    putBlock(block, cursor, sheet);
  });
  return cursor.pages;
}

function keptHeight(block: Block<'paragraph'>, next: FlowBlock, cursor: FlowCursor, sheet: Sheet): number {
  return paragraphHeight(paragraphWords(block, sheet), block, cursor, sheet) + next.gapMm + leastHeight(next);
}

function leastHeight(block: FlowBlock): number {
  switch (block.kind) {
    case 'panel':
    case 'bar-chart':
      return block.h;
    case 'table':
      return block.headerMm + block.rowMm;
    default:
      return FIRST_LINES_MM;
  }
}

function putBlock<K extends FlowBlock['kind']>(block: Block<K>, cursor: FlowCursor, sheet: Sheet): void {
  const put: Put<K> = putKinds[block.kind as K];
  put(block, cursor, sheet);
}

const putKinds: { readonly [K in FlowBlock['kind']]: Put<K> } = {
  paragraph: (block, cursor, sheet) => putParagraph(paragraphWords(block, sheet), block, block.id, cursor, sheet),
  items: (block, cursor, sheet) => {
    readRows(sheet.input, block.field).forEach((row, index) => {
      const source = `${block.field}[${index}]`;
      putParagraph(itemWords(block, row, index, sheet), block, source, cursor, sheet);
    });
  },
  table: (block, cursor, sheet) => drawTable(block, cursor, sheet),
  'bar-chart': (block, cursor, sheet) => {
    makeRoom(cursor, block.h);
    const { x, w } = cursor.region();
    putDown(cursor, drawChart(block, { x, y: cursor.y, w, h: block.h }, sheet), block.h);
  },
  panel: (block, cursor, sheet) => {
    makeRoom(cursor, block.h);
    if (block.atBottom) cursor.y += Math.max(0, roomLeft(cursor) - block.h);
    if (roomLeft(cursor) + 1e-6 < block.h) sheet.problems.tooLong.add(block.id);
    putDown(cursor, drawBoxes(block.boxes, cursor.region().x, cursor.y, sheet, noPage), block.h);
  },
};

function paragraphWords(block: Block<'paragraph'>, sheet: Sheet): string {
  return fillTemplate(block.text, (hole) => fieldWords(sheet.form.fields, sheet.input, hole));
}

function itemWords(block: Block<'items'>, row: FormInput, index: number, sheet: Sheet): string {
  return fillTemplate(block.text, (hole) => {
    if (hole.path === '$row') return String(index + 1);
    if (!hole.path.startsWith('.')) return fieldWords(sheet.form.fields, sheet.input, hole);
    const name = hole.path.slice(1);
    return valueWords(row[name], sheet.form.fields[`${block.field}[].${name}`], hole.format);
  });
}
