import { appendFileSync, createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { ExchangeSource } from '../../../shared/exchange/open-exchange.ts';

/** A file that a window hands over piece by piece, before anything of it is read. One at a time; the medium may be taken out when it is here. */
export class Incoming {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'exchange');
  }

  /** Takes the next piece; answers how many bytes are here. INPUT_INVALID: it is not the next. */
  receive(transferId: string, offset: number, bytes: Uint8Array): Answer<{ received: number }> {
    if (offset === 0) this.clear();
    const file = this.#fileOf(transferId);
    const size = existsSync(file) ? statSync(file).size : 0;
    if (size !== offset) return fail('INPUT_INVALID', { paths: ['offset'] });
    mkdirSync(this.#folder, { recursive: true });
    appendFileSync(file, bytes);
    return done({ received: size + bytes.byteLength });
  }

  /** The file of that transfer and its length, or null: nothing of it came. */
  find(transferId: string): { source: ExchangeSource; size: number } | null {
    const file = this.#fileOf(transferId);
    return existsSync(file) ? { source: () => createReadStream(file), size: statSync(file).size } : null;
  }

  /** Forgets what came, and what an ended program left. */
  clear(): void {
    if (!existsSync(this.#folder)) return;
    for (const name of readdirSync(this.#folder).filter((each) => each.endsWith('.incoming')))
      rmSync(join(this.#folder, name), { force: true });
  }

  #fileOf(transferId: string): string {
    return join(this.#folder, `${transferId}.incoming`);
  }
}
