import { isDeepStrictEqual } from 'node:util';
import { RegistryError } from '../../shared/contract/registry.ts';
import type { City } from './city.ts';

/** What a run must have been given, or the city must hold, before a clause can be tried. */
export type Need = 'city-code' | 'office' | 'peer' | 'frozen' | 'packs' | 'copies' | 'same-county' | 'spend';

/** One promise of docs/protocol.md, by the number that stands there in brackets, and how it is tried from outside. */
export interface Clause {
  readonly id: string;
  readonly says: string;
  readonly needs?: readonly Need[];
  /** @throws Unkept when the registry does not keep it; whatever else it throws counts as broken too */
  check(city: City): Promise<void>;
}

/** A promise was not kept: what was tried, what the protocol promises, what came. */
export class Unkept extends Error {
  readonly expected: string;
  readonly seen: string;

  constructor(what: string, expected: unknown, seen: unknown) {
    super(what);
    this.expected = textOf(expected);
    this.seen = textOf(seen);
  }
}

const textLimit = 300;

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > textLimit ? `${text.slice(0, textLimit)}…` : text;
}

/** @throws Unkept when what was seen is not exactly what was expected */
export function equal(what: string, seen: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(seen, expected)) throw new Unkept(what, expected, seen);
}

/** @throws Unkept when it does not hold; `expected` says in words what should */
export function hold(what: string, isKept: boolean, expected: string, seen: unknown): void {
  if (!isKept) throw new Unkept(what, expected, seen);
}

/**
 * An answer in a word: `200`, or status and code of the refusal, `401 SIGNATURE_INVALID`.
 * @throws ZodError when it refuses with something else than the body of a refusal
 */
export async function wordOf(answer: Response): Promise<string> {
  const text = await answer.text();
  if (answer.status === 200) return '200';
  return `${answer.status} ${RegistryError.parse(JSON.parse(text)).code}`;
}

/** @throws Unkept when the answer is another one than expected (`wordOf`) */
export async function refused(what: string, asked: Promise<Response>, expected: string): Promise<void> {
  equal(what, await wordOf(await asked), expected);
}
