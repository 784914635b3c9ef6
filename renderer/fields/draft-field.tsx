import type { ReactElement } from 'react';
import { useEditing } from '../case/case-context.ts';
import { useEntryPlan } from '../case/entry-plan.ts';
import type { PersonField } from '../case/fields.ts';
import { useWords } from '../language.ts';
import { BoundField } from './bound-field.tsx';

interface DraftFieldProps {
  readonly field: PersonField;
  readonly index: number;
  /** Says where the value came from, in place of the hint. */
  readonly filled?: string;
}

/** Settling asks everybody for the same; what another procedure does not ask of a person may be left out. */
function useIsOptional(field: PersonField, path: string): boolean {
  const { isSettling } = useEntryPlan();
  const isAsked = useEditing((it) => it.assessment.problems.some((problem) => problem.path === path));
  return field.isOptional ?? (!isSettling && !isAsked);
}

/** One field of a person, bound to the draft. */
export function DraftField({ field, index, filled }: DraftFieldProps): ReactElement {
  const say = useWords();
  const path = `people.${index}.${field.key}`;
  const isOptional = useIsOptional(field, path);
  return (
    <BoundField
      path={path}
      field={field}
      label={say(`field.${field.key}`)}
      hint={filled ?? (field.hint === undefined ? undefined : say(`fieldHint.${field.hint}`))}
      isWide={field.isWide ?? false}
      isOptional={isOptional}
      unit={field.unit === undefined ? undefined : say(`unit.${field.unit}`)}
    />
  );
}
