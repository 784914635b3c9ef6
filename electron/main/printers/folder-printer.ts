import { existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { type Printer, PrinterFailed, safeFileName } from './printer.ts';

/** Puts each sheet into a folder as a PDF, for practice and tests. A name that exists gets a number. */
export function folderPrinter(folder: string): Printer {
  return {
    name: 'folder',
    async print(pdf, fileName) {
      try {
        await mkdir(folder, { recursive: true });
        await writeWhole(freeName(folder, safeFileName(fileName)), pdf);
      } catch {
        throw new PrinterFailed('folder');
      }
    },
  };
}

/** The file appears under its name only when it is whole and on the disk. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(`${file}.part`, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
}

function freeName(folder: string, fileName: string): string {
  const { name, ext } = parse(fileName);
  const candidate = (count: number) => join(folder, count === 1 ? `${name}${ext}` : `${name} (${count})${ext}`);
  let count = 1;
  while (existsSync(candidate(count))) count += 1;
  return candidate(count);
}
