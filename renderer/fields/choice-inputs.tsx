import { AutoComplete, Radio, Select } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { codeTable } from '../../shared/domain/codes.ts';
import { divisionPath, findDivision, listDivisions } from '../../shared/domain/divisions.ts';
import type { FieldKind } from '../case/fields.ts';
import { useBilingual, useLanguage, useWords, type WordKey } from '../language.ts';
import { matchesTyped, rankTyped } from '../words/initials.ts';
import { asText, type FieldInputProps } from './field-input.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface PickProps extends FieldInputProps {
  readonly options: readonly Option[];
}

/** The very code first, then what begins with what was typed, then the rest in the order of the table. */
function rank(typed: string, option: Partial<Option>): number {
  return option.value === typed ? -1 : (rankTyped(typed, option.label ?? '') ?? 3);
}

/** Searched by words, code, pinyin or initials; F4 opens the list, Enter takes the first that fits, Backspace clears. */
export function PickInput(props: PickProps): ReactElement {
  const say = useWords();
  return (
    <Select
      id={props.id}
      className="pick"
      value={asText(props.value) === '' ? undefined : asText(props.value)}
      options={[...props.options]}
      showSearch={{
        filterOption: (typed, option) => matchesTyped(typed, option?.label ?? ''),
        filterSort: (one, other, { searchValue }) => rank(searchValue, one) - rank(searchValue, other),
      }}
      placeholder={props.placeholder}
      status={props.isWrong ? 'error' : ''}
      aria-label={props.label}
      aria-invalid={props.isWrong}
      aria-describedby={props.describedBy}
      notFoundContent={say('field.noMatch')}
      onChange={(value) => props.onChange(value ?? '')}
      onBlur={() => props.onLeave()}
      onInputKeyDown={(event) => {
        const isErasing = event.key === 'Backspace' || event.key === 'Delete';
        if (isErasing && event.currentTarget.value === '') props.onChange('');
      }}
    />
  );
}

export function CodeInput(props: FieldInputProps<Extract<FieldKind, { kind: 'code' }>>): ReactElement {
  const language = useLanguage();
  const { table } = props.field;
  const options = useMemo(
    () => codeTable(table).map((it) => ({ value: it.code, label: `${it[language]} (${it.code})` })),
    [table, language],
  );
  return <PickInput {...props} options={options} />;
}

export function ChoiceInput(props: FieldInputProps<Extract<FieldKind, { kind: 'choice' }>>): ReactElement {
  const say = useWords();
  const { words, values } = props.field;
  const options = values.map((value) => ({ value, label: say(`choice.${words}.${value}` as WordKey) }));
  return <PickInput {...props} options={options} />;
}

/** A choice whose values the policy pack names. */
export function OptionsInput(props: FieldInputProps<Extract<FieldKind, { kind: 'options' }>>): ReactElement {
  const inLanguage = useBilingual();
  const options = props.field.options.map((it) => ({ value: it.value, label: inLanguage(it.names) }));
  return <PickInput {...props} options={options} />;
}

export function YesNoInput(props: FieldInputProps): ReactElement {
  const say = useWords();
  return (
    <Radio.Group
      name={props.id}
      value={props.value}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onChange={(event) => {
        props.onChange(event.target.value === true);
        props.onLeave();
      }}
    >
      <Radio id={props.id} value={true}>
        {say('word.yes')}
      </Radio>
      <Radio value={false}>{say('word.no')}</Radio>
    </Radio.Group>
  );
}

/** Six digits typed, or found by name, pinyin or initials; counties the table does not list are typed as digits. */
export function DivisionInput(props: FieldInputProps): ReactElement {
  const language = useLanguage();
  const [isTyping, setTyping] = useState(false);
  const text = asText(props.value);
  const options = useMemo(
    () =>
      listDivisions('county').map((it) => ({
        value: it.code,
        label: `${divisionPath(it.code, language)} (${it.code})`,
      })),
    [language],
  );
  const isWhole = /^\d{6}$/.test(text) && (findDivision(text) !== null || divisionPath(text, language) !== text);
  return (
    <AutoComplete
      id={props.id}
      className="pick"
      value={!isTyping && isWhole ? `${divisionPath(text, language)} (${text})` : text}
      options={options}
      showSearch={{
        filterOption: (typed, option) => typed !== '' && matchesTyped(typed, option?.label ?? ''),
      }}
      status={props.isWrong ? 'error' : ''}
      placeholder={props.placeholder}
      aria-label={props.label}
      aria-invalid={props.isWrong}
      aria-describedby={props.describedBy}
      onFocus={() => setTyping(true)}
      onChange={(value) => props.onChange(value ?? '')}
      onSelect={() => setTyping(false)}
      onBlur={() => {
        setTyping(false);
        props.onLeave();
      }}
    />
  );
}
