import type { PageField, ProcedurePage } from '../../../shared/contract/procedure.ts';
import type { Procedure } from '../../../shared/policy/policy-pack.ts';
import { findChange } from '../../../shared/register/changes/index.ts';

/**
 * What a procedure asks for beside people and papers: the words from the pack, the kind of each field from the change behind its effect. A
 * field that the change can't do without is required whatever the pack says.
 */
export function pageOf({ effect, page }: Pick<Procedure, 'effect' | 'page'>): ProcedurePage {
  const change = findChange(effect);
  const fields = page.fields.map(
    ({ key, names, hint, required, options }): PageField => ({
      key,
      kind: change?.fields[key]?.kind ?? 'text',
      names,
      hint: hint ?? null,
      isRequired: required || (change?.required.includes(key) ?? false),
      options: Object.entries(options ?? {}).map(([value, words]) => ({ value, names: words })),
    }),
  );
  return { subject: page.subject, people: page.people, target: page.target, fields };
}
