import { pathToFileURL } from 'node:url';
import { BrowserWindow } from 'electron';
import { silentOptions, type WindowsPrinting } from './windows-printer.ts';

/** A session of its own, kept in memory: the one of the pages opens no file at all. */
const partition = 'print-queue';
/** The viewer draws its pages a moment after it says that it has loaded. */
const drawnAfterMs = 500;

/** Prints through the PDF viewer of a window that nobody sees: Electron has printed PDFs silently and whole since its version 36. */
export const silentWindow: WindowsPrinting = {
  print: ({ file, ...sheet }) =>
    inHiddenWindow(async (window) => {
      await window.loadURL(pathToFileURL(file).href);
      await new Promise((resolve) => setTimeout(resolve, drawnAfterMs));
      await new Promise<void>((resolve, reject) => {
        window.webContents.print(silentOptions(sheet), (isTaken, reason) =>
          isTaken ? resolve() : reject(new Error(reason)),
        );
      });
    }),
  listQueues: () =>
    inHiddenWindow(async (window) => (await window.webContents.getPrintersAsync()).map(({ name }) => name)),
};

async function inHiddenWindow<T>(use: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition, plugins: true, sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  try {
    return await use(window);
  } finally {
    window.destroy();
  }
}
