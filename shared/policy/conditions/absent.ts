import { z } from 'zod';
import type { FactGroup } from '../facts.ts';
import type { Operator } from './combine.ts';
import { want } from './condition.ts';
import { brokenCondition, readArgument } from './site.ts';

/** `absent: applicant.hukou` holds when the group is null, known not to be there; unknown while nothing of it is said. */
export const absent: Operator = (argument, site) => {
  const path = readArgument(z.string(), argument, site);
  if (path === null) return brokenCondition;
  if (!site.isNullable(path)) {
    site.report(site.path, `${path} is not among the nullable groups of facts.yaml`);
    return brokenCondition;
  }
  const steps = path.split('.');
  return {
    test: (scope) => {
      const group = steps.reduce<unknown>((value, step) => (value as FactGroup | undefined)?.[step], scope.facts);
      return group === undefined ? null : group === null;
    },
    reads: [path],
    ask: (_scope, weight, wanted) => want(wanted, path, weight),
    words: () => null,
  };
};
