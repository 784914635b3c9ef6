import { describe, expect, it } from 'vitest';
import { Household } from '../../../../shared/domain/records.ts';
import { households, idOf, people, places, SmallRegister } from '../../../fixtures/small-register.ts';

const sonAlone = { subject: households.family, memberIds: [people.son], splitHeadId: people.son };

/** A second household at the family's address, of the son. */
function afterSplit(): { small: SmallRegister; sonsHousehold: string } {
  const small = new SmallRegister();
  small.do('split-household', sonAlone);
  return { small, sonsHousehold: small.placeOf(people.son) ?? '' };
}

describe('splitting a household', () => {
  it('gives the son a household of his own at the same address', () => {
    const { small, sonsHousehold } = afterSplit();
    expect(small.household(sonsHousehold)).toMatchObject({
      addressId: places.familyRoom,
      number: '010000011',
      kind: 'family',
    });
    expect(small.members(sonsHousehold)).toEqual(['周晓 02']);
    expect(small.members(households.family)).toHaveLength(3);
  });

  it('gives both sides a head and counts their relations anew', () => {
    const small = new SmallRegister();
    const asked = {
      subject: households.family,
      memberIds: [people.father, people.daughter],
      splitHeadId: people.father,
    };
    small.do('split-household', { ...asked, addressId: places.emptyRoom, newHeadId: people.mother });
    expect(small.members(small.placeOf(people.father) ?? '')).toEqual(['周小妹 30', '周建国 02'].sort());
    expect(small.members(households.family)).toEqual(['周晓 20', '李梅 02'].sort());
    expect(small.household(small.placeOf(people.father) ?? '').addressId).toBe(places.emptyRoom);
  });

  it.each([
    ['household-of-one', { subject: households.loner, memberIds: [people.loner], splitHeadId: people.loner }],
    ['household-whole', { ...sonAlone, memberIds: [people.father, people.mother, people.son, people.daughter] }],
    ['not-a-member', { ...sonAlone, splitHeadId: people.mother }],
    ['not-a-member', { ...sonAlone, memberIds: [people.son, people.loner] }],
    ['head-incapable', { ...sonAlone, memberIds: [people.daughter], splitHeadId: people.daughter }],
    ['head-needed', { ...sonAlone, memberIds: [people.father], splitHeadId: people.father }],
    [
      'household-other-station',
      { subject: households.other, memberIds: [people.wifeOfOld], splitHeadId: people.wifeOfOld },
    ],
    ['address-frozen', { ...sonAlone, addressId: places.frozenRoom }],
    ['household-unknown', { ...sonAlone, subject: idOf(99) }],
  ])('is refused with %s and changes nothing', (code, asked) => {
    const small = new SmallRegister();
    const before = small.register.export();
    expect(small.refusal('split-household', asked)).toBe(code);
    expect(small.register.export()).toBe(before);
  });

  it('asks for what the members are to a head whom their relations do not fit for certain', () => {
    const small = new SmallRegister();
    small.addPerson(idOf(151), { name: '周妻', sex: '2', bornOn: '2001-01-01', maritalStatus: '20' });
    small.addMember(households.family, idOf(151), '38');
    const asked = { ...sonAlone, memberIds: [people.daughter, idOf(151)], splitHeadId: idOf(151) };
    expect(small.refusal('split-household', asked)).toBe('relation-needed');
    expect(small.refusal('split-household', { ...asked, splitRelations: { [people.daughter]: '79' } })).toBeNull();
  });
});

describe('merging households', () => {
  const relations = { [people.son]: '20' };

  it('puts everybody into the one that stays and gives up the other', () => {
    const { small, sonsHousehold } = afterSplit();
    small.do('merge-households', { subject: sonsHousehold, intoHouseholdId: households.family, relations });
    expect(small.members(households.family)).toContain('周晓 20');
    expect(small.household(sonsHousehold)).toMatchObject({ status: 'closed', closedOn: '2026-11-22' });
  });

  it('is refused across stations, across addresses, into itself and without relations', () => {
    const { small, sonsHousehold } = afterSplit();
    const into = (intoHouseholdId: string, given: object = relations) =>
      small.refusal('merge-households', { subject: sonsHousehold, intoHouseholdId, relations: given });
    expect(into(households.other)).toBe('household-other-station');
    expect(into(households.loner)).toBe('household-other-address');
    expect(into(sonsHousehold)).toBe('household-same');
    expect(into(households.family, {})).toBe('relation-needed');
    expect(into(households.family, { [people.son]: '30' })).toBe('relation-sex');
    expect(into(households.family, { [people.son]: '02' })).toBe('head-twice');
  });

  it('is refused between a family and a collective household', () => {
    const { small, sonsHousehold } = afterSplit();
    const unit = small.household(households.unit);
    small.register.take('household', Household.parse({ ...unit, addressId: places.familyRoom }));
    const asked = { subject: sonsHousehold, intoHouseholdId: households.unit, relations };
    expect(small.refusal('merge-households', asked)).toBe('household-other-kind');
  });

  it('does not overfill the book', () => {
    const { small, sonsHousehold } = afterSplit();
    for (let serial = 500; serial < 509; serial += 1) {
      small.addPerson(idOf(serial), { name: `周亲${serial}`, sex: '1', bornOn: '1990-01-01' });
      small.addMember(households.family, idOf(serial), '97');
    }
    const asked = { subject: sonsHousehold, intoHouseholdId: households.family, relations };
    expect(small.refusal('merge-households', asked)).toBe('household-full');
  });
});
