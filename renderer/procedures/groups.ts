import type { ProcedureEntry } from '../../shared/contract/procedure.ts';

/** The groups of the catalogue in the order they are shown; the word is `procedureGroup.<id>`. */
export const groupIds = [
  'settling',
  'entry',
  'moving',
  'household',
  'leaving',
  'items',
  'papers',
  'residence',
  'queries',
] as const;
export type GroupId = (typeof groupIds)[number];

const groupOfEffect: Readonly<Record<string, GroupId>> = {
  'enter-person': 'entry',
  'restore-person': 'entry',
  'move-in': 'moving',
  'move-out': 'moving',
  'move-within': 'moving',
  'create-household': 'household',
  'split-household': 'household',
  'merge-households': 'household',
  'change-head': 'household',
  'mark-apart': 'household',
  'cancel-person': 'leaving',
  'change-item': 'items',
  'reissue-paper': 'papers',
  'issue-certificate': 'papers',
  'enter-residence': 'residence',
  'change-residence': 'residence',
  'cancel-residence': 'residence',
  'issue-permit': 'residence',
  'endorse-permit': 'residence',
  'restart-permit': 'residence',
  'change-permit': 'residence',
  'cancel-permit': 'residence',
};

/** Where a procedure stands in the catalogue: by what it does to the register; looking up and counting at the end. */
export function groupOf({ procedure, effect }: Pick<ProcedureEntry, 'procedure' | 'effect'>): GroupId {
  if (procedure.startsWith('settle.')) return 'settling';
  return groupOfEffect[effect] ?? 'queries';
}

/** The procedures group by group, empty groups left out. */
export function inGroups(
  entries: readonly ProcedureEntry[],
): readonly { readonly group: GroupId; readonly entries: readonly ProcedureEntry[] }[] {
  return groupIds
    .map((group) => ({ group, entries: entries.filter((it) => groupOf(it) === group) }))
    .filter((it) => it.entries.length > 0);
}
