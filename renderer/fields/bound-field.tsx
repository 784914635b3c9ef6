import type { ReactElement, ReactNode } from 'react';
import type { Problem } from '../../shared/contract/problems.ts';
import { useEditing, useOpenCase } from '../case/case-context.ts';
import { fieldId, valueAt } from '../case/draft-path.ts';
import type { FieldKind } from '../case/fields.ts';
import { isGroupField } from '../case/page-fields.ts';
import { useProblemWords } from '../case/problem-words.ts';
import { shownProblems } from '../case/problems.ts';
import { useWords } from '../language.ts';
import type { FieldValue } from './field-input.ts';
import { FieldRow, noteId } from './field-row.tsx';
import { partsOf } from './kinds.ts';

const none: readonly Problem[] = [];

/** The problems of one field that may be shown now; the same array while nothing changes, so that nothing is drawn again. */
function useProblemsAt(path: string): readonly Problem[] {
  const key = useEditing((it) => {
    const problems = shownProblems(it).filter((problem) => problem.path === path);
    return problems.length === 0 ? '' : JSON.stringify(problems);
  });
  return key === '' ? none : (JSON.parse(key) as Problem[]);
}

interface BoundFieldProps {
  readonly path: string;
  readonly field: FieldKind;
  readonly label: string;
  readonly hint: string | undefined;
  readonly isWide: boolean;
  readonly isOptional: boolean;
  readonly unit?: string | undefined;
  /** What the register has now. */
  readonly present?: ReactNode;
}

/** One field bound to the draft by its path: entry, hint, and what is wrong with it. */
export function BoundField(props: BoundFieldProps): ReactElement {
  const { path, field, label, hint, isWide, isOptional, unit, present } = props;
  const say = useWords();
  const wordsOf = useProblemWords();
  const { store } = useOpenCase();
  const value = useEditing((it) => valueAt(it.draft, path)) as FieldValue | undefined;
  const problems = useProblemsAt(path);
  const { Input } = partsOf(field);
  const id = fieldId(path);
  return (
    <FieldRow
      id={id}
      label={label}
      isWide={isWide}
      isGroup={isGroupField(field.kind)}
      unit={unit}
      hint={hint}
      present={present}
      messages={problems.map((it) => ({ text: wordsOf(it), weight: it.weight }))}
    >
      <Input
        id={id}
        path={path}
        field={field}
        label={label}
        value={value ?? null}
        onChange={(next) => store.change(path, next)}
        onLeave={() => store.leave(path)}
        isWrong={problems.some((it) => it.weight === 'blocks')}
        describedBy={hint === undefined && present === undefined && problems.length === 0 ? undefined : noteId(id)}
        placeholder={isOptional ? say('field.optional') : ''}
      />
    </FieldRow>
  );
}
