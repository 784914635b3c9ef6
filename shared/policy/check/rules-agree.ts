import { canonicalJson } from '../../domain/canonical-json.ts';
import type { RawCommon, RawProcedure, RawRule } from '../pack.ts';
import type { PackDraft, Sheet } from '../pack-draft.ts';
import type { PackProblem } from '../yaml-file.ts';
import { claimOf, clash, conjuncts, isOpposite } from './claims.ts';

interface PlacedRule {
  readonly rule: RawRule;
  readonly path: readonly PropertyKey[];
}

function rulesOf(sheet: Sheet<RawProcedure>, common: RawCommon): PlacedRule[] {
  return sheet.data.rules.flatMap((each, index) => {
    const rule = 'use' in each ? common.rules.find((shared) => shared.id === each.use) : each;
    return rule === undefined ? [] : [{ rule, path: ['rules', index] }];
  });
}

const bodyOf = (rule: RawRule): string => canonicalJson([rule.when, rule.requires]);
const decidesNothing = (rule: RawRule): boolean => 'always' in rule.requires;

/** Rules written twice, rules of one id that say different things, and rules no case can meet together. */
export function rulesAgree(draft: PackDraft): PackProblem[] {
  return [
    ...draft.procedures.flatMap((sheet) => [...twice(sheet, draft.common.data), ...opposed(sheet, draft.common.data)]),
    ...sameIdOtherRule(draft),
  ];
}

function problemAt(sheet: Sheet<unknown>, path: readonly PropertyKey[], message: string): PackProblem {
  return { file: sheet.file.name, line: sheet.file.lineOf(path), message };
}

function twice(sheet: Sheet<RawProcedure>, common: RawCommon): PackProblem[] {
  const first = new Map<string, string>();
  return rulesOf(sheet, common).flatMap(({ rule, path }) => {
    if (decidesNothing(rule)) return [];
    const body = bodyOf(rule);
    const earlier = first.get(body);
    if (earlier === undefined) first.set(body, rule.id);
    return earlier === undefined ? [] : [problemAt(sheet, path, `rule ${rule.id} asks the same as ${earlier}`)];
  });
}

function sameIdOtherRule(draft: PackDraft): PackProblem[] {
  const known = new Map(draft.common.data.rules.map((rule) => [rule.id, bodyOf(rule)]));
  return draft.procedures.flatMap((sheet) =>
    sheet.data.rules.flatMap((each, index) => {
      if ('use' in each) return [];
      const other = known.get(each.id);
      known.set(each.id, bodyOf(each));
      if (other === undefined || other === bodyOf(each)) return [];
      return [
        problemAt(sheet, ['rules', index, 'id'], `another rule is called ${each.id} too and asks something else`),
      ];
    }),
  );
}

/** Rules that are asked of every case, and those asked under one `when` together with it. */
function opposed(sheet: Sheet<RawProcedure>, common: RawCommon): PackProblem[] {
  const rules = rulesOf(sheet, common);
  const found: PackProblem[] = [];
  for (const [index, { rule, path }] of rules.entries()) {
    const own = partsOf(rule, common);
    if (own.some((part, place) => own.slice(place + 1).some((other) => cannotBoth(part, other)))) {
      found.push(problemAt(sheet, path, `rule ${rule.id} can never hold: it contradicts itself`));
    }
    const earlier = rules
      .slice(0, index)
      .find(
        (other) =>
          areAskedTogether(rule, other.rule) &&
          partsOf(other.rule, common).some((part) => own.some((mine) => cannotBoth(part, mine))),
      );
    if (earlier)
      found.push(problemAt(sheet, path, `rule ${rule.id} contradicts ${earlier.rule.id}: no case meets both`));
  }
  return found;
}

function partsOf(rule: RawRule, common: RawCommon): unknown[] {
  return conjuncts({ all: [...(rule.when ? [rule.when] : []), rule.requires] }, common.conditions);
}

function areAskedTogether(a: RawRule, b: RawRule): boolean {
  return a.when === undefined || b.when === undefined || canonicalJson(a.when) === canonicalJson(b.when);
}

function cannotBoth(a: unknown, b: unknown): boolean {
  if (isOpposite(a, b)) return true;
  const [first, second] = [claimOf(a), claimOf(b)];
  return first !== null && second !== null && clash(first, second);
}
