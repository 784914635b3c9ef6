import { canonicalJson } from '../../domain/canonical-json.ts';

/** What a rule demands of one fact, taken out of its condition. */
export interface Claim {
  readonly fact: string;
  readonly demand:
    | { readonly kind: 'one-of'; readonly values: readonly unknown[] }
    | { readonly kind: 'none-of'; readonly values: readonly unknown[] }
    | { readonly kind: 'age-from' | 'age-below'; readonly years: number }
    | { readonly kind: 'within'; readonly prefix: string }
    | { readonly kind: 'absent' };
}

type Words = Readonly<Record<string, unknown>>;

function isWords(raw: unknown): raw is Words {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** What has to hold for a condition to hold: the parts of `all`, named conditions taken in. Anything else stays whole. */
export function conjuncts(raw: unknown, named: Readonly<Record<string, unknown>>, depth = 0): unknown[] {
  if (!isWords(raw) || depth > 20) return [];
  if (Array.isArray(raw.all)) return raw.all.flatMap((part) => conjuncts(part, named, depth + 1));
  if (typeof raw.use === 'string') return conjuncts(named[raw.use], named, depth + 1);
  if (isWords(raw.sure)) return conjuncts(raw.sure, named, depth + 1);
  return [raw];
}

/** What a part demands of one fact; null when it is about several, or too complex to compare. */
export function claimOf(part: unknown): Claim | null {
  if (!isWords(part)) return null;
  if (typeof part.absent === 'string') return { fact: part.absent, demand: { kind: 'absent' } };
  if (isWords(part.not)) return excluded(part.not);
  if (typeof part.fact !== 'string') return null;
  const demand = demandOf(part);
  return demand === null ? null : { fact: part.fact, demand };
}

function excluded(inner: Words): Claim | null {
  const claim = claimOf(inner);
  return claim?.demand.kind === 'one-of'
    ? { fact: claim.fact, demand: { kind: 'none-of', values: claim.demand.values } }
    : null;
}

function demandOf(part: Words): Claim['demand'] | null {
  if ('is' in part) return { kind: 'one-of', values: [part.is] };
  if (Array.isArray(part.in)) return { kind: 'one-of', values: part.in };
  if (typeof part.ageAtLeast === 'number') return { kind: 'age-from', years: part.ageAtLeast };
  if (typeof part.ageBelow === 'number') return { kind: 'age-below', years: part.ageBelow };
  if (typeof part.within === 'string') return { kind: 'within', prefix: part.within };
  return null;
}

/** Whether two claims can't both hold of any case. */
export function clash(a: Claim, b: Claim): boolean {
  if (a.demand.kind === 'absent') return b.fact.startsWith(`${a.fact}.`) && b.demand.kind !== 'none-of';
  if (b.demand.kind === 'absent') return clash(b, a);
  return a.fact === b.fact && (demandsClash(a.demand, b.demand) || demandsClash(b.demand, a.demand));
}

function demandsClash(a: Claim['demand'], b: Claim['demand']): boolean {
  if (a.kind === 'one-of' && b.kind === 'one-of') return !a.values.some((value) => b.values.includes(value));
  if (a.kind === 'one-of' && b.kind === 'none-of') return a.values.every((value) => b.values.includes(value));
  if (a.kind === 'age-from' && b.kind === 'age-below') return a.years >= b.years;
  if (a.kind === 'within' && b.kind === 'within')
    return !a.prefix.startsWith(b.prefix) && !b.prefix.startsWith(a.prefix);
  return false;
}

/** Whether one part is the plain opposite of the other. */
export function isOpposite(a: unknown, b: unknown): boolean {
  if (!isWords(a) || !isWords(b)) return false;
  const denies = (one: Words, other: Words): boolean => 'not' in one && canonicalJson(one.not) === canonicalJson(other);
  return denies(a, b) || denies(b, a);
}
