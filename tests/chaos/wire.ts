import type { WireAnswer, WireRequest } from './chaos-registry.ts';

/** A request that a station waits for an answer to. */
export interface Waiting {
  readonly from: string;
  readonly request: WireRequest;
  hear(answer: WireAnswer): void;
  lose(): void;
}

const lost = () => new TypeError('the line is cut');

function headersOf(init: RequestInit | undefined): Record<string, string> {
  return Object.fromEntries(new Headers(init?.headers ?? {}).entries());
}

/** The lines between the stations and the registry: nothing moves on them but what the schedule moves. */
export class Wire {
  readonly waiting: Waiting[] = [];
  readonly #watching: (() => void)[] = [];
  /** Requests whose station has given up; they may still arrive. */
  readonly astray: WireRequest[] = [];

  /** `fetch` as a station gets it. Its answer comes when the schedule says so, or never. */
  fetchOf(from: string): typeof fetch {
    return (url, init) => {
      const { pathname, search } = new URL(String(url));
      const method = init?.method === 'POST' ? 'POST' : 'GET';
      const body = typeof init?.body === 'string' ? init.body : '';
      const request = { method, path: pathname + search, headers: headersOf(init), body } as const;
      return new Promise<Response>((resolve, reject) => {
        this.waiting.push({
          from,
          request,
          hear: ({ status, body: text }) => resolve(new Response(text, { status })),
          lose: () => reject(lost()),
        });
        this.stir();
      });
    };
  }

  /** Resolves when a station asks something or is done the next time. */
  stirred(): Promise<void> {
    return new Promise((resolve) => {
      this.#watching.push(resolve);
    });
  }

  stir(): void {
    for (const resolve of this.#watching.splice(0)) resolve();
  }

  /** Takes a request off the lines. */
  take(waiting: Waiting): void {
    this.waiting.splice(this.waiting.indexOf(waiting), 1);
  }

  /** What a station waited for when it died. */
  forget(from: string): void {
    for (const each of this.waiting.filter((waiting) => waiting.from === from)) {
      this.take(each);
      this.astray.push(each.request);
    }
  }
}
