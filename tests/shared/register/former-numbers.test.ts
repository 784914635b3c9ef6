import { describe, expect, it } from 'vitest';
import { allotNumber } from '../../../shared/register/allot-number.ts';
import { formerNumbersWith } from '../../../shared/register/former-numbers.ts';
import { Workbench } from '../../../shared/register/workbench.ts';
import { EventLog } from '../../fixtures/event-log.ts';
import { entered, numberOf, people, places, SmallRegister } from '../../fixtures/small-register.ts';

const correct = (small: SmallRegister, fields: Record<string, unknown>) =>
  small.do('change-item', { subject: people.loner, ...fields });

describe('a number that was given up', () => {
  it('stays the person’s former one when sex or birth date is corrected', () => {
    const small = new SmallRegister();
    const before = small.person(people.loner).citizenId;
    correct(small, { item: 'sex', sex: '2' });
    const after = small.person(people.loner);
    expect(after.citizenId).not.toBe(before);
    expect(after.formerCitizenIds).toEqual([before]);
    expect(small.register.list('person', 'formerCitizenIds', before).map(({ data }) => data.personId)).toEqual([
      people.loner,
    ]);
  });

  it('is allotted to nobody again, though nobody bears it', () => {
    const small = new SmallRegister();
    const { bornOn } = small.person(people.loner);
    correct(small, { item: 'id-number' });
    const given = small.person(people.loner).citizenId;
    correct(small, { item: 'id-number' });
    const bench = new Workbench(small.register, small.context);
    const next = allotNumber(bench, given.slice(0, 6), { name: '周新', sex: '1', bornOn });
    expect(small.person(people.loner).formerCitizenIds).toContain(given);
    expect([given, small.person(people.loner).citizenId]).not.toContain(next);
  });

  it('may come back with whoever it was given to elsewhere: a doubled number has a right bearer', () => {
    const small = new SmallRegister();
    const { citizenId, bornOn } = small.person(people.loner);
    correct(small, { item: 'id-number' });
    const newcomer = entered({ name: '吴纲', sex: '1', bornOn, citizenId, relation: '02', fromDivision: '210404' });
    small.do('move-in', { people: [newcomer], target: { household: 'new', addressId: places.emptyRoom } });
    expect(small.register.list('person', 'citizenId', citizenId).map(({ data }) => data.name)).toEqual(['吴纲']);
  });

  it('is a former one no longer when the person gets it back', () => {
    const [first, second] = [numberOf('1990-01-01', '1', 1), numberOf('1990-01-01', '1', 2)];
    const changed = formerNumbersWith({ citizenId: first, formerCitizenIds: [] }, second);
    expect(changed).toEqual([first]);
    expect(formerNumbersWith({ citizenId: second, formerCitizenIds: changed }, first)).toEqual([second]);
    expect(formerNumbersWith({ citizenId: first, formerCitizenIds: [second] }, first)).toEqual([second]);
  });

  it('by a correction that is reversed is kept from others as well, and what was before can still be reversed', () => {
    const log = new EventLog(new SmallRegister());
    const { citizenId } = log.small.person(people.loner);
    const named = log.do('change-item', { subject: people.loner, item: 'name', name: '吴钢' });
    const corrected = log.do('change-item', { subject: people.loner, item: 'id-number' });
    const given = log.small.person(people.loner).citizenId;
    log.reverse(corrected);
    expect(log.small.person(people.loner)).toMatchObject({ citizenId, formerCitizenIds: [given] });
    log.reverse(named);
    expect(log.small.person(people.loner)).toMatchObject({ name: '吴刚', citizenId, formerCitizenIds: [given] });
  });
});
