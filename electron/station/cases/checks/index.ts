import type { Draft } from '../../../../shared/contract/draft.ts';
import type { Problem } from '../../../../shared/contract/problems.ts';
import type { Check, CheckContext } from './check.ts';
import { checkConcerned } from './concerned.ts';
import type { Demands } from './demands.ts';
import { checkDuplicates } from './duplicates.ts';
import { checkCompanions, checkEachPerson, checkSpouses, checkTwice } from './people.ts';
import { checkRelations } from './relations.ts';
import { checkConsent, checkMaterials, checkRoute, checkSignature } from './route.ts';
import { checkTarget, checkTargetAddress } from './target.ts';

const checkPage: Check = (_draft, { onPage }) => [...onPage];

/** In the order of the steps; each where what it looks at is asked for. */
const checks: readonly { readonly check: Check; readonly isAsked: (demands: Demands) => boolean }[] = [
  { check: checkEachPerson, isAsked: ({ entersPeople }) => entersPeople },
  { check: checkTwice, isAsked: ({ entersPeople }) => entersPeople },
  { check: checkDuplicates, isAsked: ({ entersPeople }) => entersPeople },
  { check: checkConcerned, isAsked: () => true },
  { check: checkCompanions, isAsked: ({ bringsCompanions }) => bringsCompanions },
  { check: checkSpouses, isAsked: ({ bringsCompanions }) => bringsCompanions },
  { check: checkRelations, isAsked: ({ saysRelations }) => saysRelations },
  { check: checkRoute, isAsked: () => true },
  { check: checkMaterials, isAsked: () => true },
  { check: checkPage, isAsked: () => true },
  { check: checkTarget, isAsked: ({ target }) => target === 'household' },
  { check: checkTargetAddress, isAsked: ({ target }) => target === 'address' },
  { check: checkConsent, isAsked: ({ asksConsent }) => asksConsent },
  { check: checkSignature, isAsked: ({ asksSignature }) => asksSignature },
];

/** Everything that is wrong or missing in a draft, in the order of the steps, each said once. Empty of blocking ones: the case may be accepted. */
export function listProblems(draft: Draft, context: CheckContext): Problem[] {
  const asked = checks.filter(({ isAsked }) => isAsked(context.demands));
  const found = asked.flatMap(({ check }) => check(draft, context));
  const keys = found.map(({ path, code }) => `${path} ${code}`);
  return found.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
