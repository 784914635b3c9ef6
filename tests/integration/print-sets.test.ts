import { afterAll, describe, expect, it } from 'vitest';
import { openReader } from '../../electron/station/store/database.ts';
import { confirmed, memberOf, townHousehold } from '../fixtures/carrying-out.ts';
import { PrintRoom } from '../fixtures/print-room.ts';
import { counterOfFile } from '../fixtures/ready-counter.ts';

const one = counterOfFile();
const room = new PrintRoom(() => one.clerk);
afterAll(() => room.discard());

/** A death that leaves a book and a card to print, confirmed by the registry. */
async function death(number: string, dead: string, head: string, child: string) {
  const place = await townHousehold(one.clerk, number);
  return confirmed(one, {
    procedure: 'death.cancel',
    subject: { kind: 'person', id: memberOf(place, dead) },
    fields: {
      endedOn: '2026-11-20',
      newHeadId: memberOf(place, head),
      relations: { [memberOf(place, child)]: '20' },
    },
  });
}

describe('a print set', () => {
  it('names the paper that failed, prints the rest, and repeats what is left; the case closes itself', async () => {
    const { row } = await death('010000018', '高亮健', '车丽', '高辰浩');
    const { caseId } = row;
    room.jamsAt = 'household-book';
    const { outcomes } = await room.must('document.printSet', { caseId });
    const told = outcomes.map(({ title, outcome, failure }) => [title.zh, outcome, failure?.code ?? null].join(' '));
    expect(told.slice(0, 3)).toEqual([
      '受理回执单 printed ',
      '居民户口簿首页 failed PRINTER_FAILED',
      '常住人口登记卡 printed ',
    ]);
    expect(outcomes.filter(({ outcome }) => outcome !== 'printed')).toHaveLength(1);
    const left = await one.clerk.must('case.get', { caseId });
    expect(left.row.state).toBe('confirmed');
    expect(left.documents.filter(({ state }) => state === 'ready').map(({ form, subject }) => [form, subject])).toEqual(
      [['household-book-first-page', '车丽']],
    );
    room.jamsAt = null;
    const again = await room.must('document.printSet', { caseId });
    expect(again.outcomes.map(({ outcome }) => outcome)).toEqual(['printed']);
    expect((await one.clerk.must('case.get', { caseId })).row.state).toBe('closed');
    expect(room.sheets()).toHaveLength(outcomes.length);
  });

  it('stops after the sheet that is in the printer', async () => {
    const place = await townHousehold(one.clerk, '010000008');
    const view = await confirmed(one, {
      procedure: 'book.reissue',
      subject: { kind: 'household', id: place.household.householdId },
      fields: { cause: 'lost' },
    });
    const { caseId } = view.row;
    room.beforeSheet = () => void room.call('document.stopSet', { caseId });
    const { outcomes } = await room.must('document.printSet', { caseId });
    room.beforeSheet = () => undefined;
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['printed', ...outcomes.slice(1).map(() => 'stopped')]);
    expect(outcomes.length).toBeGreaterThan(2);
    const { documents } = await one.clerk.must('case.get', { caseId });
    expect(documents.filter(({ state }) => state === 'ready')).toHaveLength(outcomes.length - 1);
  });
});

describe('one more copy', () => {
  it('of a final paper needs a reason, which stands in the print log and the audit log', async () => {
    const { row } = await death('010000024', '张永武', '孙兰莲', '张磊');
    const { caseId } = row;
    await room.must('document.printSet', { caseId });
    const { documents } = await one.clerk.must('case.get', { caseId });
    const card = documents.find(({ form }) => form === 'resident-card');
    const documentId = card?.documentId ?? '';
    expect(card).toMatchObject({ state: 'printed', copies: 1, asksReason: true });
    const refused = await room.call('document.print', { documentId });
    expect(refused).toMatchObject({ ok: false, error: { code: 'REASON_REQUIRED' } });
    expect(await one.clerk.refused('document.printed', { documentId, copy: 2, printer: 'folder' })).toBe(
      'REASON_REQUIRED',
    );
    const printed = await room.must('document.print', { documentId, reason: '原页污损' });
    expect(printed.document.copies).toBe(2);
    const log = await one.clerk.must('document.printLog', { caseId });
    const ofCard = log.filter((line) => line.documentId === documentId);
    expect(ofCard.map(({ copy, printer, reason, outcome }) => [copy, printer, reason, outcome])).toEqual([
      [1, 'folder', '', 'good'],
      [2, 'folder', '原页污损', 'good'],
    ]);
    expect(ofCard[1]?.by).not.toBe('');
    const database = openReader(`${one.counter.dataDir}/station.db`);
    const line = database
      .prepare<[string], { details: string }>(
        `SELECT details FROM audit WHERE action = 'document.printed' AND subject = ? ORDER BY audit_id DESC`,
      )
      .get(documentId);
    database.close();
    expect(JSON.parse(line?.details ?? '{}')).toMatchObject({ copy: 2, reason: '原页污损' });
  });

  it('of a receipt needs none', async () => {
    const { row } = await one.clerk.must('case.start', { procedure: 'settle.residence' });
    const paper = await one.clerk.must('document.add', { caseId: row.caseId, form: 'one-time-notice' });
    expect(paper.asksReason).toBe(false);
    await one.clerk.must('document.printed', { documentId: paper.documentId, copy: 1, printer: 'folder' });
    const again = await one.clerk.must('document.printed', {
      documentId: paper.documentId,
      copy: 2,
      printer: 'folder',
    });
    expect([again.copies, again.asksReason]).toEqual([2, false]);
  });
});
