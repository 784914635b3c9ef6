import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeIdCardBlock } from '../../../shared/domain/id-card.ts';
import type { CardReader } from './card-reader.ts';
import { practiceCards } from './practice-cards.ts';

/**
 * Practice mode's reader: each read is the next made-up person, in turn. With a folder, its `.bin` blocks in the order of their names
 * (an empty file: no card lies there); else the cards of the practice town.
 */
export function simulatedReader(cardsDir: string | null): CardReader {
  let turn = 0;
  return {
    async read() {
      const blocks = await loadBlocks(cardsDir);
      const block = blocks[turn % blocks.length];
      turn += 1;
      return block && block.length > 0 ? block : null;
    },
  };
}

async function loadBlocks(cardsDir: string | null): Promise<Uint8Array[]> {
  if (cardsDir === null || !existsSync(cardsDir)) return practiceCards.map(writeIdCardBlock);
  const names = (await readdir(cardsDir)).filter((name) => name.endsWith('.bin')).sort();
  return Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(cardsDir, name)))));
}
