import { beforeAll, describe, expect, it } from 'vitest';
import { DraftPerson } from '../../../shared/contract/draft.ts';
import type { HouseholdView } from '../../../shared/contract/person.ts';
import { approved, memberOf, membersNow, printAll, townHousehold } from '../../fixtures/carrying-out.ts';
import { allConfirmed, bringBack, cross, cutOff, twoCountersOfFile } from '../../fixtures/two-counters.ts';

const both = twoCountersOfFile();

const purpose = 'counter' as const;

/** At the second window: somebody moves into a household that a registration which still waits has opened. */
async function moveInto({ household }: HouseholdView, personId: string): Promise<string> {
  const { two } = both;
  const { person } = await two.clerk.must('person.get', { personId, purpose });
  const { name, citizenId, sex, bornOn, ethnicity, maritalStatus } = person;
  const particulars = { name, citizenId, sex, bornOn, ethnicity, maritalStatus };
  const { addressId, householdId } = household;
  const { row } = await approved(two, {
    procedure: 'move.within',
    subject: { kind: 'person', id: personId },
    people: [DraftPerson.parse({ ...particulars, personId, source: 'register', relationToHead: '79' })],
    target: { addressId, household: 'join', householdId },
  });
  await two.clerk.must('case.register', { caseId: row.caseId });
  return row.caseId;
}

describe('a registration that builds on a refused one', () => {
  let first: string;
  let later: string;
  let from: HouseholdView;
  let opened: HouseholdView;

  beforeAll(async () => {
    const { one, two } = both;
    from = await townHousehold(one.clerk, '010000015');
    const [dead, daughter] = [memberOf(from, '张静静'), memberOf(from, '董蓓')];
    const death = {
      procedure: 'death.cancel',
      subject: { kind: 'person' as const, id: dead },
      fields: { endedOn: '2026-11-20' },
    };
    const split = {
      procedure: 'household.split',
      subject: { kind: 'household' as const, id: from.household.householdId },
      fields: { memberIds: [daughter, dead], splitHeadId: daughter, splitRelations: { [dead]: '52' } },
    };
    [, first] = await cross(both, death, split);
    cutOff(two);
    const { household } = await two.clerk.must('person.get', { personId: daughter, purpose });
    if (!household) throw new Error('the daughter has a household of her own');
    opened = household;
    later = await moveInto(opened, memberOf(await townHousehold(two.clerk, '010000016'), '吴淑'));
  }, 120_000);

  it('is not touched while the registry has not answered it', async () => {
    const [front] = (await both.two.clerk.must('conflict.list', {})).rows;
    expect(front).toMatchObject({ caseId: first, behind: 1, buildsOn: null });
    const asked = { eventId: front?.eventId ?? '', decision: {}, reason: '先办后一笔' };
    expect(await both.two.clerk.refused('conflict.settle', asked)).toBe('CONFLICT_WAITS');
  });

  it('is shown with it, and not settled before it', async () => {
    await bringBack(both, both.two);
    const { rows } = await both.two.clerk.must('conflict.list', {});
    const behind = rows.find(({ buildsOn }) => buildsOn !== null);
    expect(behind).toMatchObject({ caseId: later, people: expect.arrayContaining(['吴淑']) });
    const asked = { eventId: behind?.eventId ?? '', decision: {}, reason: '先办后一笔' };
    expect(await both.two.clerk.refused('conflict.settle', asked)).toBe('CONFLICT_ORDER');
  });

  it('would be withdrawn with it, as its household would be nobody’s; that is said before it is done', async () => {
    const front = (await both.two.clerk.must('conflict.list', {})).rows.find(({ buildsOn }) => buildsOn === null);
    const asked = { eventId: front?.eventId ?? '', decision: { isWithdrawn: true } };
    const { behind } = await both.two.clerk.must('conflict.check', asked);
    expect(behind).toMatchObject([{ outcome: 'withdrawn' }]);
    expect((await both.two.clerk.must('conflict.list', {})).rows).toHaveLength(2);
  });

  it('is sent again with it, on what the registry holds by then', async () => {
    const { one, two } = both;
    const front = (await two.clerk.must('conflict.list', {})).rows.find(({ buildsOn }) => buildsOn === null);
    const eventId = front?.eventId ?? '';
    const { records } = await two.clerk.must('conflict.get', { eventId });
    const ofDead = records.filter(({ isHeld, subject }) => !isHeld && subject === '张静静');
    const picks = ofDead.map(({ id }) => ({ id, isLeftOut: true }));
    const asked = { eventId, decision: { picks }, reason: '张静静已故，董蓓分户有效' };
    const { behind } = await two.clerk.must('conflict.settle', asked);
    expect(behind).toMatchObject([{ outcome: 'again' }]);
    await allConfirmed(two.clerk);
    await one.clerk.must('sync.now', {});
    for (const caseId of [first, later]) expect((await printAll(two.clerk, caseId)).row.state).toBe('closed');
    for (const { clerk } of [one, two]) {
      expect(await membersNow(clerk, from.household.householdId)).toEqual(['董庆财 02']);
      expect(await membersNow(clerk, opened.household.householdId)).toEqual(['董蓓 02', '吴淑 79']);
    }
  });
});
