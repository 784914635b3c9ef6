import type { ReadLines } from '../../../shared/exchange/open-exchange.ts';

/** The lines of a snapshot out of a file as the bytes that a first fill reads. */
export class SnapshotLines implements AsyncIterable<Uint8Array> {
  readonly #first: readonly string[];
  readonly #rest: AsyncGenerator<ReadLines>;

  constructor(first: readonly string[], rest: AsyncGenerator<ReadLines>) {
    this.#first = first;
    this.#rest = rest;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    yield bytesOf(this.#first);
    for (let read = await this.#rest.next(); !read.done; read = await this.#rest.next())
      yield bytesOf(read.value.lines);
  }
}

const bytesOf = (lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\n')}\n`, 'utf8');
