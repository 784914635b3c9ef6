import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import { FillBroken } from './fill-broken.ts';

/** Nothing heard for so long: the line is cut. */
const silenceLimitMs = 45_000;

interface Source {
  readonly url: string;
  readonly authorization: string;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly refusalOf: (text: string) => ReturnType<typeof fail>;
}

/** Asks for what is too long to be held in memory: its bytes as they come. They throw FillBroken when the line is cut. */
export async function openBody({
  url,
  authorization,
  fetch,
  signal,
  refusalOf,
}: Source): Promise<Answer<AsyncIterable<Uint8Array>>> {
  const silence = new AbortController();
  try {
    const response = await fetch(url, {
      headers: { authorization },
      redirect: 'manual',
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (response.status !== 200) return refusalOf(await response.text());
    return response.body === null ? fail('REGISTRY_NONSENSE') : done(heardOf(response.body, silence));
  } catch {
    return fail('REGISTRY_OFFLINE');
  }
}

/** The body's bytes, broken off after too long a silence. */
async function* heardOf(body: AsyncIterable<Uint8Array>, silence: AbortController): AsyncGenerator<Uint8Array> {
  const giveUp = () => silence.abort();
  let timer = setTimeout(giveUp, silenceLimitMs);
  try {
    for await (const chunk of body) {
      clearTimeout(timer);
      yield chunk;
      timer = setTimeout(giveUp, silenceLimitMs);
    }
  } catch {
    throw new FillBroken('REGISTRY_OFFLINE');
  } finally {
    clearTimeout(timer);
  }
}
