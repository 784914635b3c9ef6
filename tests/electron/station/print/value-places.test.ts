import { describe, expect, it } from 'vitest';
import { expandBoxes, type PlainBox } from '../../../../electron/station/print/expand-grid.ts';
import { layOutForm } from '../../../../electron/station/print/lay-out-form.ts';
import { isFilled, readValue } from '../../../../electron/station/print/read-value.ts';
import { verticalPadding } from '../../../../electron/station/print/sheet.ts';
import { resolveStyle } from '../../../../electron/station/print/text-style.ts';
import type { FlowBlock, Form, FormInput } from '../../../../shared/domain/form.ts';
import { exampleInputs } from './example-inputs.ts';
import { stretched } from './examples/stretched.ts';
import { fonts, printed, shelf, type Word, wordsOf } from './print-rig.ts';

const TOLERANCE_MM = 0.2;
const EM_PT_TO_MM = 25.4 / 72;
/** Where the body of a character stands over and under its baseline, in em. */
const [BODY_ASCENT, BODY_DESCENT] = [0.88, 0.12];

type ValueBox = Extract<PlainBox, { kind: 'value' }>;
interface PlacedBox {
  readonly box: ValueBox;
  readonly page: number;
}

const valuesOf = (boxes: readonly PlainBox[], input: FormInput) =>
  boxes.filter((box): box is ValueBox => box.kind === 'value' && isFilled(readValue(input, box.field)));

/** A panel's values, moved to where the rules of the same panel are drawn; none when it has no rule to measure from. */
function panelValues(form: Form, input: FormInput, panel: Extract<FlowBlock, { kind: 'panel' }>): PlacedBox[] {
  const boxes = expandBoxes(panel.boxes);
  const { pages } = layOutForm(form, input, fonts, '');
  return pages.flatMap((drawings, index) => {
    const top = boxes.flatMap((box) => {
      if (box.kind !== 'rect' && box.kind !== 'signature') return [];
      const drawing = drawings.find(({ boxId, kind }) => boxId === box.id && kind !== 'text');
      if (drawing?.kind === 'rect') return [drawing.yMm - box.y];
      return drawing?.kind === 'line' ? [drawing.fromYmm - box.y - box.h] : [];
    })[0];
    const left = form.flow?.first.x ?? 0;
    if (top === undefined) return [];
    return valuesOf(boxes, input).map((box) => ({
      box: { ...box, x: box.x + left, y: box.y + top },
      page: index + 1,
    }));
  });
}

function placedValues(form: Form, input: FormInput): PlacedBox[] {
  const fixed = valuesOf(expandBoxes(form.boxes), input).map((box) => ({ box, page: 1 }));
  const panels = (form.flow?.blocks ?? []).filter((block) => block.kind === 'panel');
  return [...fixed, ...panels.flatMap((panel) => panelValues(form, input, panel))];
}

/** The words whose middle stands in the box, first line first. */
function wordsIn({ box, page }: PlacedBox, words: readonly Word[]): Word[] {
  return words.filter((word) => {
    const middle = (word.xMm + word.endXmm) / 2;
    const height = word.baselineMm - 0.38 * word.sizePt * EM_PT_TO_MM;
    return word.page === page && middle > box.x && middle < box.x + box.w && height > box.y && height < box.y + box.h;
  });
}

/** How far the words stand from where the box's alignment puts them, in millimetres across and down. */
function distance(form: Form, box: ValueBox, words: readonly Word[]): { across: number; down: number } {
  const style = resolveStyle(form, box);
  const [firstEm, lastEm] = [words[0], words.at(-1)].map((word) => (word?.sizePt ?? 0) * EM_PT_TO_MM);
  const left = Math.min(...words.map(({ xMm }) => xMm));
  const right = Math.max(...words.map(({ endXmm }) => endXmm));
  const top = (words[0]?.baselineMm ?? 0) - BODY_ASCENT * (firstEm ?? 0);
  const bottom = (words.at(-1)?.baselineMm ?? 0) + BODY_DESCENT * (lastEm ?? 0);
  const [fromLeft, fromRight] = [left - box.x - style.paddingMm, box.x + box.w - style.paddingMm - right];
  const [fromTop, fromBottom] = [top - box.y - verticalPadding(style), box.y + box.h - verticalPadding(style) - bottom];
  const across = { left: fromLeft, justify: fromLeft, distribute: fromLeft, right: fromRight, center: 0 };
  const down = { top: fromTop, bottom: fromBottom, middle: (fromTop - fromBottom) / 2 };
  const isCentred = style.align === 'center';
  return { across: isCentred ? (fromLeft - fromRight) / 2 : across[style.align], down: down[style.valign] };
}

/** Values that are spread over paragraphs of their own indent stand where the text test reads them, not here. */
const isPlain = (form: Form, { box }: PlacedBox) => {
  const style = resolveStyle(form, box);
  return style.indentEm === 0 && style.letterSpacingPt === 0;
};

const examples = [
  ['an ordinary example', (_form: Form, input: FormInput) => input],
  ['an example stretched to its limits', stretched],
] as const;

describe.each(shelf.forms.map((form) => [form.id, form] as const))('each value of %s', (id, form) => {
  const example = exampleInputs[id] ?? {};

  it.each(examples)('stands within 0.2 mm of its place in the form file: %s', async (_kind, inputOf) => {
    const input = inputOf(form, example);
    const words = wordsOf(await printed(form, input, { mode: 'overprint' }));
    for (const placed of placedValues(form, input).filter((it) => isPlain(form, it))) {
      const found = wordsIn(placed, words);
      expect(found.length, `${placed.box.id} is empty`).toBeGreaterThan(0);
      const { across, down } = distance(form, placed.box, found);
      expect(Math.abs(across), `${placed.box.id} across`).toBeLessThan(TOLERANCE_MM);
      expect(Math.abs(down), `${placed.box.id} down`).toBeLessThan(TOLERANCE_MM);
    }
  });
});
