import type { Bilingual, Reason, Route, Verdict } from '../contract/verdict.ts';
import { readFacts } from './facts.ts';
import { judge } from './judge.ts';
import type { Pack } from './policy-pack.ts';

/** A case of the past: its facts as they stood on the day they were judged (`asOf`). */
export interface PastCase {
  readonly id: string;
  readonly facts: unknown;
}

/** A rule that answers otherwise; null where the pack has no such rule. */
export interface ChangedReason {
  readonly rule: string;
  readonly before: Pick<Reason, 'holds' | 'text'> | null;
  readonly after: Pick<Reason, 'holds' | 'text'> | null;
}

/** A route that comes out otherwise, and why. */
export interface ChangedRoute {
  readonly procedure: string;
  readonly name: Bilingual;
  /** null where the pack has no such route. */
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  readonly reasons: readonly ChangedReason[];
  /** Papers needed under one pack only. */
  readonly papersAdded: readonly string[];
  readonly papersDropped: readonly string[];
  readonly approvals: { readonly before: readonly string[]; readonly after: readonly string[] } | null;
}

/** What another pack would have made of past cases. */
export interface ReplayReport {
  readonly before: string;
  readonly after: string;
  readonly cases: number;
  readonly changed: readonly { readonly id: string; readonly routes: readonly ChangedRoute[] }[];
  /** Cases whose facts one of the packs does not understand. */
  readonly unreadable: readonly { readonly id: string; readonly pack: string; readonly problems: readonly string[] }[];
}

/** Judges every case under both packs and tells which come out otherwise, and why. Pure. */
export function replayCases(before: Pack, after: Pack, cases: Iterable<PastCase>): ReplayReport {
  const changed: { id: string; routes: ChangedRoute[] }[] = [];
  const unreadable: { id: string; pack: string; problems: readonly string[] }[] = [];
  let count = 0;
  for (const { id, facts } of cases) {
    count += 1;
    const [old, next] = [readFacts(before, facts), readFacts(after, facts)];
    if (!old.ok) unreadable.push({ id, pack: before.stamp, problems: old.problems });
    if (!next.ok) unreadable.push({ id, pack: after.stamp, problems: next.problems });
    if (!old.ok || !next.ok) continue;
    const routes = changedRoutes(judge(before, old.facts).routes, judge(after, next.facts).routes);
    if (routes.length > 0) changed.push({ id, routes });
  }
  return { before: before.stamp, after: after.stamp, cases: count, changed, unreadable };
}

function changedRoutes(before: readonly Route[], after: readonly Route[]): ChangedRoute[] {
  const ids = [...new Set([...before, ...after].map((route) => route.procedure))];
  return ids.flatMap((id) => {
    const [old, next] = [before, after].map((routes) => routes.find((route) => route.procedure === id) ?? null);
    const either = old ?? next;
    if (either === null || either === undefined) return [];
    const found = changeOf(either, old ?? null, next ?? null);
    return isChange(found) ? [found] : [];
  });
}

function changeOf({ procedure, name }: Route, old: Route | null, next: Route | null): ChangedRoute {
  const [had, has] = [papersOf(old), papersOf(next)];
  const [before, after] = [old?.approvals ?? [], next?.approvals ?? []];
  return {
    procedure,
    name,
    before: old?.verdict ?? null,
    after: next?.verdict ?? null,
    reasons: changedReasons(old?.reasons ?? [], next?.reasons ?? []),
    papersAdded: has.filter((paper) => !had.includes(paper)),
    papersDropped: had.filter((paper) => !has.includes(paper)),
    approvals: before.join() === after.join() ? null : { before, after },
  };
}

function isChange({ before, after, papersAdded, papersDropped, approvals }: ChangedRoute): boolean {
  return before !== after || papersAdded.length > 0 || papersDropped.length > 0 || approvals !== null;
}

/** A group of papers of which one is enough, in one line. */
function papersOf(route: Route | null): string[] {
  return (route?.materials.needed ?? []).map((group) => group.anyOf.join(' | '));
}

function changedReasons(before: readonly Reason[], after: readonly Reason[]): ChangedReason[] {
  const rules = [...new Set([...before, ...after].map((reason) => reason.rule))];
  return rules.flatMap((rule) => {
    const [old, next] = [before, after].map((reasons) => reasons.find((reason) => reason.rule === rule));
    if (old?.holds === next?.holds && old !== undefined && next !== undefined) return [];
    const brief = (reason: Reason | undefined) => (reason ? { holds: reason.holds, text: reason.text } : null);
    return [{ rule, before: brief(old), after: brief(next) }];
  });
}
