import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceStation } from '../../../electron/station/practice.ts';
import type { RunningRegistry } from '../../../registry/server.ts';
import { carriedOut, memberOf, townHousehold } from '../../fixtures/carrying-out.ts';
import { startTestRegistry, testNow } from '../../fixtures/counter.ts';
import { openReadyCounter, type ReadyCounter } from '../../fixtures/ready-counter.ts';
import { TestDevice } from '../../fixtures/registry-device.ts';
import { allConfirmed, cutOff } from '../../fixtures/two-counters.ts';

let registry: RunningRegistry;
let one: ReadyCounter;

beforeAll(async () => {
  // The other device signs by the computer's clock.
  registry = await startTestRegistry(0, () => Date.now() - testNow());
  one = await openReadyCounter(registry.url);
}, 180_000);
afterAll(async () => {
  await one?.counter.discard();
  await registry?.stop();
});

describe('an amended paper that was used elsewhere meanwhile', () => {
  it('stands as it did: the amendment is given up by itself, the case is closed again, and the history says both', async () => {
    const personId = memberOf(await townHousehold(one.clerk, '010000024'), '张磊');
    const { row } = await carriedOut(one, {
      procedure: 'move.out',
      subject: { kind: 'person', id: personId },
      fields: { memberIds: [personId], toDivision: '220104', toAddress: '吉林省长春市练习路一号', reason: 'work' },
    });
    const { caseId } = row;
    const [found] = await one.clerk.must('paper.listOfCase', { caseId });
    if (!found) throw new Error('no certificate');
    const { paper, documentId } = found;
    cutOff(one);
    const { fromAddress, otherAuthority, reason, holders } = paper;
    const corrected = { fromAddress, toAddress: '吉林省长春市练习路十一号', otherAuthority, reason };
    const names = holders.map(({ name }) => name);
    await one.chief.must('paper.amend', { documentId, corrected: { ...corrected, names }, why: '门牌号写错' });
    expect((await one.clerk.must('case.get', { caseId })).row.state).toBe('confirmed');
    const window = await TestDevice.enrol(registry.url, practiceStation.code, 'TEST-CODE');
    const used = { ...paper, status: 'used' as const };
    const event = window.event([{ kind: 'migration-paper', id: paper.paperId, basedOn: 1, after: used }]);
    expect(await window.pushOne(event)).toMatchObject({ outcome: 'confirmed' });
    one.counter.station.setRegistryUrl(registry.url);
    await allConfirmed(one.clerk);
    await one.clerk.must('sync.now', {});
    const view = await one.clerk.must('case.get', { caseId });
    expect(view.row.state).toBe('closed');
    expect(view.timeline.map(({ act }) => act)).toEqual(expect.arrayContaining(['amended', 'conflict', 'settled']));
    expect((await one.clerk.must('conflict.list', {})).rows).toEqual([]);
    const { papers } = await one.clerk.must('person.page', { personId, purpose: 'counter' });
    expect(papers.map(({ number, status }) => [number, status])).toEqual([[paper.number, 'used']]);
    const entries = await one.clerk.must('history.get', { kind: 'person', id: personId, purpose: 'counter' });
    expect(entries.flatMap(({ refusal }) => refusal?.settlement ?? [])).toMatchObject([{ choice: 'withdrawn' }]);
  });
});
