/** Bytes of a buffer of their own, as the browser's cryptography takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

/** UTF-8. */
export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** One behind the other. */
export function joined(pieces: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}

/** SHA-256. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** Lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The text in one gzip member. */
export async function gzipped(bytes: Bytes): Promise<Bytes> {
  const packed = new Response(bytes).body?.pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed ?? null).arrayBuffer());
}

/** The bytes of one gzip member, or null: it is none, or holds more than `limit`, which nobody honest writes. */
export async function gunzipped(bytes: Bytes, limit: number): Promise<Bytes | null> {
  const reader = new Response(bytes).body?.pipeThrough(new DecompressionStream('gzip')).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      pieces.push(read.value);
      length += read.value.byteLength;
      if (length <= limit) continue;
      await reader?.cancel();
      return null;
    }
  } catch {
    return null;
  }
  return joined(pieces);
}

/** Takes a stream of bytes apart as its reader asks. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes; fewer only at the end. */
  async take(count: number): Promise<Bytes> {
    const pieces: Uint8Array[] = [];
    let missing = count;
    while (missing > 0 && (this.#held.byteLength > 0 || (await this.#more()))) {
      const piece = this.#held.subarray(0, missing);
      pieces.push(piece);
      missing -= piece.byteLength;
      this.#held = this.#held.subarray(piece.byteLength);
    }
    return joined(pieces);
  }

  /** The text up to the next line feed, or null: none comes within `limit` bytes. */
  async line(limit: number): Promise<string | null> {
    let held = this.#held;
    for (let end = held.indexOf(10); ; end = held.indexOf(10)) {
      if (end >= 0) {
        this.#held = held.subarray(end + 1);
        return new TextDecoder().decode(held.subarray(0, end));
      }
      if (held.byteLength > limit) return null;
      this.#held = new Uint8Array();
      if (!(await this.#more())) return null;
      held = joined([held, this.#held]);
    }
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#source.next();
    if (done || value === undefined) return false;
    this.#held = value;
    return true;
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
