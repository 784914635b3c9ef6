import { setImmediate as turn } from 'node:timers/promises';
import { Form, type FormInput } from '../../../shared/domain/form.ts';
import type { FontShelf } from './font-shelf.ts';
import { renderForm } from './render-form.ts';

/** A page with every font and the kinds of marks that papers are made of; nobody sees it. */
const page = {
  id: 'warm-up',
  version: 1,
  inForceFrom: '2000-01-01',
  name: { zh: '预热', en: 'Warm-up' },
  source: { kind: 'unsourced', note: 'never printed' },
  page: { widthMm: 210, heightMm: 297 },
  fields: {
    words: { zh: '文字', en: 'Words' },
    rows: { zh: '各行', en: 'Rows', type: 'list' },
    'rows[].words': { zh: '文字', en: 'Words' },
  },
  boxes: [
    ...['song', 'song-bold', 'hei', 'fang'].map((font, index) => ({
      kind: 'value',
      id: `font-${font}`,
      x: 10,
      y: 10 + index * 40,
      w: 90,
      h: 38,
      field: 'words',
      font,
      wrap: 'first',
      shrinkToPt: 7,
    })),
    {
      kind: 'grid',
      id: 'grid',
      x: 110,
      y: 10,
      w: 90,
      rows: Array.from({ length: 8 }, () => ({
        h: 9,
        cells: [
          { w: 30, text: '常住人口登记卡', align: 'distribute', shrinkToPt: 7 },
          { w: 60, field: 'words', shrinkToPt: 4, wrap: 'last' },
        ],
      })),
    },
    { kind: 'qr', id: 'code', x: 110, y: 100, w: 40, h: 40, field: 'words' },
  ],
  flow: {
    first: { x: 10, y: 180, w: 190, h: 100 },
    blocks: [
      { kind: 'paragraph', id: 'words', text: '{words}', align: 'justify', wrap: 'first' },
      {
        kind: 'table',
        id: 'rows',
        field: 'rows',
        columns: [{ field: 'words', header: '内容', w: 190, wrap: 'first' }],
      },
    ],
  },
};

const words = '户口登记机关派出所姓名性别民族出生日期公民身份号码住址何时由何地迁来本市县承办人签章年月日0123456789X';
const input: FormInput = { words, rows: [{ words }, { words }] };
const ROUNDS = 4;

/**
 * Prints a page nobody sees, so that the first paper of the day is as fast as any other: loads what printing loads on
 * demand, opens the fonts' tables and lets the compiler see the code. Other calls are answered between the rounds.
 */
export async function warmUpPrinting(fonts: FontShelf): Promise<void> {
  const form = Form.parse(page);
  const documentInfo = { author: '', createdAt: '2000-01-01T00:00:00Z' };
  for (let round = 0; round < ROUNDS; round += 1) {
    const printed = await renderForm(form, input, { fonts, mode: 'full', documentInfo, stamp: '预览无效' });
    if (!printed.ok) throw new Error(`warm-up: ${printed.error.code} ${JSON.stringify(printed.error.details ?? {})}`);
    await turn();
  }
}
