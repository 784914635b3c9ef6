import { describe, expect, it } from 'vitest';
import { findPageField, kindOfPageField } from '../../../renderer/case/page-fields.ts';
import { fieldKinds, showValue } from '../../../renderer/fields/kinds.ts';
import { en } from '../../../renderer/locales/en/index.ts';
import type { PageField } from '../../../shared/contract/procedure.ts';

const context = { language: 'zh', say: (key: string) => key } as const;
const asked: PageField = {
  key: 'reason',
  kind: 'choice',
  names: { zh: '原因', en: 'Reason' },
  hint: null,
  isRequired: true,
  options: [{ value: 'study', names: { zh: '升学', en: 'Study' } }],
};

/** Every kind a change of the register can ask for. */
const kinds = [
  'text',
  'long-text',
  'date',
  'yes-no',
  'number',
  'choice',
  'citizen-number',
  'division',
  'address',
  'household',
  'person',
  'member',
  'members',
  'relations',
  'photo',
  'code:sex',
  'code:ethnicity',
  'code:marital',
  'code:education',
  'code:relation',
];

describe('the fields of a procedure’s own page', () => {
  it('can each be entered, whatever their kind', () => {
    const unknown = kinds.filter((kind) => fieldKinds[kindOfPageField({ kind, options: [] }).kind] === undefined);
    expect(unknown).toEqual([]);
    const asText = kinds.filter((kind) => kindOfPageField({ kind, options: [] }).kind === 'text');
    expect(asText).toEqual(['text']);
  });

  it('are typed as text where a newer pack brings a kind this program does not know', () => {
    expect(kindOfPageField({ kind: 'colour', options: [] })).toEqual({ kind: 'text' });
  });

  it('read a choice by the name the pack gives it, and an unknown value as it is', () => {
    const kind = kindOfPageField(asked);
    expect(showValue(kind, 'study', context)).toBe('升学');
    expect(showValue(kind, 'work', context)).toBe('work');
  });

  it('count members and relations that were chosen as given, and none as blank', () => {
    const show = (kind: string, value: string[] | Record<string, string> | null) =>
      showValue(kindOfPageField({ kind, options: [] }), value, context);
    expect(show('members', [])).toBe('');
    expect(show('members', ['one'])).not.toBe('');
    expect(show('relations', null)).toBe('');
    expect(show('relations', { one: '20' })).not.toBe('');
  });

  it('are found by the path a problem names', () => {
    const page = { subject: 'person', people: 'none', target: 'none', fields: [asked] } as const;
    expect(findPageField({ ...page, fields: [asked] }, 'fields.reason')?.names.zh).toBe('原因');
    expect(findPageField({ ...page, fields: [asked] }, 'subject')).toBeNull();
  });

  it('have a name in the steps of every case', () => {
    expect(Object.keys(en.pageStep).sort()).toEqual(
      Object.keys(en.step)
        .filter((it) => it in en.pageStep)
        .sort(),
    );
  });
});
