import type { ReactElement } from 'react';
import type { Problem } from '../../shared/contract/problems.ts';
import { useEditing, useOpenCase } from '../case/case-context.ts';
import { fieldId, valueAt } from '../case/draft-path.ts';
import type { PersonField } from '../case/fields.ts';
import { useProblemWords } from '../case/problem-words.ts';
import { shownProblems } from '../case/problems.ts';
import { useWords } from '../language.ts';
import type { FieldValue } from './field-input.ts';
import { FieldRow, noteId } from './field-row.tsx';
import { partsOf } from './kinds.ts';

const none: readonly Problem[] = [];

function asFieldValue(value: unknown): FieldValue {
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** The problems of one field that may be shown now; the same array while nothing changes, so that nothing is drawn again. */
function useProblemsAt(path: string): readonly Problem[] {
  const key = useEditing((it) => {
    const problems = shownProblems(it).filter((problem) => problem.path === path);
    return problems.length === 0 ? '' : JSON.stringify(problems);
  });
  return key === '' ? none : (JSON.parse(key) as Problem[]);
}

/** One field of a person, bound to the draft. */
export function DraftField({
  field,
  index,
  filled,
}: {
  field: PersonField;
  index: number;
  filled?: string;
}): ReactElement {
  const say = useWords();
  const wordsOf = useProblemWords();
  const { store } = useOpenCase();
  const path = `people.${index}.${field.key}`;
  const value = useEditing((it) => valueAt(it.draft, path));
  const problems = useProblemsAt(path);
  const { Input } = partsOf(field);
  const id = fieldId(path);
  const label = say(`field.${field.key}`);
  const hint = filled ?? (field.hint === undefined ? undefined : say(`fieldHint.${field.hint}`));
  return (
    <FieldRow
      id={id}
      label={label}
      isWide={field.isWide ?? false}
      isGroup={field.kind === 'yes-no'}
      unit={field.unit === undefined ? undefined : say(`unit.${field.unit}`)}
      hint={hint}
      messages={problems.map((it) => ({ text: wordsOf(it), weight: it.weight }))}
    >
      <Input
        id={id}
        field={field}
        label={label}
        value={asFieldValue(value)}
        onChange={(next) => store.change(path, next)}
        onLeave={() => store.leave(path)}
        isWrong={problems.some((it) => it.weight === 'blocks')}
        describedBy={hint === undefined && problems.length === 0 ? undefined : noteId(id)}
        placeholder={field.isOptional ? say('field.optional') : ''}
      />
    </FieldRow>
  );
}
