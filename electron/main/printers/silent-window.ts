import { pathToFileURL } from 'node:url';
import { BrowserWindow } from 'electron';
import type { PrintSilently } from './windows-printer.ts';

const micronsPerMm = 1000;
/** A session of its own, kept in memory: the one of the pages opens no file at all. */
const partition = 'print-queue';
/** The viewer draws its pages a moment after it says that it has loaded. */
const drawnAfterMs = 500;

/** Prints a PDF through the viewer of a window that nobody sees, unscaled and without margins. */
export const printInSilentWindow: PrintSilently = async ({ file, queue, size }) => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition, plugins: true, sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  try {
    await window.loadURL(pathToFileURL(file).href);
    await new Promise((resolve) => setTimeout(resolve, drawnAfterMs));
    await new Promise<void>((resolve, reject) => {
      const options = {
        silent: true,
        printBackground: true,
        scaleFactor: 100,
        margins: { marginType: 'none' as const },
        ...(queue === null ? {} : { deviceName: queue }),
        ...(size && { pageSize: { width: size.widthMm * micronsPerMm, height: size.heightMm * micronsPerMm } }),
      };
      window.webContents.print(options, (isTaken, reason) => (isTaken ? resolve() : reject(new Error(reason))));
    });
  } finally {
    window.destroy();
  }
};
