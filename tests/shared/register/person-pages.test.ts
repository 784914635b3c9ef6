import { describe, expect, it } from 'vitest';
import type { Procedure } from '../../../shared/policy/policy-pack.ts';
import { entered, households, idOf, people, picked, places, SmallRegister } from '../../fixtures/small-register.ts';
import { pack } from '../policy/liaoyuan.ts';

const small = new SmallRegister();
const baby = { ...entered({ name: '周新', sex: '1', bornOn: '2026-11-01', relation: '20' }), citizenId: null };
const grown = { ...entered({ name: '何补', sex: '1', bornOn: '1990-01-01', relation: '02' }), citizenId: null };
const alone = { household: 'new', addressId: places.emptyRoom };
const inFamily = { subject: households.family };

/** What is filled in on each page about persons: where the case starts, and its fields. */
const pages: Readonly<Record<string, { readonly case: object; readonly fields: object }>> = {
  'birth.register': {
    case: { ...inFamily, people: [baby] },
    fields: { motherId: people.mother, fatherId: people.father },
  },
  'birth.abroad': { case: { ...inFamily, people: [baby] }, fields: { motherId: people.mother, fromPlace: '日本' } },
  'adoption.register': { case: { ...inFamily, people: [baby] }, fields: { motherId: people.mother, isSecret: true } },
  'person.institution-child': { case: { subject: households.unit, people: [{ ...baby, relation: '99' }] }, fields: {} },
  'person.late-registration': { case: { target: alone, people: [grown] }, fields: {} },
  'person.new-citizen': { case: { target: alone, people: [grown] }, fields: { fromPlace: '香港' } },
  'settle.return': {
    case: { target: alone, people: [picked(small, people.gone, '02')] },
    fields: { fromPlace: '日本', happenedOn: '2026-11-01' },
  },
  'death.cancel': { case: { subject: people.father }, fields: { endedOn: '2026-11-20', newHeadId: people.mother } },
  'death.cancel-after-notice': { case: { subject: people.loner }, fields: { endedOn: '2020-01-01' } },
  'settled-abroad.cancel': { case: { subject: people.son }, fields: {} },
  'nationality.cancel': { case: { subject: people.son }, fields: { endedOn: '2026-01-01' } },
  'duplicate.cancel': { case: { subject: people.student }, fields: { reason: 'duplicate', keptId: people.loner } },
  'person.restore': { case: { subject: people.gone, target: alone }, fields: { cause: 'returned' } },
  'item.name': { case: { subject: people.loner }, fields: { name: '吴钢' } },
  'item.former-name': { case: { subject: people.loner }, fields: { formerName: '吴小刚' } },
  'item.sex': { case: { subject: people.loner }, fields: { sex: '2' } },
  'item.ethnicity': { case: { subject: people.son }, fields: { ethnicity: '11' } },
  'item.birth-date': { case: { subject: people.loner }, fields: { bornOn: '1985-01-15' } },
  'item.id-number': { case: { subject: people.loner }, fields: {} },
  'item.other': { case: { subject: people.loner }, fields: { education: '20' } },
  'address.apart': { case: { subject: people.son }, fields: { livesAtId: places.emptyRoom } },
  'certificate.issue': { case: { subject: people.son }, fields: { kind: 'criminal-record', body: '兹证明。' } },
};

function procedureOf(id: string): Procedure {
  const procedure = pack.procedures.get(id);
  if (!procedure) throw new Error(`no procedure ${id}`);
  return procedure;
}

describe('the pages about persons', () => {
  it.each(Object.entries(pages))('%s asks for what its change needs', (id, { case: given, fields }) => {
    const { effect, page } = procedureOf(id);
    expect(page.fields.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(fields)));
    const isAsked = {
      subject: page.subject !== 'none',
      people: page.people !== 'none',
      target: page.target !== 'none',
    };
    const isGiven = { subject: 'subject' in given, people: 'people' in given, target: 'target' in given };
    expect(isGiven).toEqual(isAsked);
    expect(small.refusal(effect, { ...given, ...fields, ...page.sets })).toBeNull();
  });

  it('can not be started for a person nobody knows', () => {
    for (const [id, { case: given, fields }] of Object.entries(pages)) {
      if (!('subject' in given)) continue;
      const { effect, page } = procedureOf(id);
      const refusal = small.refusal(effect, { ...given, subject: idOf(999), ...fields, ...page.sets });
      expect(refusal, id).toMatch(/^(person|household)-unknown$/);
    }
  });
});
