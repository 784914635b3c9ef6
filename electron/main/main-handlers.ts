import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { DocumentRow } from '../../shared/contract/document.ts';
import type { CallingWindow } from '../../shared/contract/endpoint.ts';
import { type Answer, done, fail } from '../../shared/contract/errors.ts';
import { contract, type EndpointName } from '../../shared/contract/index.ts';
import type { CardReader } from './card-readers/card-reader.ts';
import type { CallStation, MainHandlers } from './gatekeeper.ts';
import { type Printer, PrinterFailed } from './printers/printer.ts';
import type { WriteLog } from './program-log.ts';

interface Devices {
  readonly callStation: CallStation;
  readonly printer: Printer;
  readonly cardReader: CardReader;
  readonly writeLog: WriteLog;
}

const countTries = 20;
const countAgainMs = 500;

/** What main carries out itself: it owns the reader and the printers, the service owns what is read and printed. */
export function makeMainHandlers(devices: Devices): MainHandlers {
  const printing = new Map<string, Promise<Answer<unknown>>>();
  return {
    'card.read': (window) => readCard(devices, window),
    'report.settlementPrint': (window, input) => printReport(devices, window, input),
    'document.print': (window, input) => {
      const { documentId } = contract['document.print'].input.parse(input);
      const running = printing.get(documentId);
      if (running) return running;
      const job = printDocument(devices, window, documentId).finally(() => printing.delete(documentId));
      printing.set(documentId, job);
      return job;
    },
  };
}

async function readCard({ callStation, cardReader }: Devices, window: CallingWindow): Promise<Answer<unknown>> {
  const block = await cardReader.read();
  return block ? callStation(window, 'card.parse', { block }) : fail('CARD_ABSENT');
}

async function printReport(devices: Devices, window: CallingWindow, input: unknown): Promise<Answer<unknown>> {
  const made = await ask(devices, window, 'report.settlementPdf', input, contract['report.settlementPdf'].output);
  if (!made.ok) return made;
  const failure = await handToPrinter(devices, made.value.pdf, made.value.fileName);
  return failure ?? done({ printer: devices.printer.name });
}

/** Issue, print, count: only what the printer took is counted, and what it took is counted even when the service restarts meanwhile. */
async function printDocument(devices: Devices, window: CallingWindow, documentId: string): Promise<Answer<unknown>> {
  const issued = await ask(devices, window, 'document.issue', { documentId }, contract['document.issue'].output);
  if (!issued.ok) return issued;
  const { pdf, fileName, copy } = issued.value;
  const failure = await handToPrinter(devices, pdf, fileName);
  if (failure) return failure;
  const printer = devices.printer.name;
  const counted = await countPrinted(devices, window, { documentId, copy, printer });
  return counted.ok ? done({ document: counted.value, printer }) : counted;
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

async function handToPrinter({ printer, writeLog }: Devices, pdf: Uint8Array, fileName: string) {
  try {
    await printer.print(pdf, fileName);
    return null;
  } catch (error) {
    if (!(error instanceof PrinterFailed)) throw error;
    writeLog({ event: 'print-failed', printer: printer.name });
    return fail('PRINTER_FAILED');
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
