import type { FlowBlock, Form, FormBox } from '../../../shared/domain/form.ts';
import { expandBoxes, gridHeight, type PlainBox } from './expand-grid.ts';
import { templateHoles } from './value-words.ts';

/** One thing wrong with a form: where in the file, and what. */
export interface FormFault {
  readonly path: string;
  readonly problem: string;
}

const pageHoles = new Set(['$page', '$pages', '$copy']);

/**
 * What a schema cannot say: every box names declared fields and styles, stands on the page, grids and tables are as wide
 * as their cells, ids are unique. A form with a fault does not load.
 */
export function checkForm(form: Form): FormFault[] {
  const blocks = form.flow?.blocks ?? [];
  const panels = blocks.filter((block) => block.kind === 'panel');
  const allBoxes = [...form.boxes, ...panels.flatMap((panel) => panel.boxes)];
  return [
    ...checkPatterns(form),
    ...checkIds([...allBoxes.map(({ id }) => id), ...blocks.map(({ id }) => id)]),
    ...checkPlaces(form.boxes, form.page.widthMm, form.page.heightMm),
    ...panels.flatMap((panel) => checkPlaces(panel.boxes, form.page.widthMm, panel.h)),
    ...allBoxes.flatMap((box) => (box.kind === 'grid' ? checkGridWidths(box) : [])),
    ...expandBoxes(allBoxes).flatMap((box) => checkWords(form, box)),
    ...blocks.flatMap((block) => checkBlock(form, block)),
  ];
}

function checkPatterns(form: Form): FormFault[] {
  return Object.entries(form.fields).flatMap(([path, { pattern }]) => {
    try {
      new RegExp(pattern ?? '', 'u');
      return [];
    } catch {
      // The pattern comes from the file, so its faults are the file's.
      return [{ path: `fields.${path}.pattern`, problem: 'not a regular expression' }];
    }
  });
}

function checkIds(ids: readonly string[]): FormFault[] {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twice.map((id) => ({ path: id, problem: 'the id is used twice' }));
}

function checkPlaces(boxes: readonly FormBox[], widthMm: number, heightMm: number): FormFault[] {
  return boxes.flatMap((box) => {
    const bottom = box.y + (box.kind === 'grid' ? gridHeight(box) : box.h);
    const stands = box.x >= 0 && box.y >= 0 && box.x + box.w <= widthMm + 1e-6 && bottom <= heightMm + 1e-6;
    return stands ? [] : [{ path: box.id, problem: 'the box reaches over the edge' }];
  });
}

function checkGridWidths(grid: Extract<FormBox, { kind: 'grid' }>): FormFault[] {
  return grid.rows.flatMap(({ cells }, index) => {
    const width = cells.reduce((sum, cell) => sum + cell.w, 0);
    const problem = `the cells are ${width.toFixed(2)} mm wide, the grid ${grid.w} mm`;
    return Math.abs(width - grid.w) < 0.001 ? [] : [{ path: `${grid.id}.rows.${index}`, problem }];
  });
}

function checkWords(form: Form, box: PlainBox): FormFault[] {
  const faults = [
    ...checkField(form, box.id, box.when),
    ...('style' in box ? checkStyle(form, box.id, box.style) : []),
  ];
  switch (box.kind) {
    case 'text':
      return [...faults, ...checkHoles(box.id, box.text, (path) => pageHoles.has(path))];
    case 'paragraph':
      return [...faults, ...checkHoles(box.id, box.text, (path) => path in form.fields)];
    case 'value':
      return [...faults, ...checkField(form, box.id, box.field)];
    case 'qr':
      return [...faults, ...checkField(form, box.id, box.field, 'text')];
    case 'photo':
      return [...faults, ...checkField(form, box.id, box.field, 'image')];
    case 'table':
      return [...faults, ...checkTable(form, box, box.w)];
    default:
      return faults;
  }
}

function checkBlock(form: Form, block: FlowBlock): FormFault[] {
  const faults = [
    ...checkField(form, block.id, block.when),
    ...('style' in block ? checkStyle(form, block.id, block.style) : []),
  ];
  switch (block.kind) {
    case 'paragraph':
      return [...faults, ...checkHoles(block.id, block.text, (path) => path in form.fields)];
    case 'items': {
      const known = (path: string) =>
        path === '$row' || (path.startsWith('.') ? `${block.field}[]${path}` : path) in form.fields;
      return [
        ...faults,
        ...checkField(form, block.id, block.field, 'list'),
        ...checkHoles(block.id, block.text, known),
      ];
    }
    case 'table':
      return [...faults, ...checkTable(form, block, form.flow?.first.w ?? 0)];
    case 'bar-chart': {
      const rowFields = [block.label, block.value].flatMap((name) =>
        checkField(form, block.id, `${block.field}[].${name}`),
      );
      return [...faults, ...checkField(form, block.id, block.field, 'list'), ...rowFields];
    }
    case 'panel':
      return faults;
  }
}

function checkTable(form: Form, table: Extract<FlowBlock | PlainBox, { kind: 'table' }>, widthMm: number): FormFault[] {
  const width = table.columns.reduce((sum, column) => sum + column.w, 0);
  const fits = Math.abs(width - widthMm) < 0.001;
  const rowFields = table.columns.filter(({ field }) => field !== '$row');
  return [
    ...(fits ? [] : [{ path: table.id, problem: `the columns are ${width.toFixed(2)} mm wide, not ${widthMm} mm` }]),
    ...checkField(form, table.id, table.field, 'list'),
    ...rowFields.flatMap(({ field }) => checkField(form, table.id, `${table.field}[].${field}`)),
    ...[table.headerStyle, table.rowStyle, ...table.columns.map(({ style }) => style)].flatMap((style) =>
      checkStyle(form, table.id, style),
    ),
  ];
}

function checkField(form: Form, id: string, path: string | undefined, type?: 'list' | 'image' | 'text'): FormFault[] {
  if (path === undefined) return [];
  const field = form.fields[path];
  if (!field) return [{ path: id, problem: `the field ${path} is not declared` }];
  return type && field.type !== type ? [{ path: id, problem: `the field ${path} is no ${type}` }] : [];
}

function checkStyle(form: Form, id: string, style: string | undefined): FormFault[] {
  return style === undefined || form.styles[style] ? [] : [{ path: id, problem: `the style ${style} is not declared` }];
}

function checkHoles(id: string, template: string, isKnown: (path: string) => boolean): FormFault[] {
  const unknown = templateHoles(template).filter(({ path }) => !isKnown(path));
  return unknown.map(({ path }) => ({ path: id, problem: `the field ${path} is not declared` }));
}
