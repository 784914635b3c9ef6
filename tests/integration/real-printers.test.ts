import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPrinters } from '../../electron/main/printers/printers.ts';
import type { FormPlace } from '../../shared/domain/print-place.ts';
import { townHousehold } from '../fixtures/carrying-out.ts';
import { CertificateStation, certificateForm, certificateOf } from '../fixtures/certificates.ts';
import { eventually } from '../fixtures/counter.ts';
import { PrintRoom } from '../fixtures/print-room.ts';
import { hasCups, PrintSystem } from '../fixtures/print-system.ts';

const station = new CertificateStation();
const form = certificateForm;
const onStock: FormPlace = { printer: 'stock', tray: 'Tray2', sides: 'one', mode: 'overprint' };
const killed = join(import.meta.dirname, '..', 'fixtures', 'killed-while-printing.ts');
let system: PrintSystem;
let room: PrintRoom;

describe.skipIf(!hasCups)('papers on the printers of CUPS', () => {
  beforeAll(async () => {
    system = await PrintSystem.start(['office', 'stock']);
    station.counter.printPlaces = {
      usualPrinter: 'office',
      forms: {
        [form]: onStock,
        'correction-slip': { printer: 'office', tray: 'Tray1', sides: 'long-edge', mode: 'full' },
      },
    };
    await station.restart();
    room = new PrintRoom(() => station.clerk, openPrinters('office', tmpdir(), system.cups));
  }, 120_000);
  afterAll(async () => {
    room?.discard();
    await system?.stop();
  });

  it('go by one press each to its own printer, tray and sides, in as many copies as the case needs', async () => {
    const view = await station.movedOut('010000024', '张磊');
    const { caseId } = view.row;
    const { outcomes } = await room.must('document.printSet', { caseId });
    expect(outcomes.every(({ outcome }) => outcome === 'printed')).toBe(true);
    expect((await station.clerk.must('case.get', { caseId })).row.state).toBe('closed');
    const before = system.printed().length;
    expect(system.printed().filter(({ queue }) => queue === 'stock')).toHaveLength(1);

    const [paper] = await station.clerk.must('paper.listOfCase', { caseId });
    if (!paper) throw new Error('no certificate');
    const { fromAddress, otherAuthority, reason, holders } = paper.paper;
    const corrected = { fromAddress, otherAuthority, reason, names: holders.map(({ name }) => name) };
    const toAddress = '吉林省长春市朝阳区练习路十一号';
    await station.chief.must('paper.amend', {
      documentId: paper.documentId,
      corrected: { ...corrected, toAddress },
      why: '门牌号写错',
    });
    const isTaken = async () => (await station.clerk.must('document.listReady', { caseId })).length === 2;
    await eventually('the registry took it', isTaken);
    await room.must('document.printSet', { caseId });
    const sheets = system.printed().slice(before);
    expect(sheets.map(({ queue }) => queue)).toEqual(['stock', 'office', 'office']);
    const [certificate, first, second] = sheets;
    expect(certificate?.options).toMatch(/InputSlot=Tray2/);
    expect(certificate?.options).toMatch(/sides=one-sided|Duplex=None/);
    for (const slip of [first, second])
      expect(slip?.options).toMatch(/sides=two-sided-long-edge|Duplex=DuplexNoTumble/);
    expect(sheets.every(({ pdf }) => pdf.subarray(0, 5).toString() === '%PDF-')).toBe(true);
    expect((await station.clerk.must('case.get', { caseId })).row.state).toBe('closed');
  });

  it('are not printed by a queue that somebody stopped: it is said at once, nothing is left in it, and the next press prints', async () => {
    const view = await station.movedOut('010000039', '赵静');
    const documentId = certificateOf(view);
    const before = system.printed().length;
    await system.command('cupsdisable', 'stock');
    const refused = await room.call('document.print', { documentId });
    expect(refused).toMatchObject({ ok: false, error: { code: 'PRINTER_STOPPED', details: { printer: 'stock' } } });
    expect(await system.waiting()).toEqual([]);
    await system.command('cupsenable', 'stock');
    expect((await room.must('document.print', { documentId })).document).toMatchObject({ state: 'printed', copies: 1 });
    expect(system.printed()).toHaveLength(before + 1);
  });

  it('are refused by a queue that takes no jobs, and by one that is not there, with different words', async () => {
    const view = await station.movedOut('010000018', '高辰浩');
    const documentId = certificateOf(view);
    await system.command('cupsreject', 'stock');
    const { outcomes } = await room.must('document.printSet', { caseId: view.row.caseId });
    expect(outcomes.filter(({ outcome }) => outcome !== 'printed').map(({ failure }) => failure?.code)).toEqual([
      'PRINTER_REJECTS',
    ]);
    await system.command('cupsaccept', 'stock');
    await station.clerk.must('printer.choose', { form, place: { ...onStock, printer: 'attic' } });
    const absent = await room.call('document.print', { documentId });
    expect(absent).toMatchObject({ error: { code: 'PRINTER_ABSENT', details: { printer: 'attic' } } });
    await station.clerk.must('printer.choose', { form, place: null });
    expect((await room.must('document.printSet', { caseId: view.row.caseId })).outcomes).toMatchObject([
      { outcome: 'printed', printer: 'stock' },
    ]);
  });

  it('on a numbered sheet are asked about when the program was killed while the printer had it, and the sheet is not taken again', async () => {
    const number = '010000008';
    const view = await station.movedOut(
      number,
      (await townHousehold(station.clerk, number)).members.at(-1)?.person.name ?? '',
    );
    const documentId = certificateOf(view);
    await station.clerk.must('stock.takeIn', { form, printYear: 2026, first: '吉00300001', last: '吉00300002' });
    await station.counter.stop();
    system.hold('stock');
    const env = { ...process.env, ...system.env };
    const program = spawn(process.execPath, [killed, station.counter.dataDir, documentId, 'stock', form], {
      env,
      stdio: 'ignore',
    });
    const ended = once(program, 'exit');
    await eventually('the printer has the job', async () => (await system.waiting()).length === 1, 40_000);
    program.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);

    await station.restart();
    const [asked] = await station.clerk.must('stock.questions', {});
    expect(asked).toMatchObject({ number: '吉00300001', documentId, copy: 1 });
    expect(await room.call('document.print', { documentId })).toMatchObject({ error: { code: 'BLANK_UNDECIDED' } });
    const line = async () => (await station.clerk.must('stock.list', {})).rows.find((row) => row.form === form);
    expect(await line()).toMatchObject({ left: 2, reserved: 1, nextNumber: '吉00300002' });
    // The job is still in the queue: the sheet comes out after all, and the clerk finds it good.
    const before = system.printed().length;
    system.goOn('stock');
    await eventually('the sheet is out', () => system.printed().length === before + 1);
    await station.clerk.must('stock.decide', { blankId: asked?.blankId ?? '', outcome: 'good' });
    expect(
      (await station.clerk.must('case.get', { caseId: view.row.caseId })).documents.find((it) => it.form === form),
    ).toMatchObject({
      state: 'printed',
      copies: 1,
    });
    expect(await line()).toMatchObject({ left: 1, reserved: 0, usedToday: 1 });
    expect(await station.clerk.must('stock.questions', {})).toEqual([]);
  });
});
