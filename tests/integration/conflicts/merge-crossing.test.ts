import { describe, expect, it } from 'vitest';
import { carriedOut, confirmed, memberOf, membersNow, townHousehold } from '../../fixtures/carrying-out.ts';
import {
  allConfirmed,
  bringBack,
  cross,
  cutOff,
  onlyConflict,
  twoCountersOfFile,
} from '../../fixtures/two-counters.ts';

const both = twoCountersOfFile();

const purpose = 'counter' as const;
const ofHousehold = (id: string) => ({ kind: 'household' as const, id });

describe('a merged household that crosses a split', () => {
  it('leaves out whom the split took elsewhere, and merges the others', async () => {
    const { one, two } = both;
    const place = await townHousehold(one.clerk, '010000015');
    const into = place.household.householdId;
    const [mother, daughter] = [memberOf(place, '张静静'), memberOf(place, '董蓓')];
    await carriedOut(one, {
      procedure: 'household.split',
      subject: ofHousehold(into),
      fields: { memberIds: [mother, daughter], splitHeadId: mother, splitRelations: { [daughter]: '30' } },
    });
    await two.clerk.must('sync.now', {});
    const { household } = await one.clerk.must('person.get', { personId: mother, purpose });
    const from = household?.household.householdId ?? '';
    const split = {
      procedure: 'household.split',
      subject: ofHousehold(from),
      fields: { memberIds: [daughter], splitHeadId: daughter },
    };
    const merge = {
      procedure: 'household.merge',
      subject: ofHousehold(from),
      fields: { intoHouseholdId: into, relations: { [mother]: '12', [daughter]: '30' } },
      answers: { 'household.nearRelatives': true, 'household.sameAddress': true },
    };
    await cross(both, split, merge);
    const { eventId } = await onlyConflict(two);
    const view = await two.clerk.must('conflict.get', { eventId });
    expect(view.others).toMatchObject([{ procedure: 'household.split' }]);
    expect((await two.clerk.must('conflict.check', { eventId, decision: {} })).refusal).toMatchObject({
      refusal: 'person-elsewhere',
      name: '董蓓',
    });
    const picks = view.records
      .filter(({ isHeld, subject }) => !isHeld && subject === '董蓓')
      .map(({ id }) => ({ id, isLeftOut: true }));
    await two.clerk.must('conflict.settle', { eventId, decision: { picks }, reason: '董蓓已分户' });
    await allConfirmed(two.clerk);
    await one.clerk.must('sync.now', {});
    for (const { clerk } of [one, two]) {
      expect(await membersNow(clerk, into)).toEqual(['董庆财 02', '张静静 12']);
      expect((await clerk.must('household.get', { householdId: from })).household.status).toBe('closed');
      const stays = await clerk.must('person.get', { personId: daughter, purpose });
      expect(stays.household?.members).toHaveLength(1);
    }
  });
});

describe('the reversal of a registration that was built upon meanwhile', () => {
  it('can only be withdrawn: the later registration stands, and the history says so', async () => {
    const { one, two } = both;
    const personId = memberOf(await townHousehold(one.clerk, '010000038'), '宋彦翔');
    const subject = { kind: 'person' as const, id: personId };
    await confirmed(one, { procedure: 'item.name', subject, fields: { name: '宋彦飞' } });
    await two.clerk.must('sync.now', {});
    const [entry] = await one.clerk.must('history.get', { kind: 'person', id: personId, purpose });
    cutOff(one);
    await one.chief.must('register.reverse', { eventId: entry?.eventId ?? '', reason: '录入有误' });
    await confirmed(two, { procedure: 'item.other', subject, fields: { phone: '13800000003' } });
    await bringBack(both, one);
    const { eventId } = await onlyConflict(one);
    const check = await one.chief.must('conflict.check', { eventId, decision: {} });
    expect(check.refusal).toMatchObject({ refusal: 'event-built-upon' });
    await one.chief.must('conflict.settle', { eventId, decision: { isWithdrawn: true }, reason: '后续登记有效' });
    await allConfirmed(one.clerk);
    const { person } = await one.clerk.must('person.page', { personId, purpose });
    expect(person).toMatchObject({ name: '宋彦飞', phone: '13800000003' });
    const history = await one.clerk.must('history.get', { kind: 'person', id: personId, purpose });
    expect(history.find(({ eventKind }) => eventKind === 'event.reversed')?.refusal).toMatchObject({
      because: 'conflict',
      settlement: { choice: 'withdrawn', reason: '后续登记有效' },
    });
    expect(history.find((it) => it.eventId === entry?.eventId)?.isReversed).toBe(false);
  });
});
