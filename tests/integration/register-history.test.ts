import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkoutFolders } from '../../electron/station/folders.ts';
import { replayRegister } from '../../electron/station/register/replay-register.ts';
import { openDatabase, openReader } from '../../electron/station/store/database.ts';
import type { HistoryEntry } from '../../shared/contract/register.ts';
import { carriedOut, deathOfHead, memberOf, membersNow, townHousehold } from '../fixtures/carrying-out.ts';
import { eventually, TestCounter } from '../fixtures/counter.ts';
import { counterOfFile } from '../fixtures/ready-counter.ts';
import { isReady } from '../fixtures/settling.ts';

const one = counterOfFile();

const purpose = 'counter' as const;
const historyOf = (personId: string): Promise<HistoryEntry[]> =>
  one.clerk.must('history.get', { kind: 'person', id: personId, purpose });
const rename = async (number: string, name: string, newName: string) => {
  const place = await townHousehold(one.clerk, number);
  const personId = memberOf(place, name);
  const subject = { kind: 'person' as const, id: personId };
  const closed = await carriedOut(one, { procedure: 'item.name', subject, fields: { name: newName } });
  return { personId, closed };
};
const nameOf = async (personId: string) => (await one.clerk.must('person.page', { personId, purpose })).person.name;
const confirmed = () =>
  eventually('everything is confirmed', async () => (await one.clerk.must('sync.outbox', {})).length === 0);

describe('the history of a person', () => {
  it('says who changed what, when, by which procedure and paper, before and after', async () => {
    const { personId, closed } = await rename('010000038', '宋彦翔', '宋彦飞');
    const [entry] = await historyOf(personId);
    expect(entry).toMatchObject({
      procedure: 'item.name',
      acceptanceNumber: closed.row.acceptanceNumber,
      isHere: true,
      isReversed: false,
      isProvisional: false,
    });
    expect(entry?.operator).not.toBe('');
    expect(entry?.changes.find(({ field }) => field === 'name')).toMatchObject({ before: '宋彦翔', after: '宋彦飞' });
    const page = await one.clerk.must('person.page', { personId, purpose });
    expect(page.cases.map(({ caseId }) => caseId)).toEqual([closed.row.caseId]);
  });

  it('is that of the household and the address as well when somebody dies there', async () => {
    const { place } = await deathOfHead(one);
    const { householdId, addressId } = place.household;
    const [ofHousehold] = await one.clerk.must('history.get', { kind: 'household', id: householdId, purpose });
    expect(ofHousehold).toMatchObject({ procedure: 'death.cancel', happenedOn: '2026-11-20' });
    const head = ofHousehold?.changes.find(({ field }) => field === 'headPersonId');
    expect(head).toMatchObject({ before: '高亮健', after: '车丽' });
    const page = await one.clerk.must('household.page', { householdId, purpose });
    expect(page.former.map(({ person }) => person.name)).toEqual(['高亮健']);
    const [atAddress] = await one.clerk.must('history.get', { kind: 'address', id: addressId, purpose });
    expect(atAddress?.eventId).toBe(ofHousehold?.eventId);
  });
});

describe('a reversal', () => {
  it('puts everything back, is an event of its own, and is told in the history', async () => {
    const { personId, closed } = await rename('010000048', '张铭鑫', '张铭星');
    const [entry] = await historyOf(personId);
    await one.chief.must('register.reverse', { eventId: entry?.eventId ?? '', reason: '录入有误' });
    expect(await nameOf(personId)).toBe('张铭鑫');
    await confirmed();
    const [reversal, reversed] = await historyOf(personId);
    expect(reversal).toMatchObject({ eventKind: 'event.reversed', isProvisional: false });
    expect(reversed).toMatchObject({ eventKind: 'register.changed', isReversed: true });
    const { timeline } = await one.clerk.must('case.get', { caseId: closed.row.caseId });
    expect(timeline.at(-1)).toMatchObject({ act: 'reversed', note: '录入有误' });
    expect(await one.chief.refused('register.reverse', { eventId: entry?.eventId ?? '', reason: '再次' })).toBe(
      'CHANGE_REFUSED',
    );
  });

  it('is refused when something was built upon the event, and to a clerk', async () => {
    const { personId } = await rename('010000024', '张磊', '张蕾');
    const [first] = await historyOf(personId);
    await rename('010000024', '张蕾', '张垒');
    const asked = { eventId: first?.eventId ?? '', reason: '录入有误' };
    expect(await one.chief.refused('register.reverse', asked)).toBe('CHANGE_REFUSED');
    expect(await one.clerk.refused('register.reverse', asked)).toBe('ROLE_REFUSED');
    expect(await nameOf(personId)).toBe('张垒');
  });
});

describe('a second window of the station', () => {
  it('reads what the first one did, with procedure and number, once the registry told it', async () => {
    const { personId, closed } = await rename('010000020', '王忠有', '王忠友');
    const other = await TestCounter.open(one.registry.url);
    try {
      const desk = await other.loggedIn('wang');
      // Filled from a snapshot, it knows nothing of what was before; from then on it hears of every event.
      await eventually('the copy is filled', () => isReady(desk), 30_000);
      expect((await desk.must('person.search', { text: '王忠友', purpose })).rows).toHaveLength(1);
      await membersNow(desk, (await townHousehold(desk, '010000039')).household.householdId);
      const later = await rename('010000039', '赵静', '赵婧');
      await eventually('the other window has heard', async () => {
        await desk.must('sync.now', {});
        return (await desk.must('history.get', { kind: 'person', id: later.personId, purpose })).length > 0;
      });
      const [entry] = await desk.must('history.get', { kind: 'person', id: later.personId, purpose });
      expect(entry).toMatchObject({ procedure: 'item.name', acceptanceNumber: later.closed.row.acceptanceNumber });
      expect(await desk.must('history.get', { kind: 'person', id: personId, purpose })).toEqual([]);
      expect(closed.row.state).toBe('closed');
    } finally {
      await other.discard();
    }
  });
});

describe('replaying every event', () => {
  it('gives the same register, byte for byte', async () => {
    await confirmed();
    const folder = mkdtempSync(join(tmpdir(), 'luohu-replay-'));
    const copy = openReader(join(one.counter.dataDir, 'station.db'));
    const { migrations } = checkoutFolders(join(import.meta.dirname, '..', '..'));
    const empty = openDatabase(join(folder, 'station.db'), migrations);
    try {
      const replay = replayRegister(copy, empty);
      expect(replay.events).toBeGreaterThanOrEqual(8);
      expect(replay.replayed).toBe(replay.copy);
    } finally {
      copy.close();
      empty.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
