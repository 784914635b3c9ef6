import { beforeEach, describe, expect, it } from 'vitest';
import { households, idOf, people, places, SmallRegister, visitorPermit } from '../../../fixtures/small-register.ts';

let small: SmallRegister;
beforeEach(() => {
  small = new SmallRegister();
});
const alone = { household: 'new', addressId: places.emptyRoom };
const joining = (householdId: string) => ({ household: 'join', householdId });
const restore = (subject: string, fields: object = {}) => ({ subject, cause: 'returned', target: alone, ...fields });

describe('restoring', () => {
  it('registers a person again with the number they had, in a household of their own', () => {
    const { citizenId } = small.person(people.gone);
    const plan = small.do('restore-person', restore(people.gone, { cause: 'expired-papers' }));
    expect(small.person(people.gone)).toMatchObject({
      status: 'registered',
      endedOn: null,
      endReason: null,
      citizenId,
    });
    expect(small.members(small.placeOf(people.gone) ?? '')).toEqual(['冯迁 02']);
    expect(plan.note).toEqual({
      happenedOn: '2026-11-22',
      details: { cause: 'expired-papers', formerStatus: 'moved-out', formerReason: '工作调动' },
    });
  });

  it('brings back whom a court no longer holds for dead', () => {
    const target = joining(households.family);
    small.do(
      'restore-person',
      restore(people.dead, { cause: 'judgment', target, relation: '51', happenedOn: '2026-11-01' }),
    );
    expect(small.person(people.dead)).toMatchObject({ status: 'registered', endedOn: null });
    expect(small.members(households.family)).toContain('周老 51');
  });

  it('undoes a cancellation step by step', () => {
    small.do('cancel-person', { subject: people.son, reason: 'settled-abroad' });
    small.do('restore-person', restore(people.son, { target: joining(households.family) }));
    expect(small.members(households.family)).toEqual(['周小妹 30', '周建国 02', '周晓 20', '李梅 12']);
    expect(small.register.list('membership', 'personId', people.son)).toHaveLength(2);
  });

  it('ends the residence registration and the permit the person had meanwhile', () => {
    small.register.take('person', { ...small.person(people.visitor), status: 'cancelled', endedOn: '2020-01-01' });
    small.do('restore-person', restore(people.visitor));
    expect(small.register.find('permit', visitorPermit)?.data.status).toBe('cancelled');
  });

  it.each<[string, object, string]>([
    ['the person is registered', restore(people.son), 'person-already-registered'],
    ['the person never was here', restore(people.visitor), 'person-elsewhere'],
    ['nobody has that id', restore(idOf(999)), 'person-unknown'],
    ['the death stands', restore(people.dead), 'death-not-cancelled'],
    ['the relation is not known', restore(people.gone, { target: joining(households.loner) }), 'relation-needed'],
    [
      'the relation does not fit',
      restore(people.gone, { target: joining(households.loner), relation: '20' }),
      'relation-sex',
    ],
    ['the day is tomorrow', restore(people.gone, { happenedOn: '2026-11-23' }), 'date-future'],
    [
      'the address is another station’s',
      restore(people.gone, { target: { ...alone, addressId: places.otherEmptyRoom } }),
      'address-other-station',
    ],
  ])('is refused when %s', (_, input, code) => {
    const before = small.register.export();
    expect(small.refusal('restore-person', input)).toBe(code);
    expect(small.register.export()).toBe(before);
  });

  it('is refused when somebody else is registered with the number', () => {
    small.addPerson(idOf(901), {
      name: '冯迁',
      sex: '2',
      bornOn: '1990-10-11',
      citizenId: small.person(people.gone).citizenId,
    });
    expect(small.refusal('restore-person', restore(people.gone))).toBe('number-taken');
  });
});
