import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { DocumentRow } from '../../shared/contract/document.ts';
import type { CallingWindow } from '../../shared/contract/endpoint.ts';
import { type Answer, done, fail } from '../../shared/contract/errors.ts';
import { contract, type EndpointName } from '../../shared/contract/index.ts';
import type { CardReader } from './card-readers/card-reader.ts';
import { type ChooseFile, saveExchangeFile } from './exchange-files.ts';
import type { CallStation, MainHandlers } from './gatekeeper.ts';
import { makePrintSets, type PrintDocument, type PrintedCopies } from './print-set.ts';
import { type Printer, PrinterFailed } from './printers/printer.ts';
import type { Printers } from './printers/printers.ts';
import type { WriteLog } from './program-log.ts';

interface Devices {
  readonly callStation: CallStation;
  readonly printers: Printers;
  readonly cardReader: CardReader;
  /** Where a file is to be written; without it none is. */
  readonly chooseFile?: ChooseFile;
  readonly writeLog: WriteLog;
}

const countTries = 20;
const countAgainMs = 500;

/** What main carries out itself: it owns the reader and the printers, the service owns what is read and printed. */
export function makeMainHandlers(devices: Devices): MainHandlers {
  const printing = new Map<string, Promise<Answer<PrintedCopies>>>();
  const print: PrintDocument = (window, documentId, reason) => {
    const running = printing.get(documentId);
    if (running) return running;
    const job = printDocument(devices, window, documentId, reason).finally(() => printing.delete(documentId));
    printing.set(documentId, job);
    return job;
  };
  const sets = makePrintSets({
    print,
    listReady: (window, caseId) =>
      ask(devices, window, 'document.listReady', { caseId }, contract['document.listReady'].output),
  });
  return {
    'card.read': (window) => readCard(devices, window),
    'report.settlementPrint': (window, input) => printMade(devices, window, 'report.settlementPdf', input),
    'printer.list': async () => done(await devices.printers.list()),
    'calibration.sheetPrint': (window, input) => printTestSheet(devices, window, input),
    'policy.guidePrint': (window, input) => printMade(devices, window, 'policy.guidePdf', input),
    'document.print': (window, input) => {
      const { documentId, reason } = contract['document.print'].input.parse(input);
      return print(window, documentId, reason);
    },
    'document.printSet': (window, input) => sets.print(window, contract['document.printSet'].input.parse(input).caseId),
    'exchange.save': (window) =>
      saveExchangeFile(devices.callStation, window, devices.chooseFile ?? (async () => null)),
    'document.stopSet': async (_window, input) => sets.stop(contract['document.stopSet'].input.parse(input).caseId),
  };
}

async function readCard({ callStation, cardReader }: Devices, window: CallingWindow): Promise<Answer<unknown>> {
  const block = await cardReader.read();
  return block ? callStation(window, 'card.parse', { block }) : fail('CARD_ABSENT');
}

/** Has the service make a PDF that belongs to no case, and hands it to the printer it is for. */
async function printMade(
  devices: Devices,
  window: CallingWindow,
  endpoint: 'report.settlementPdf' | 'policy.guidePdf',
  input: unknown,
): Promise<Answer<unknown>> {
  const made = await ask(devices, window, endpoint, input, contract[endpoint].output);
  if (!made.ok) return made;
  return handOver(devices, devices.printers.at(made.value.place), made.value);
}

/** Prints a test sheet on the printer and tray that it is for. */
async function printTestSheet(devices: Devices, window: CallingWindow, input: unknown): Promise<Answer<unknown>> {
  const endpoint = 'calibration.sheetPdf';
  const made = await ask(devices, window, endpoint, input, contract[endpoint].output);
  return made.ok ? handOver(devices, devices.printers.at(made.value.place), made.value) : made;
}

async function handOver(devices: Devices, printer: Printer, sheet: { pdf: Uint8Array; fileName: string }) {
  const failure = await handToPrinter(devices, printer, sheet.pdf, sheet.fileName);
  return failure ?? done({ printer: printer.name });
}

/**
 * Prints every copy that is still needed of a paper, one more where it has all. A copy is issued, printed, counted: only what the printer took
 * is counted, and what it took is counted even when the service restarts meanwhile. A numbered sheet is looked at before the next is taken.
 */
async function printDocument(
  devices: Devices,
  window: CallingWindow,
  documentId: string,
  reason: string,
): Promise<Answer<PrintedCopies>> {
  for (;;) {
    const input = { documentId, reason };
    const issued = await ask(devices, window, 'document.issue', input, contract['document.issue'].output);
    if (!issued.ok) return issued;
    const { pdf, fileName, copy, copiesLeft, place, blank } = issued.value;
    const taker = devices.printers.at(place);
    const failure = await handToPrinter(devices, taker, pdf, fileName);
    if (failure) return failure;
    const printer = taker.name;
    const counted = await countPrinted(devices, window, { documentId, copy, printer, reason });
    if (!counted.ok) return counted;
    if (blank !== null || copiesLeft === 0) return done({ document: counted.value, printer });
  }
}

async function countPrinted(devices: Devices, window: CallingWindow, input: object) {
  const count = () => ask(devices, window, 'document.printed', input, DocumentRow);
  let counted = await count();
  for (let tries = 1; !counted.ok && counted.error.code === 'STATION_STOPPED' && tries < countTries; tries += 1) {
    await wait(countAgainMs);
    counted = await count();
  }
  return counted;
}

async function handToPrinter({ writeLog }: Devices, printer: Printer, pdf: Uint8Array, fileName: string) {
  try {
    await printer.print(pdf, fileName);
    return null;
  } catch (error) {
    if (!(error instanceof PrinterFailed)) throw error;
    writeLog({ event: 'print-failed', printer: printer.name });
    return fail(error.trouble, { printer: printer.name });
  }
}

/** A call of the service whose answer is read here, so its shape is checked here. */
async function ask<T>(
  { callStation }: Devices,
  window: CallingWindow,
  endpoint: EndpointName,
  input: unknown,
  output: z.ZodType<T>,
): Promise<Answer<T>> {
  const answer = await callStation(window, endpoint, input);
  return answer.ok ? done(output.parse(answer.value)) : answer;
}
