import { Input } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { groupCitizenNumber } from '../../shared/domain/citizen-number.ts';
import { normalizeName } from '../../shared/domain/names.ts';
import { parseDay } from '../../shared/domain/plain-date.ts';
import { CharacterButton } from '../characters/character-button.tsx';
import { asText, type FieldInputProps } from './field-input.ts';

interface PlainProps extends FieldInputProps {
  /** How the value reads while the field is not being typed in. */
  readonly shownAs?: (text: string) => string;
  /** What is kept when the field is left; the text itself when it cannot be read. */
  readonly readTyped?: (text: string) => string;
  readonly inputMode?: 'text' | 'numeric';
  readonly className?: string;
  readonly suffix?: ReactNode;
}

function PlainInput(props: PlainProps): ReactElement {
  const [isTyping, setTyping] = useState(false);
  const text = asText(props.value);
  return (
    <Input
      id={props.id}
      className={props.className}
      value={isTyping || props.shownAs === undefined ? text : props.shownAs(text)}
      placeholder={props.placeholder}
      suffix={props.suffix}
      maxLength={400}
      inputMode={props.inputMode}
      autoComplete="off"
      spellCheck={false}
      status={props.isWrong ? 'error' : ''}
      aria-invalid={props.isWrong}
      aria-describedby={props.describedBy}
      onFocus={() => setTyping(true)}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={() => {
        setTyping(false);
        const read = props.readTyped?.(text) ?? text;
        if (read !== text) props.onChange(read);
        props.onLeave();
      }}
    />
  );
}

export function TextInput(props: FieldInputProps): ReactElement {
  return <PlainInput {...props} readTyped={(text) => text.trim()} />;
}

/** Several lines; Enter begins a new one. */
export function LongTextInput(props: FieldInputProps): ReactElement {
  return (
    <Input.TextArea
      id={props.id}
      value={asText(props.value)}
      placeholder={props.placeholder}
      maxLength={400}
      autoSize={{ minRows: 2, maxRows: 6 }}
      status={props.isWrong ? 'error' : ''}
      aria-invalid={props.isWrong}
      aria-describedby={props.describedBy}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={() => props.onLeave()}
    />
  );
}

/** A name keeps its characters; look-alikes of the middle dot become the one of the standard. */
export function NameInput(props: FieldInputProps): ReactElement {
  return <PlainInput {...props} readTyped={normalizeName} suffix={<CharacterButton fieldId={props.id} />} />;
}

export function DigitsInput(props: FieldInputProps): ReactElement {
  return (
    <PlainInput
      {...props}
      inputMode="numeric"
      className="numbers"
      readTyped={(text) => text.normalize('NFKC').trim()}
    />
  );
}

/** Raw while typed, 6-8-4 while shown. Full-width digits and a small x are taken as what they mean. */
export function CitizenNumberInput(props: FieldInputProps): ReactElement {
  const readTyped = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  return <PlainInput {...props} className="numbers" shownAs={groupCitizenNumber} readTyped={readTyped} />;
}

/** A day by typing eight digits. */
export function DayInput(props: FieldInputProps): ReactElement {
  return (
    <PlainInput
      {...props}
      className="numbers"
      inputMode="numeric"
      readTyped={(text) => parseDay(text) ?? text.trim()}
    />
  );
}
