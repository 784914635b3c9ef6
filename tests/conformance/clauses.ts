import type { Clause } from './clause.ts';
import { copyRules } from './clauses/copies.ts';
import { decidingSteps } from './clauses/deciding.ts';
import { descriptionRules } from './clauses/description.ts';
import { feedRules } from './clauses/feed.ts';
import { afterAll, groundRules, refusalCodes, spendingRules } from './clauses/ground-rules.ts';
import { inquiryLimits, inquiryRules } from './clauses/inquiries.ts';
import { leaseRules } from './clauses/leases.ts';
import { markRules } from './clauses/marks.ts';
import { officeRules } from './clauses/offices.ts';
import { ownChain } from './clauses/own-chain.ts';
import { peerRules, publishedRules } from './clauses/published.ts';
import { eventRules, pushRules, settledConflicts } from './clauses/pushing.ts';
import { recordRules } from './clauses/records.ts';
import { registerRules, scopeRules } from './clauses/register-rules.ts';
import { enrolment, signatures } from './clauses/signatures.ts';
import { snapshotRules } from './clauses/snapshot.ts';

/** Every clause of docs/protocol.md that can be tried from outside, in the order in which they are tried. */
export const clauses: readonly Clause[] = [
  ...descriptionRules,
  ...groundRules,
  ...refusalCodes,
  ...enrolment,
  ...signatures,
  ...ownChain,
  ...recordRules,
  ...eventRules,
  ...settledConflicts,
  ...pushRules,
  ...decidingSteps,
  ...scopeRules,
  ...registerRules,
  ...feedRules,
  ...snapshotRules,
  ...copyRules,
  ...markRules,
  ...leaseRules,
  ...inquiryRules,
  ...officeRules,
  ...peerRules,
  ...publishedRules,
  ...inquiryLimits,
  ...spendingRules,
  ...afterAll,
];
