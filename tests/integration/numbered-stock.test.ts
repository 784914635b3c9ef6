import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { townHousehold } from '../fixtures/carrying-out.ts';
import { CertificateStation, certificateForm, certificateOf } from '../fixtures/certificates.ts';
import { eventually } from '../fixtures/counter.ts';
import { PrintRoom } from '../fixtures/print-room.ts';

const station = new CertificateStation();
const form = certificateForm;
const room = new PrintRoom(() => station.clerk);

beforeAll(async () => {
  station.counter.printPlaces = {
    usualPrinter: 'folder',
    forms: { [form]: { printer: 'folder', tray: '', sides: 'one', mode: 'overprint' } },
  };
  await station.restart();
}, 90_000);
afterAll(() => room.discard());

const row = async () => (await station.clerk.must('stock.list', {})).rows.find((each) => each.form === form);
const isSent = async () => (await station.clerk.must('sync.outbox', {})).length === 0;

describe('numbered stock', () => {
  it('forces nothing before the station took any in', async () => {
    const view = await station.movedOut('010000024', '张磊');
    const { outcomes } = await room.must('document.printSet', { caseId: view.row.caseId });
    expect(outcomes.every(({ outcome }) => outcome === 'printed')).toBe(true);
    expect((await station.clerk.must('case.get', { caseId: view.row.caseId })).row.state).toBe('closed');
    expect(await station.clerk.must('stock.questions', {})).toEqual([]);
  });

  it('is taken in by ranges, and a number of a print year only once', async () => {
    const range = { form, printYear: 2026, first: '吉00123401', last: '吉00123405' };
    expect(await station.clerk.must('stock.takeIn', range)).toEqual({ count: 5 });
    expect(await row()).toMatchObject({ left: 5, usedToday: 0, nextNumber: '吉00123401', title: { zh: '户口迁移证' } });
    const twice = await station.clerk.call('stock.takeIn', { ...range, first: '吉00123405', last: '吉00123409' });
    expect(twice).toMatchObject({ error: { code: 'CHANGE_REFUSED', details: { refusal: 'blank-used' } } });
    await eventually('the registry took the blanks', isSent);
    const assistant = await station.counter.loggedIn('zhao');
    expect(await assistant.refused('stock.takeIn', range)).toBe('ROLE_REFUSED');
  });

  it('asks what became of a sheet; a spoiled one is accounted for and the next is taken', async () => {
    const view = await station.movedOut('010000039', '赵静');
    const { caseId } = view.row;
    const { outcomes } = await room.must('document.printSet', { caseId });
    expect(outcomes.map(({ title, outcome }) => `${title.zh} ${outcome}`)).toContain('户口迁移证 asked');
    const [first] = await station.clerk.must('stock.questions', {});
    expect(first).toMatchObject({ number: '吉00123401', caseId, subject: '赵静' });
    const documentId = certificateOf(view);
    expect(await room.call('document.print', { documentId })).toMatchObject({
      error: { code: 'BLANK_UNDECIDED', details: { number: '吉00123401' } },
    });
    expect((await station.clerk.must('case.get', { caseId })).row.state).toBe('confirmed');
    const spoiled = await station.clerk.must('stock.decide', { blankId: first?.blankId ?? '', outcome: 'spoiled' });
    expect(spoiled.document).toMatchObject({ state: 'ready', copies: 0 });
    await room.must('document.print', { documentId });
    const [second] = await station.clerk.must('stock.questions', {});
    expect(second?.number).toBe('吉00123402');
    await station.clerk.must('stock.decide', { blankId: second?.blankId ?? '', outcome: 'good' });
    expect((await station.clerk.must('case.get', { caseId })).row.state).toBe('closed');
    expect(await row()).toMatchObject({ left: 3, usedToday: 1, spoiledToday: 1, nextNumber: '吉00123403' });
    const log = await station.clerk.must('document.printLog', { caseId });
    expect(
      log.filter((line) => line.documentId === documentId).map((line) => [line.blankNumber, line.outcome]),
    ).toEqual([
      ['吉00123401', 'spoiled'],
      ['吉00123402', 'good'],
    ]);
    const used = await station.clerk.must('stock.blanks', { form, status: 'used' });
    expect(used).toMatchObject([{ number: '吉00123402', documentId }]);
    await eventually('the registry took every sheet', isSent);
  });

  it('asks again at the next start after the power went between reserving and reporting', async () => {
    const view = await station.movedOut('010000018', '高辰浩');
    const documentId = certificateOf(view);
    const issued = await station.clerk.must('document.issue', { documentId });
    expect(issued.blank?.number).toBe('吉00123403');
    await station.restart();
    const [asked] = await station.clerk.must('stock.questions', {});
    expect(asked).toMatchObject({ number: '吉00123403', documentId });
    expect(await row()).toMatchObject({ left: 3, reserved: 1 });
    expect(await station.clerk.refused('document.issue', { documentId })).toBe('BLANK_UNDECIDED');
    await station.clerk.must('stock.decide', { blankId: asked?.blankId ?? '', outcome: 'unused' });
    expect(await station.clerk.must('stock.questions', {})).toEqual([]);
    const again = await station.clerk.must('document.issue', { documentId });
    expect(again.blank?.number).toBe('吉00123403');
    await station.clerk.must('stock.decide', { blankId: again.blank?.blankId ?? '', outcome: 'good' });
    expect(await row()).toMatchObject({ left: 2, reserved: 0, usedToday: 2, spoiledToday: 1 });
    expect(await station.clerk.refused('stock.decide', { blankId: asked?.blankId ?? '', outcome: 'good' })).toBe(
      'NOT_FOUND',
    );
  });

  it('leaves the question open where the printer jammed, and is checked against the drawer at the day’s end', async () => {
    const view = await station.movedOut(
      '010000008',
      (await townHousehold(station.clerk, '010000008')).members.at(-1)?.person.name ?? '',
    );
    const documentId = certificateOf(view);
    room.jamsAt = form;
    expect(await room.call('document.print', { documentId })).toMatchObject({ error: { code: 'PRINTER_FAILED' } });
    room.jamsAt = null;
    const [asked] = await station.clerk.must('stock.questions', {});
    expect(asked?.number).toBe('吉00123404');
    await station.clerk.must('stock.decide', { blankId: asked?.blankId ?? '', outcome: 'spoiled' });
    expect(await station.clerk.must('stock.check', { form, counted: 2 })).toEqual({ expected: 1, counted: 2 });
    const [rest] = await station.clerk.must('stock.blanks', { form, status: 'stocked' });
    await station.clerk.must('stock.spoil', { blankId: rest?.blankId ?? '', reason: '裁切不齐' });
    expect(await row()).toMatchObject({ left: 0, nextNumber: null, spoiledToday: 3 });
    const empty = await room.call('document.print', { documentId });
    expect(empty).toMatchObject({ error: { code: 'CHANGE_REFUSED', details: { refusal: 'blank-unknown' } } });
  });
});
