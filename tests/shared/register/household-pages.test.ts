import { describe, expect, it } from 'vitest';
import type { Procedure } from '../../../shared/policy/policy-pack.ts';
import { moveReasonNames } from '../../../shared/register/move-reasons.ts';
import { entered, households, people, picked, places, SmallRegister } from '../../fixtures/small-register.ts';
import { pack } from '../policy/liaoyuan.ts';

const effects = [
  'move-in',
  'move-out',
  'move-within',
  'create-household',
  'split-household',
  'merge-households',
  'change-head',
  'reissue-paper',
];

/** The family, its son in a household of his own at the same address, and the student gone with a certificate. */
function smallTown(): SmallRegister {
  const small = new SmallRegister();
  small.do('split-household', { subject: households.family, memberIds: [people.son], splitHeadId: people.son });
  small.do('move-out', { subject: people.student, toDivision: '220106', toAddress: '长春', reason: 'work' });
  return small;
}

const small = smallTown();
const newcomer = entered({ name: '郭新', sex: '1', bornOn: '1988-03-04', relation: '02', fromDivision: '210404' });
const alone = { household: 'new', addressId: places.emptyRoom };
const settling = { case: { people: [newcomer], target: alone }, fields: {} };
const journey = { toDivision: '220106', toAddress: '吉林省长春市绿园区' };
const sonsHousehold = small.placeOf(people.son) ?? '';
const loner = [picked(small, people.loner, '02')];

/** What is filled in on each page about households and moves: where the case starts, and its fields. */
const pages: Readonly<Record<string, { readonly case: object; readonly fields: object }>> = {
  'settle.residence': settling,
  'settle.talent': settling,
  'settle.spouse': settling,
  'settle.child': settling,
  'settle.parent': settling,
  'settle.relative': settling,
  'settle.transfer': settling,
  'settle.veteran': settling,
  'settle.graduate': settling,
  'settle.military-family': settling,
  'move.in': {
    ...settling,
    fields: { certificateNumber: '00012345', certificateOn: '2026-11-01', permitNumber: '7', permitOn: '2026-10-20' },
  },
  'move.in-student': { ...settling, fields: { certificateNumber: '00012345', certificateOn: '2026-11-01' } },
  'move.out': {
    case: { subject: people.father },
    fields: { ...journey, memberIds: [people.father], reason: 'work', newHeadId: people.mother },
  },
  'move.out-student': { case: { subject: people.daughter }, fields: { toDivision: '210404', toAddress: '抚顺某校' } },
  'move.out-graduate': { case: { subject: people.son }, fields: journey },
  'move.within': { case: { subject: people.loner, people: loner, target: alone }, fields: {} },
  'household.move-former-residents': { case: { subject: households.loner, people: loner, target: alone }, fields: {} },
  'household.create': { case: { subject: people.loner, people: loner, target: alone }, fields: {} },
  'household.create-collective': {
    case: { subject: places.emptyRoom, people: loner, target: alone },
    fields: { kind: 'collective', unitName: '辽源第一纺织厂' },
  },
  'household.split': {
    case: { subject: households.family },
    fields: { memberIds: [people.mother], splitHeadId: people.mother, addressId: places.emptyRoom },
  },
  'household.merge': {
    case: { subject: sonsHousehold },
    fields: { intoHouseholdId: households.family, relations: { [people.son]: '20' } },
  },
  'household.change-head': { case: { subject: households.family }, fields: { newHeadId: people.mother } },
  'book.reissue': { case: { subject: households.family }, fields: { cause: 'full', recipientId: people.mother } },
  'migration-paper.reissue': { case: { subject: people.student }, fields: { cause: 'lost' } },
};

function procedureOf(id: string): Procedure {
  const procedure = pack.procedures.get(id);
  if (!procedure) throw new Error(`no procedure ${id}`);
  return procedure;
}

describe('the pages about households and moves', () => {
  it('are all tried here', () => {
    const ids = [...pack.procedures.values()].filter(({ effect }) => effects.includes(effect)).map(({ id }) => id);
    expect(Object.keys(pages).sort()).toEqual(ids.sort());
  });

  it.each(Object.entries(pages))('%s asks for what its change needs', (id, { case: given, fields }) => {
    const { effect, page } = procedureOf(id);
    expect(page.fields.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(fields)));
    const asked = { subject: page.subject !== 'none', people: page.people !== 'none', target: page.target !== 'none' };
    expect({ subject: 'subject' in given, people: 'people' in given, target: 'target' in given }).toEqual(asked);
    expect(small.refusal(effect, { ...given, ...fields, ...page.sets })).toBeNull();
  });

  it('name the reasons of a move as they stand on the certificate', () => {
    const options = procedureOf('move.out').page.fields.find(({ key }) => key === 'reason')?.options ?? {};
    for (const [reason, { zh }] of Object.entries(options))
      expect(zh).toBe(moveReasonNames[reason as keyof typeof moveReasonNames]);
    expect(Object.keys(options)).not.toContain('admitted');
  });
});
