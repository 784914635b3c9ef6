import type { Draft } from '../../../shared/contract/draft.ts';
import { todayIn } from '../../../shared/domain/plain-date.ts';
import { factsFromAnswers } from '../../../shared/policy/answers.ts';
import { layFacts } from '../../../shared/policy/lay-facts.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';
import type { PastCase } from '../../../shared/policy/replay-cases.ts';
import { type Destination, policyFacts } from '../cases/policy-facts.ts';
import { readCase } from '../cases/read-draft.ts';
import { findAddress } from '../store/addresses.ts';
import type { Database } from '../store/database.ts';

/** The facts a draft had on a day: what was entered, and the answers to the situation questions laid over it. */
export function pastCaseFacts(pack: Pack, draft: Draft, day: string, destination: Destination | null): unknown {
  const facts = layFacts(policyFacts(pack, draft, day, destination), factsFromAnswers(pack, draft.answers));
  return draft.procedure === '' ? facts : { ...facts, procedure: draft.procedure };
}

/**
 * Every accepted case of a station, with the facts it had on the day it was accepted (the calendar day at the counter); drafts and
 * unreadable ones are left out. Only acceptance numbers and facts leave this function, no names.
 */
export function listPastCases(database: Database, pack: Pack): PastCase[] {
  const rows = database
    .prepare<[], { caseId: string }>(
      'SELECT case_id AS caseId FROM cases WHERE accepted_at IS NOT NULL ORDER BY accepted_at',
    )
    .all();
  return rows.flatMap(({ caseId }) => {
    const read = readCase(database, caseId);
    if (!read.ok || read.value.stored.acceptedAt === null) return [];
    const { stored, draft } = read.value;
    const target = draft.target.addressId ? (findAddress(database, draft.target.addressId)?.data ?? null) : null;
    const facts = pastCaseFacts(pack, draft, todayIn(read.value.stored.acceptedAt), target);
    return [{ id: stored.acceptanceNumber ?? caseId, facts }];
  });
}

/** How many accepted cases keep each version of the policy, by stamp. */
export function countCasesByPack(database: Database): ReadonlyMap<string, number> {
  const rows = database
    .prepare<[], { pack: string; count: number }>(
      'SELECT pack, count(*) AS count FROM cases WHERE accepted_at IS NOT NULL GROUP BY pack ORDER BY pack',
    )
    .all();
  return new Map(rows.map(({ pack, count }) => [pack, count]));
}
