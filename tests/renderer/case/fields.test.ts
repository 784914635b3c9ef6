import { describe, expect, it } from 'vitest';
import {
  cardOrder,
  caseFields,
  fieldsOf,
  findField,
  personFields,
  stepOfField,
  unaskedDraftKeys,
  unaskedPersonKeys,
} from '../../../renderer/case/fields.ts';
import { fieldKinds, showValue } from '../../../renderer/fields/kinds.ts';
import { Draft, DraftPerson } from '../../../shared/contract/draft.ts';
import { codeTable } from '../../../shared/domain/codes.ts';

const context = { language: 'zh', say: (key: string) => key } as const;

describe('the fields of a case', () => {
  it('cover everything a draft keeps of a person', () => {
    const asked = [...personFields.map((it) => it.key), ...unaskedPersonKeys];
    expect([...asked].sort()).toEqual(Object.keys(DraftPerson.shape).sort());
  });

  it('cover everything else a draft keeps', () => {
    const asked = [...caseFields.map((it) => it.path), ...unaskedDraftKeys];
    expect([...asked].sort()).toEqual(Object.keys(Draft.shape).sort());
  });

  it('are each of a kind that can be entered and read', () => {
    expect(personFields.filter((it) => fieldKinds[it.kind] === undefined)).toEqual([]);
  });

  it('stand on exactly one card each', () => {
    const onCards = cardOrder.flatMap((card) => fieldsOf(card, 1).map((it) => it.key));
    expect([...onCards].sort()).toEqual(personFields.map((it) => it.key).sort());
  });

  it('ask the applicant for no relation to the applicant', () => {
    const keys = cardOrder.flatMap((card) => fieldsOf(card, 0).map((it) => it.key));
    expect(keys).not.toContain('relationToApplicant');
  });

  it('ask nobody outside settling how they come along', () => {
    const keys = cardOrder.flatMap((card) => fieldsOf(card, 1, false).map((it) => it.key));
    expect(keys).not.toContain('livesTogether');
    expect(keys).toContain('citizenId');
  });

  it('are mended where they were entered', () => {
    const where = (path: string) => {
      const found = findField(path);
      return found === null ? null : stepOfField(found.field, found.index);
    };
    expect(where('people.0.citizenId')).toBe('applicant');
    expect(where('people.2.citizenId')).toBe('people');
    expect(where('people.0.education')).toBe('people');
    expect(where('people.0.relationToHead')).toBe('target');
    expect(where('target.addressId')).toBeNull();
  });

  it('read as the papers write them', () => {
    const show = (key: string, value: string) => {
      const field = personFields.find((it) => it.key === key);
      return field === undefined ? null : showValue(field, value, context);
    };
    expect(show('citizenId', '220402199001019982')).toBe('220402 19900101 9982');
    expect(show('ethnicity', codeTable('ethnicity')[0]?.code ?? '')).toBe('汉族 (01)');
    expect(show('hukouDivision', '220402')).toBe('吉林省辽源市龙山区 (220402)');
    expect(show('hukouDivision', '99')).toBe('99');
  });
});
