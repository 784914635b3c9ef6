import { describe, expect, it } from 'vitest';
import { memberOf, printAll, townHousehold } from '../../fixtures/carrying-out.ts';
import type { Desk } from '../../fixtures/counter.ts';
import { allConfirmed, cross, fieldOf, onlyConflict, twoCountersOfFile } from '../../fixtures/two-counters.ts';

const both = twoCountersOfFile();

const purpose = 'counter' as const;
const read = async (desk: Desk, personId: string) => (await desk.must('person.page', { personId, purpose })).person;
const historyOf = (desk: Desk, id: string) => desk.must('history.get', { kind: 'person', id, purpose });
const itemsOf = (id: string, fields: Record<string, string>) => ({
  procedure: 'item.other',
  subject: { kind: 'person' as const, id },
  fields,
});

describe('two windows that changed one person while both were offline', () => {
  let personId: string;
  let secondCase: string;

  it('show at the later one whose version came first, by station, post and time, and both versions field by field', async () => {
    personId = memberOf(await townHousehold(both.one.clerk, '010000003'), '张万');
    const mine = itemsOf(personId, { workplace: '练习甲厂', phone: '13800000001' });
    const theirs = itemsOf(personId, { workplace: '练习乙厂', occupation: '教师' });
    [, secondCase] = await cross(both, mine, theirs);
    const row = await onlyConflict(both.two);
    expect(row).toMatchObject({ because: 'conflict', procedure: 'item.other', people: ['张万'], caseId: secondCase });
    const view = await both.two.clerk.must('conflict.get', { eventId: row.eventId });
    expect(view.others).toMatchObject([
      { isOwnStation: true, isThisComputer: false, post: 'officer', operator: '', procedure: 'item.other' },
    ]);
    expect(fieldOf(view, 'person', 'workplace')).toMatchObject({
      ours: '练习乙厂',
      theirs: '练习甲厂',
      isClash: true,
      side: 'theirs',
    });
    expect(fieldOf(view, 'person', 'phone')).toMatchObject({ theirs: '13800000001', isClash: false, side: 'theirs' });
    expect(fieldOf(view, 'person', 'occupation')).toMatchObject({ ours: '教师', isClash: false, side: 'ours' });
    expect(view.needsChief).toBe(false);
    expect((await both.two.clerk.must('home.summary', {})).conflicts).toBe(1);
  });

  it('says before anything is sent what the choice would do, and does nothing yet', async () => {
    const { eventId } = await onlyConflict(both.two);
    const check = (decision: object) => both.two.clerk.must('conflict.check', { eventId, decision });
    expect(await check({})).toMatchObject({ choice: 'mix', effects: 1, refusal: null });
    const picks = [{ id: personId, fields: { workplace: 'ours' } }];
    expect(await check({ picks })).toMatchObject({ choice: 'ours', effects: 1 });
    const kept = [{ id: personId, fields: { occupation: 'theirs' } }];
    expect(await check({ picks: kept })).toMatchObject({ choice: 'theirs', effects: 0 });
    expect(await both.two.clerk.must('sync.outbox', {})).toHaveLength(1);
    expect((await read(both.two.clerk, personId)).workplace).toBe('练习乙厂');
  });

  it('is settled by the chosen mix, which goes to the registry as an event and carries the case on', async () => {
    const { eventId } = await onlyConflict(both.two);
    const decision = { picks: [{ id: personId, fields: { workplace: 'ours' as const } }] };
    await both.two.clerk.must('conflict.settle', { eventId, decision, reason: '本人到场核实' });
    await allConfirmed(both.two.clerk);
    const view = await both.two.clerk.must('case.get', { caseId: secondCase });
    expect(['confirmed', 'closed']).toContain(view.row.state);
    expect(view.timeline.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['registered', 'conflict', 'settled', 'confirmed']),
    );
    expect((await printAll(both.two.clerk, secondCase)).row.state).toBe('closed');
    await both.one.clerk.must('sync.now', {});
    for (const desk of [both.one.clerk, both.two.clerk])
      expect(await read(desk, personId)).toMatchObject({
        workplace: '练习乙厂',
        occupation: '教师',
        phone: '13800000001',
      });
  });

  it('keeps the refused version in the history, with who settled it, how and why', async () => {
    const entries = await historyOf(both.two.clerk, personId);
    const refused = entries.find(({ refusal }) => refusal !== null);
    expect(refused?.refusal).toMatchObject({
      because: 'conflict',
      settlement: { choice: 'ours', reason: '本人到场核实', operator: '李练习' },
    });
    expect(refused?.changes.find(({ field }) => field === 'workplace')?.after).toBe('练习乙厂');
    const others = entries.find(({ eventKind, refusal }) => eventKind === 'register.changed' && refusal === null);
    expect(others?.changes.find(({ field }) => field === 'workplace')).not.toMatchObject({ before: '练习乙厂' });
    const settling = entries.find(({ eventKind }) => eventKind === 'conflict.settled');
    expect(settling?.settles).toMatchObject({ eventId: refused?.eventId, choice: 'ours' });
    const [told] = await historyOf(both.one.clerk, personId);
    expect(told).toMatchObject({ eventKind: 'conflict.settled', settles: { reason: '本人到场核实' }, refusal: null });
    expect(await both.two.clerk.refused('conflict.get', { eventId: refused?.eventId ?? '' })).toBe('NOT_FOUND');
  });
});
