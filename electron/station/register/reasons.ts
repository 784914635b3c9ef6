import type { Draft } from '../../../shared/contract/draft.ts';
import type { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Refusal } from '../../../shared/register/refusal.ts';

/** How a reason is named among the details of an event. */
const prefix = 'reason:';
const headIncapable = 'head-incapable';

/** Why the officer goes on in spite of a warning; empty: not said yet. A head without full capacity may be reasoned on the page as well. */
export function reasonFor({ reasons, fields }: Draft, { code }: Pick<Refusal, 'code'>): string {
  const onPage = code === headIncapable ? fields.incapableHeadReason : '';
  return (reasons[code] ?? '').trim() || (typeof onPage === 'string' ? onPage.trim() : '');
}

/** The reasons an event keeps, by the code of what was warned of. */
export function reasonsOf(draft: Draft, warnings: readonly Pick<Refusal, 'code'>[]): Record<string, string> {
  const head = { code: headIncapable } as const;
  const said = [...warnings, head].map(({ code }): [string, string] => [code, reasonFor(draft, { code })]);
  return Object.fromEntries(said.filter(([, reason]) => reason !== ''));
}

/** The reasons as details of an event. */
export function reasonDetails(reasons: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(reasons).map(([code, reason]) => [prefix + code, reason]));
}

/** The reasons that an event tells, in the officer's words. */
export function listReasons(facts: RegisterEvent['facts']): string[] {
  if ('reason' in facts) return [facts.reason];
  if ('details' in facts)
    return Object.entries(facts.details).flatMap(([key, value]) => (key.startsWith(prefix) ? [String(value)] : []));
  return 'reasons' in facts ? Object.values(facts.reasons ?? {}) : [];
}
