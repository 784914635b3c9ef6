import { describe, expect, it } from 'vitest';
import { memberOf, membersNow, printAll, townHousehold } from '../../fixtures/carrying-out.ts';
import { allConfirmed, cross, onlyConflict, twoCountersOfFile } from '../../fixtures/two-counters.ts';

const both = twoCountersOfFile();

const ofPerson = (id: string) => ({ kind: 'person' as const, id });

describe('a death that crosses a move', () => {
  it('stops the move of the dead with its sentence, and lets the others move without them', async () => {
    const place = await townHousehold(both.one.clerk, '010000015');
    const { householdId } = place.household;
    const [dead, mover] = [memberOf(place, '张静静'), memberOf(place, '董蓓')];
    const death = { procedure: 'death.cancel', subject: ofPerson(dead), fields: { endedOn: '2026-11-20' } };
    const split = {
      procedure: 'household.split',
      subject: { kind: 'household' as const, id: householdId },
      fields: { memberIds: [mover, dead], splitHeadId: mover, splitRelations: { [dead]: '52' } },
    };
    const [, second] = await cross(both, death, split);
    const { eventId } = await onlyConflict(both.two);
    const view = await both.two.clerk.must('conflict.get', { eventId });
    expect(view.others).toMatchObject([{ procedure: 'death.cancel' }]);
    const ofDead = view.records.filter(({ subject, kind }) => subject === '张静静' && kind === 'membership');
    const ours = ofDead.map(({ id, fields }) => ({
      id,
      fields: Object.fromEntries(fields.filter((it) => it.isDifferent).map(({ field }) => [field, 'ours' as const])),
    }));
    const check = (decision: object) => both.two.clerk.must('conflict.check', { eventId, decision });
    expect((await check({ picks: ours })).refusal).toMatchObject({ refusal: 'person-still-registered' });
    const leftOut = ofDead.filter(({ isHeld }) => !isHeld).map(({ id }) => ({ id, isLeftOut: true }));
    const decision = { picks: leftOut };
    expect(await check(decision)).toMatchObject({ refusal: null, choice: 'mix' });
    await both.two.clerk.must('conflict.settle', { eventId, decision, reason: '张静静已故，其余人照迁' });
    await allConfirmed(both.two.clerk);
    expect((await printAll(both.two.clerk, second)).row.state).toBe('closed');
    expect(await membersNow(both.two.clerk, householdId)).toEqual(['董庆财 02']);
    await both.one.clerk.must('sync.now', {});
    expect(await membersNow(both.one.clerk, householdId)).toEqual(['董庆财 02']);
  });
});
