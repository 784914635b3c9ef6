import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../language.ts';

export interface RowMessage {
  readonly text: string;
  readonly weight: 'blocks' | 'warns';
}

export interface FieldRowProps {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
  readonly isWide?: boolean;
  /** A group of radios names itself; a label element would add its words to the first radio. */
  readonly isGroup?: boolean;
  readonly unit?: string | undefined;
  readonly hint?: string | undefined;
  /** What the register has now; stays while something is wrong. */
  readonly present?: ReactNode;
  readonly messages?: readonly RowMessage[];
}

/** The id of what is said about a field, for `aria-describedby`. */
export function noteId(id: string): string {
  return `${id}-note`;
}

/** Label, box, unit; under it what helps or what is wrong. */
export function FieldRow(props: FieldRowProps): ReactElement {
  const say = useWords();
  const messages = props.messages ?? [];
  return (
    <div className={props.isWide ? 'field field-wide' : 'field'}>
      <div className="field-label">
        {props.isGroup ? <span>{props.label}</span> : <label htmlFor={props.id}>{props.label}</label>}
        <span aria-hidden="true">{say('field.colon')}</span>
      </div>
      <div className="field-box">
        <div className="field-line">
          {props.children}
          {props.unit === undefined ? null : <span className="field-unit">{props.unit}</span>}
        </div>
        <div id={noteId(props.id)}>
          {props.present}
          {messages.map((it) => (
            <p key={it.text} className={it.weight === 'blocks' ? 'field-wrong' : 'field-warns'}>
              <span aria-hidden="true">{it.weight === 'blocks' ? '✕ ' : '! '}</span>
              {it.text}
            </p>
          ))}
          {props.hint !== undefined && messages.length === 0 ? <p className="field-hint">{props.hint}</p> : null}
        </div>
      </div>
    </div>
  );
}
