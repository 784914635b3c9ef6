import { describe, expect, it } from 'vitest';
import type { CallStation } from '../../../electron/main/gatekeeper.ts';
import { makeMainHandlers } from '../../../electron/main/main-handlers.ts';
import { type Printer, PrinterFailed } from '../../../electron/main/printers/printer.ts';
import type { DocumentRow } from '../../../shared/contract/document.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { SheetPlace } from '../../../shared/domain/print-place.ts';

const place: SheetPlace = { printer: 'hp-1', tray: 'Tray2', sides: 'one' };
const documentId = '01890a5d-ac96-774b-bcce-b302099a8057';
const row: DocumentRow = {
  documentId,
  form: 'receipt',
  title: { zh: '受理回执单', en: 'Receipt' },
  subject: '',
  state: 'printed',
  isRequired: false,
  copies: 1,
  copiesWanted: 1,
  asksReason: false,
  printedAt: '2026-11-22T01:00:00.000Z',
};

function build(options: { printerFails?: boolean; stopsFirst?: number } = {}) {
  const asked: string[] = [];
  const printed: string[] = [];
  let stopsLeft = options.stopsFirst ?? 0;
  const callStation: CallStation = async (_window, endpoint) => {
    asked.push(endpoint);
    if (endpoint === 'document.issue')
      return done({
        pdf: new Uint8Array([37, 80]),
        fileName: 'receipt.pdf',
        copy: 1,
        copiesLeft: 0,
        blank: null,
        place,
      });
    if (endpoint === 'document.printed' && stopsLeft-- > 0) return fail('STATION_STOPPED');
    if (endpoint === 'calibration.sheetPdf')
      return done({ pdf: new Uint8Array([37, 80]), fileName: 'sheet.pdf', place });
    return done(endpoint === 'document.printed' ? row : 'parsed');
  };
  const printerAt = ({ printer, tray }: SheetPlace): Printer => ({
    name: [printer, tray].filter(Boolean).join('/'),
    print: async (_pdf, fileName) => {
      if (options.printerFails) throw new PrinterFailed('out of paper');
      printed.push(fileName);
    },
  });
  const handlers = makeMainHandlers({
    callStation,
    printers: { at: printerAt, list: async () => [] },
    cardReader: { read: async () => null },
    writeLog: () => undefined,
  });
  return { handlers, asked, printed };
}

describe('printing a document', () => {
  it('issues, prints on the printer and tray it is for, and counts', async () => {
    const { handlers, asked, printed } = build();
    const answer = await handlers['document.print']?.('clerk', { documentId });
    expect(answer).toEqual(done({ document: row, printer: 'hp-1/Tray2' }));
    expect(asked).toEqual(['document.issue', 'document.printed']);
    expect(printed).toEqual(['receipt.pdf']);
  });

  it('counts nothing when the printer fails', async () => {
    const { handlers, asked } = build({ printerFails: true });
    expect(await handlers['document.print']?.('clerk', { documentId })).toEqual(
      fail('PRINTER_FAILED', { printer: 'hp-1/Tray2' }),
    );
    expect(asked).toEqual(['document.issue']);
  });

  it('makes one sheet of a button pressed twice', async () => {
    const { handlers, printed } = build();
    await Promise.all([
      handlers['document.print']?.('clerk', { documentId }),
      handlers['document.print']?.('clerk', { documentId }),
    ]);
    expect(printed).toEqual(['receipt.pdf']);
  });

  it('counts a printed sheet even when the service restarts meanwhile', async () => {
    const { handlers, printed } = build({ stopsFirst: 1 });
    expect(await handlers['document.print']?.('clerk', { documentId })).toMatchObject({ ok: true });
    expect(printed).toEqual(['receipt.pdf']);
  });

  it('hands a test sheet to the printer and tray that it measures', async () => {
    const { handlers, asked, printed } = build();
    const answer = await handlers['calibration.sheetPrint']?.('clerk', {});
    expect(answer).toEqual(done({ printer: 'hp-1/Tray2' }));
    expect(asked).toEqual(['calibration.sheetPdf']);
    expect(printed).toEqual(['sheet.pdf']);
  });

  it('says so when there is no card on the reader', async () => {
    const { handlers } = build();
    expect(await handlers['card.read']?.('clerk', {})).toEqual(fail('CARD_ABSENT'));
  });
});
