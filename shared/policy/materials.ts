import type { Route } from '../contract/verdict.ts';
import type { Scope } from './conditions/condition.ts';
import type { MaterialGroup, Procedure } from './policy-pack.ts';

/** The papers a case needs, in groups of which one paper is enough, and the groups of which none is at hand yet. */
export function needsOf(procedure: Procedure, scope: Scope): Route['materials'] {
  const needed = groupsOf(
    procedure.materials.filter((group) => !group.isOptional),
    scope,
  );
  return { needed, missing: needed.filter((group) => !group.anyOf.some((id) => scope.materials.has(id))) };
}

/** Papers that help but are never missing. */
export function optionalOf(procedure: Procedure, scope: Scope): Route['materials']['needed'] {
  return groupsOf(
    procedure.materials.filter((group) => group.isOptional),
    scope,
  );
}

/** A group stands only once it is sure to be needed; a paper in it as long as it may be the right one. */
function groupsOf(groups: readonly MaterialGroup[], scope: Scope): { anyOf: string[] }[] {
  return groups
    .filter((group) => group.when === null || group.when.test(scope) === true)
    .map((group) => ({
      anyOf: group.choices
        .filter((choice) => choice.when === null || choice.when.test(scope) !== false)
        .map((each) => each.id),
    }))
    .filter((group) => group.anyOf.length > 0);
}
