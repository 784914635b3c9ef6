import type { Form, FormInput } from '../../../shared/domain/form.ts';
import { drawBoxes } from './draw-box.ts';
import { drawFlow } from './draw-flow.ts';
import type { Drawing } from './drawing.ts';
import type { FontShelf } from './font-shelf.ts';
import type { LayoutProblems, Sheet } from './sheet.ts';

/** The pages of one copy of a paper, and what stands in the way of printing it. */
export interface FormLayout {
  readonly pages: readonly (readonly Drawing[])[];
  readonly problems: LayoutProblems;
}

/** Lays out one copy of a paper: a pure function of form, input, fonts and the copy's name. Both layers are laid out. */
export function layOutForm(form: Form, input: FormInput, fonts: FontShelf, copy: string): FormLayout {
  const problems: LayoutProblems = { missing: new Map(), tooLong: new Set() };
  const sheet: Sheet = { form, input, fonts, problems };
  const flowing = form.flow ? drawFlow(form.flow, sheet) : [[]];
  const pages = flowing.map((drawings, index) => {
    const facts = { number: index + 1, count: flowing.length, copy };
    const here = form.boxes.filter((box) => standsOn(box.on, facts.number, facts.count));
    return [...drawBoxes(here, 0, 0, sheet, facts), ...drawings];
  });
  return { pages, problems };
}

function standsOn(on: Form['boxes'][number]['on'], page: number, pageCount: number): boolean {
  switch (on) {
    case 'first':
      return page === 1;
    case 'following':
      return page > 1;
    case 'every':
      return true;
    case 'last':
      return page === pageCount;
  }
}
