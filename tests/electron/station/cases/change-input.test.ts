import { describe, expect, it } from 'vitest';
import { changeInput, listPageProblems } from '../../../../electron/station/cases/change-input.ts';
import { pageOf } from '../../../../electron/station/cases/procedure-page.ts';
import { Draft } from '../../../../shared/contract/draft.ts';
import { RawPage } from '../../../../shared/policy/procedure-page.ts';
import { draftPerson } from '../../../fixtures/people.ts';

const id = '00000000-0000-7000-8000-000000000001';
const words = { zh: '项目', en: 'field' };
const nobodyKnown = { today: '2026-11-23', findKnown: () => null };

const death = {
  effect: 'cancel-person',
  page: RawPage.parse({
    subject: 'person',
    sets: { reason: 'death' },
    fields: [
      { key: 'endedOn', names: words, required: true },
      { key: 'newHeadId', names: words },
    ],
  }),
} as const;

describe('the input of a change', () => {
  it('holds what the pack fixes, the subject and the whole fields, and nothing half-typed', () => {
    const draft = Draft.parse({ subject: { kind: 'person', id }, fields: { endedOn: '2026-11-20', newHeadId: 'ab' } });
    expect(changeInput(death, draft, nobodyKnown)).toEqual({ reason: 'death', subject: id, endedOn: '2026-11-20' });
  });

  it('takes persons and target only where the page asks for them', () => {
    const arrival = { effect: 'move-in', page: RawPage.parse({ people: 'entered', target: 'household' }) } as const;
    const people = [
      draftPerson({ name: '周　试', bornOn: '1990-01-01', sex: '1', heightCm: '175', phone: '', relationToHead: '02' }),
    ];
    const target = { addressId: id, household: 'new', householdId: '' };
    const input = changeInput(arrival, Draft.parse({ people, target }), nobodyKnown);
    expect(input.target).toEqual({ household: 'new', addressId: id });
    expect(input.people).toEqual([
      expect.objectContaining({
        name: '周试',
        heightCm: 175,
        phone: null,
        relation: '02',
        personId: null,
        fromDivision: '220122',
      }),
    ]);
    expect(changeInput(death, Draft.parse({ people, target }), nobodyKnown)).not.toHaveProperty('people');
  });
});

describe('the page of a procedure', () => {
  it('names the subject that was not chosen, what is missing and what is no value', () => {
    const page = pageOf(death);
    const found = listPageProblems(page, Draft.parse({ fields: { newHeadId: '周' } }), '2026-11-23');
    expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'subject subject-missing',
      'fields.endedOn field-required',
      'fields.newHeadId field-invalid',
    ]);
  });

  it('has the kind of each field from the change behind it', () => {
    expect(pageOf(death).fields.map(({ key, kind }) => `${key} ${kind}`)).toEqual(['endedOn date', 'newHeadId member']);
  });
});
