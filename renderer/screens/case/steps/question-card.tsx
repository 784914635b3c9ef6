import { Input, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import type { Question } from '../../../../shared/contract/verdict.ts';
import { parseDay } from '../../../../shared/domain/plain-date.ts';
import { fieldId } from '../../../case/draft-path.ts';
import { useBilingual, useWords } from '../../../language.ts';
import type { AnswerValue } from '../../../words/answer-words.ts';

interface QuestionCardProps {
  readonly question: Question;
  /** The question the digits answer. */
  readonly isCurrent: boolean;
  readonly onAnswer: (value: AnswerValue) => void;
}

function DayAnswer({ id, onAnswer }: { id: string; onAnswer: (value: string) => void }): ReactElement {
  const say = useWords();
  const [typed, setTyped] = useState('');
  const take = () => {
    const day = parseDay(typed);
    if (day !== null) onAnswer(day);
  };
  return (
    <Input
      id={id}
      className="numbers day-answer"
      inputMode="numeric"
      placeholder={say('field.dayHint')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onPressEnter={take}
    />
  );
}

/** One question with its numbered options. */
export function QuestionCard({ question, isCurrent, onAnswer }: QuestionCardProps): ReactElement {
  const inLanguage = useBilingual();
  const id = fieldId(`answers.${question.fact}`);
  return (
    <fieldset className={isCurrent ? 'question question-current' : 'question'}>
      <legend>
        {question.kind === 'date' ? <label htmlFor={id}>{inLanguage(question.text)}</label> : inLanguage(question.text)}
      </legend>
      {question.hint === null ? null : <p className="field-hint">{inLanguage(question.hint)}</p>}
      {question.kind === 'date' ? (
        <DayAnswer id={id} onAnswer={onAnswer} />
      ) : (
        <Radio.Group name={id} className="options" onChange={(event) => onAnswer(event.target.value)}>
          {question.options.map((option, index) => (
            <Radio key={String(option.value)} id={index === 0 ? id : undefined} value={option.value}>
              {isCurrent && index < 9 ? (
                <span className="key-hint" aria-hidden="true">
                  {index + 1}
                </span>
              ) : null}{' '}
              {inLanguage(option.text)}
            </Radio>
          ))}
        </Radio.Group>
      )}
    </fieldset>
  );
}
