import type { Draft } from '../../../../shared/contract/draft.ts';
import type { Problem } from '../../../../shared/contract/problems.ts';
import type { Check, CheckContext } from './check.ts';
import { checkCompanions, checkEachPerson, checkSpouses, checkTwice } from './people.ts';
import { checkRelations } from './relations.ts';
import { checkConsent, checkMaterials, checkRoute } from './route.ts';
import { checkTarget } from './target.ts';

const checks: readonly Check[] = [
  checkEachPerson,
  checkTwice,
  checkCompanions,
  checkSpouses,
  checkRelations,
  checkRoute,
  checkMaterials,
  checkTarget,
  checkConsent,
];

/** Everything that is wrong or missing in a draft, in the order of the steps, each said once. Empty of blocking ones: the case may be accepted. */
export function listProblems(draft: Draft, context: CheckContext): Problem[] {
  const found = checks.flatMap((check) => check(draft, context));
  const keys = found.map(({ path, code }) => `${path} ${code}`);
  return found.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
