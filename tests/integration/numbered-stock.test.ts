import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../shared/contract/case.ts';
import { confirmed, memberOf, townHousehold } from '../fixtures/carrying-out.ts';
import { type Desk, eventually } from '../fixtures/counter.ts';
import { PrintRoom } from '../fixtures/print-room.ts';
import { counterOfFile } from '../fixtures/ready-counter.ts';
import { isReady } from '../fixtures/settling.ts';

const file = counterOfFile();
const form = 'migration-certificate';
let clerk: Desk;
let chief: Desk;
const room = new PrintRoom(() => clerk);

async function restart(): Promise<void> {
  await file.counter.stop();
  await file.counter.start(file.registry.url);
  clerk = await file.counter.loggedIn('li');
  chief = await file.counter.loggedIn('suo');
  await eventually('the copy is there', () => isReady(clerk));
}

beforeAll(async () => {
  file.counter.printPlaces = {
    usualPrinter: 'folder',
    forms: { [form]: { printer: 'folder', tray: '', sides: 'one', mode: 'overprint' } },
  };
  await restart();
}, 90_000);
afterAll(() => room.discard());

async function movedOut(number: string, name: string): Promise<CaseView> {
  const place = await townHousehold(clerk, number);
  const id = memberOf(place, name);
  return confirmed(
    { counter: file.counter, clerk, chief },
    {
      procedure: 'move.out',
      subject: { kind: 'person', id },
      fields: { memberIds: [id], toDivision: '220104', toAddress: '吉林省长春市朝阳区练习路一号', reason: 'work' },
    },
  );
}

const certificateOf = ({ documents }: CaseView): string =>
  documents.find((document) => document.form === form)?.documentId ?? '';
const row = async () => (await clerk.must('stock.list', {})).rows.find((each) => each.form === form);
const isSent = async () => (await clerk.must('sync.outbox', {})).length === 0;

describe('numbered stock', () => {
  it('forces nothing before the station took any in', async () => {
    const view = await movedOut('010000024', '张磊');
    const { outcomes } = await room.must('document.printSet', { caseId: view.row.caseId });
    expect(outcomes.every(({ outcome }) => outcome === 'printed')).toBe(true);
    expect((await clerk.must('case.get', { caseId: view.row.caseId })).row.state).toBe('closed');
    expect(await clerk.must('stock.questions', {})).toEqual([]);
  });

  it('is taken in by ranges, and a number of a print year only once', async () => {
    const range = { form, printYear: 2026, first: '吉00123401', last: '吉00123405' };
    expect(await clerk.must('stock.takeIn', range)).toEqual({ count: 5 });
    expect(await row()).toMatchObject({ left: 5, usedToday: 0, nextNumber: '吉00123401', title: { zh: '户口迁移证' } });
    const twice = await clerk.call('stock.takeIn', { ...range, first: '吉00123405', last: '吉00123409' });
    expect(twice).toMatchObject({ error: { code: 'CHANGE_REFUSED', details: { refusal: 'blank-used' } } });
    await eventually('the registry took the blanks', isSent);
    const assistant = await file.counter.loggedIn('zhao');
    expect(await assistant.refused('stock.takeIn', range)).toBe('ROLE_REFUSED');
  });

  it('asks what became of a sheet; a spoiled one is accounted for and the next is taken', async () => {
    const view = await movedOut('010000039', '赵静');
    const { caseId } = view.row;
    const { outcomes } = await room.must('document.printSet', { caseId });
    expect(outcomes.map(({ title, outcome }) => `${title.zh} ${outcome}`)).toContain('户口迁移证 asked');
    const [first] = await clerk.must('stock.questions', {});
    expect(first).toMatchObject({ number: '吉00123401', caseId, subject: '赵静' });
    const documentId = certificateOf(view);
    expect(await room.call('document.print', { documentId })).toMatchObject({
      error: { code: 'BLANK_UNDECIDED', details: { number: '吉00123401' } },
    });
    expect((await clerk.must('case.get', { caseId })).row.state).toBe('confirmed');
    const spoiled = await clerk.must('stock.decide', { blankId: first?.blankId ?? '', outcome: 'spoiled' });
    expect(spoiled.document).toMatchObject({ state: 'ready', copies: 0 });
    await room.must('document.print', { documentId });
    const [second] = await clerk.must('stock.questions', {});
    expect(second?.number).toBe('吉00123402');
    await clerk.must('stock.decide', { blankId: second?.blankId ?? '', outcome: 'good' });
    expect((await clerk.must('case.get', { caseId })).row.state).toBe('closed');
    expect(await row()).toMatchObject({ left: 3, usedToday: 1, spoiledToday: 1, nextNumber: '吉00123403' });
    const log = await clerk.must('document.printLog', { caseId });
    expect(
      log.filter((line) => line.documentId === documentId).map((line) => [line.blankNumber, line.outcome]),
    ).toEqual([
      ['吉00123401', 'spoiled'],
      ['吉00123402', 'good'],
    ]);
    const used = await clerk.must('stock.blanks', { form, status: 'used' });
    expect(used).toMatchObject([{ number: '吉00123402', documentId }]);
    await eventually('the registry took every sheet', isSent);
  });

  it('asks again at the next start after the power went between reserving and reporting', async () => {
    const view = await movedOut('010000018', '高辰浩');
    const documentId = certificateOf(view);
    const issued = await clerk.must('document.issue', { documentId });
    expect(issued.blank?.number).toBe('吉00123403');
    await restart();
    const [asked] = await clerk.must('stock.questions', {});
    expect(asked).toMatchObject({ number: '吉00123403', documentId });
    expect(await row()).toMatchObject({ left: 3, reserved: 1 });
    expect(await clerk.refused('document.issue', { documentId })).toBe('BLANK_UNDECIDED');
    await clerk.must('stock.decide', { blankId: asked?.blankId ?? '', outcome: 'unused' });
    expect(await clerk.must('stock.questions', {})).toEqual([]);
    const again = await clerk.must('document.issue', { documentId });
    expect(again.blank?.number).toBe('吉00123403');
    await clerk.must('stock.decide', { blankId: again.blank?.blankId ?? '', outcome: 'good' });
    expect(await row()).toMatchObject({ left: 2, reserved: 0, usedToday: 2, spoiledToday: 1 });
    expect(await clerk.refused('stock.decide', { blankId: asked?.blankId ?? '', outcome: 'good' })).toBe('NOT_FOUND');
  });

  it('leaves the question open where the printer jammed, and is checked against the drawer at the day’s end', async () => {
    const view = await movedOut(
      '010000008',
      (await townHousehold(clerk, '010000008')).members.at(-1)?.person.name ?? '',
    );
    const documentId = certificateOf(view);
    room.jamsAt = form;
    expect(await room.call('document.print', { documentId })).toMatchObject({ error: { code: 'PRINTER_FAILED' } });
    room.jamsAt = null;
    const [asked] = await clerk.must('stock.questions', {});
    expect(asked?.number).toBe('吉00123404');
    await clerk.must('stock.decide', { blankId: asked?.blankId ?? '', outcome: 'spoiled' });
    expect(await clerk.must('stock.check', { form, counted: 2 })).toEqual({ expected: 1, counted: 2 });
    const [rest] = await clerk.must('stock.blanks', { form, status: 'stocked' });
    await clerk.must('stock.spoil', { blankId: rest?.blankId ?? '', reason: '裁切不齐' });
    expect(await row()).toMatchObject({ left: 0, nextNumber: null, spoiledToday: 3 });
    const empty = await room.call('document.print', { documentId });
    expect(empty).toMatchObject({ error: { code: 'CHANGE_REFUSED', details: { refusal: 'blank-unknown' } } });
  });
});
