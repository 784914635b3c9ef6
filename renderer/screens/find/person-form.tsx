import { Button, Input, Select } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { type LookupPurpose, PersonCriteria } from '../../../shared/contract/person.ts';
import { codeTable } from '../../../shared/domain/codes.ts';
import { PersonStatus } from '../../../shared/domain/records.ts';
import { CharacterButton } from '../../characters/character-button.tsx';
import { useLanguage, useWords } from '../../language.ts';
import { PurposeSelect } from '../../people/purpose-select.tsx';
import { emptyForm, type FormField, type ReadForm, readForm, type TypedForm } from './criteria.ts';

interface PersonFormProps {
  readonly purpose: LookupPurpose;
  readonly onPurpose: (purpose: LookupPurpose) => void;
  readonly onCriteria: (criteria: PersonCriteria | null) => void;
}

const idOf = (field: FormField): string => `find-${field}`;
const hints: Partial<Record<FormField, 'findForm.dayHint' | 'findForm.addressHint'>> = {
  bornFrom: 'findForm.dayHint',
  bornUntil: 'findForm.dayHint',
  address: 'findForm.addressHint',
};

interface LineProps {
  readonly field: FormField;
  readonly problems: ReadForm['problems'];
  readonly children: ReactNode;
}

function Line({ field, problems, children }: LineProps): ReactElement {
  const say = useWords();
  const problem = problems?.[field];
  return (
    <div className="person-form-line">
      <label htmlFor={idOf(field)}>{say(`findForm.${field}`)}</label>
      {children}
      {problem === undefined ? null : (
        <p className="field-wrong" id={`${idOf(field)}-note`}>
          {say(problem)}
        </p>
      )}
    </div>
  );
}

/** Several criteria at once. Never ethnic group or religion: nobody is looked for by those. */
export function PersonForm({ purpose, onPurpose, onCriteria }: PersonFormProps): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const [typed, setTyped] = useState<TypedForm>(emptyForm);
  const [problems, setProblems] = useState<ReadForm['problems']>(null);
  const put = (field: FormField, value: string) => setTyped((it) => ({ ...it, [field]: value }));
  function search(): void {
    const read = readForm(typed);
    setProblems(read.problems);
    onCriteria(read.criteria);
    const [wrong] = Object.keys(read.problems ?? {});
    if (wrong !== undefined) document.getElementById(idOf(wrong as FormField))?.focus();
  }
  const text = (field: FormField, className = ''): ReactElement => (
    <Line key={field} field={field} problems={problems}>
      <Input
        id={idOf(field)}
        className={className}
        autoFocus={field === 'name'}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        placeholder={hints[field] === undefined ? '' : say(hints[field])}
        suffix={field === 'name' ? <CharacterButton fieldId={idOf('name')} /> : undefined}
        status={problems?.[field] === undefined ? '' : 'error'}
        aria-invalid={problems?.[field] !== undefined}
        aria-describedby={problems?.[field] === undefined ? undefined : `${idOf(field)}-note`}
        value={typed[field]}
        onChange={(event) => put(field, event.target.value)}
      />
    </Line>
  );
  const choice = (field: FormField, options: readonly { value: string; label: string }[]): ReactElement => (
    <Line key={field} field={field} problems={problems}>
      <Select
        id={idOf(field)}
        aria-label={say(`findForm.${field}`)}
        value={typed[field]}
        onChange={(value) => put(field, value)}
        options={[{ value: '', label: say('findForm.any') }, ...options]}
      />
    </Line>
  );
  return (
    <search aria-label={say('findForm.title')}>
      <form
        className="person-form"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        {text('name')}
        {text('pinyin')}
        {choice(
          'sex',
          codeTable('sex')
            .filter(({ code }) => PersonCriteria.shape.sex.safeParse(code).success)
            .map((it) => ({ value: it.code, label: it[language] })),
        )}
        {text('bornFrom', 'numbers')}
        {text('bornUntil', 'numbers')}
        {text('number', 'numbers')}
        {text('address')}
        {text('householdNumber', 'numbers')}
        {choice(
          'status',
          PersonStatus.options.map((value) => ({ value, label: say(`personStatus.${value}`) })),
        )}
        <div className="row">
          <PurposeSelect id="find-purpose" purpose={purpose} onPurpose={onPurpose} />
          <Button type="primary" htmlType="submit">
            {say('lookup.search')}
          </Button>
          <Button
            onClick={() => {
              setTyped(emptyForm);
              setProblems(null);
              onCriteria(null);
              document.getElementById(idOf('name'))?.focus();
            }}
          >
            {say('findForm.clear')}
          </Button>
        </div>
      </form>
    </search>
  );
}
