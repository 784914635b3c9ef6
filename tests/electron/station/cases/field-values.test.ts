import { describe, expect, it } from 'vitest';
import { readField } from '../../../../electron/station/cases/field-values.ts';
import type { FieldValue } from '../../../../shared/contract/draft.ts';
import type { PageField } from '../../../../shared/contract/procedure.ts';
import { madeUpNumber } from '../../../fixtures/people.ts';

const words = { zh: '项目', en: 'field' };
const options = [{ value: 'lost', names: words }];
const id = '00000000-0000-7000-8000-000000000001';
const number = madeUpNumber('220402', '1990-01-01', '901');

function read(kind: string, value: FieldValue | undefined) {
  const field: PageField = { key: 'x', kind, names: words, hint: null, isRequired: true, options };
  const reading = readField(field, value, '2026-11-23');
  return reading.state === 'given' ? reading.value : reading.state;
}

const readings: readonly [kind: string, entered: FieldValue | undefined, as: unknown][] = [
  ['text', ' 补领 ', '补领'],
  ['text', '  ', 'empty'],
  ['text', undefined, 'empty'],
  ['long-text', true, 'invalid'],
  ['date', '2026-02-28', '2026-02-28'],
  ['date', '2026-02-3', 'invalid'],
  ['date', '2026-02-30', 'invalid'],
  ['yes-no', false, false],
  ['yes-no', '', 'empty'],
  ['yes-no', 'yes', 'invalid'],
  ['number', '175', 175],
  ['number', '1.7米', 'invalid'],
  ['choice', 'lost', 'lost'],
  ['choice', 'stolen', 'invalid'],
  ['citizen-number', number, number],
  ['citizen-number', number.slice(0, 17), 'invalid'],
  ['division', '220402', '220402'],
  ['division', '999999', 'invalid'],
  ['person', id, id],
  ['member', '周试一', 'invalid'],
  ['members', [id], [id]],
  ['members', [], 'empty'],
  ['members', id, 'invalid'],
  ['relations', { [id]: '20', other: '' }, { [id]: '20' }],
  ['relations', {}, 'empty'],
  ['relations', ['20'], 'invalid'],
  ['code:ethnicity', '11', '11'],
  ['code:ethnicity', '满', 'invalid'],
  ['nonsense', 'x', 'invalid'],
];

describe('what is entered for a field', () => {
  it.each(readings)('%s: %j is taken as %j', (kind, entered, as) => {
    expect(read(kind, entered)).toEqual(as);
  });
});
