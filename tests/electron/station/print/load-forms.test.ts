import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFonts } from '../../../../electron/station/print/font-shelf.ts';
import { findForm, findFormVersion, loadForms, readForm } from '../../../../electron/station/print/load-forms.ts';
import { shelf } from './print-rig.ts';

const file = (rest: string, inForceFrom = '2026-01-01', version = 1) => `
id: made-up
version: ${version}
inForceFrom: ${inForceFrom}
name: { zh: 示例, en: Example }
source: { kind: unsourced, note: 试验 }
page: { widthMm: 100, heightMm: 60 }
${rest}`;
const plain = 'fields: { words: { zh: 文字, en: Words } }';
const problemsOf = (rest: string) => readForm(file(rest)).problems;

function inFolder<T>(files: Record<string, string>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-forms-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a form file', () => {
  it.each([
    [
      'names a field that is not declared',
      'boxes: [{ kind: value, id: a, x: 1, y: 1, w: 9, h: 9, field: nothing }]',
      'the field nothing is not declared',
    ],
    [
      'fills a text with an undeclared field',
      "boxes: [{ kind: paragraph, id: a, x: 1, y: 1, w: 9, h: 9, text: '{nothing}' }]",
      'the field nothing is not declared',
    ],
    [
      'names a style that is not declared',
      'boxes: [{ kind: text, id: a, x: 1, y: 1, w: 9, h: 9, text: 甲, style: big }]',
      'the style big is not declared',
    ],
    [
      'puts a box over the edge of the page',
      'boxes: [{ kind: text, id: a, x: 95, y: 1, w: 9, h: 9, text: 甲 }]',
      'the box reaches over the edge',
    ],
    [
      'has a row narrower than its grid',
      'boxes: [{ kind: grid, id: a, x: 1, y: 1, w: 50, rows: [{ h: 5, cells: [{ w: 20 }, { w: 20 }] }] }]',
      'the cells are 40.00 mm wide, the grid 50 mm',
    ],
    [
      'uses an id twice',
      'boxes: [{ kind: line, id: a, x: 1, y: 1, w: 9, h: 0 }, { kind: line, id: a, x: 1, y: 2, w: 9, h: 0 }]',
      'the id is used twice',
    ],
  ])('does not load when it %s', (_what, boxes, problem) => {
    expect(problemsOf(`${plain}\n${boxes}`)).toContainEqual({
      path: boxes.includes('grid') ? 'a.rows.0' : 'a',
      problem,
    });
  });

  it('does not load with a key that no form has', () => {
    expect(problemsOf(`${plain}\nwatermark: yes`)[0]?.problem).toMatch(/watermark/);
  });

  it('says on which line it is no YAML', () => {
    expect(problemsOf('fields: { words: [')[0]?.path).toMatch(/^line \d+$/);
  });

  it('is named with its file when it is bad', () => {
    const answer = inFolder({ 'bad.yaml': 'id: 7', 'made-up.yaml': file(plain) }, loadForms);
    expect(answer).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
    expect(JSON.stringify(answer)).toContain('"file":"bad.yaml"');
  });
});

describe('the versions of a form', () => {
  const files = { 'made-up.yaml': file(plain), 'made-up-2.yaml': file(plain, '2027-01-01', 2) };

  it('take turns on the day they come into force', () => {
    const answer = inFolder(files, loadForms);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    expect(findForm(answer.value, 'made-up', '2026-12-31')?.version).toBe(1);
    expect(findForm(answer.value, 'made-up', '2027-01-01')?.version).toBe(2);
    expect(findForm(answer.value, 'made-up', '2025-12-31')).toBeNull();
    expect(findFormVersion(answer.value, 'made-up', 1)?.inForceFrom).toBe('2026-01-01');
  });

  it('may not be the same twice', () => {
    expect(inFolder({ 'a.yaml': file(plain), 'b.yaml': file(plain) }, loadForms).ok).toBe(false);
  });
});

describe('the forms of the program', () => {
  it('all load and are named in both languages', () => {
    expect(shelf.forms.length).toBeGreaterThanOrEqual(10);
    for (const { name, fields } of shelf.forms)
      for (const words of [name, ...Object.values(fields)]) expect(words.en).toMatch(/^[A-Z]/);
  });

  it('need fonts that are there', async () => {
    expect(await openFonts(tmpdir())).toEqual({
      ok: false,
      error: { code: 'NOT_FOUND', details: { font: 'NotoSerifSC_400Regular.ttf' } },
    });
  });
});
