import { Input } from 'antd';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { Problem } from '../../../../shared/contract/problems.ts';
import { FieldRow } from '../../../fields/field-row.tsx';
import { useBilingual, useWords } from '../../../language.ts';
import { failureOf } from '../../../signs/failure-line.tsx';
import { Notice } from '../../../signs/notice.tsx';
import { refusalSentence } from '../../../words/refusal-sentence.ts';

/** Most characters of a reason that an event keeps. */
const reasonMax = 200;
const Warnings = z.array(Problem.shape.params);
export type Warning = Problem['params'];

/** What the register warned of when the case was to be registered; empty where it failed for another reason, or not at all. */
export function warningsOf(error: unknown): readonly Warning[] {
  const { code, details } = failureOf(error);
  const read = code === 'REASON_REQUIRED' ? Warnings.safeParse(details?.warnings) : null;
  return read?.success ? read.data : [];
}

interface LateWarningsProps {
  readonly warnings: readonly Warning[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly onReasons: (reasons: Readonly<Record<string, string>>) => void;
}

/** Each warning that came up after acceptance, with the reason for registering all the same. */
export function LateWarnings({ warnings, reasons, onReasons }: LateWarningsProps): ReactElement | null {
  const say = useWords();
  const inLanguage = useBilingual();
  const codes = [...new Set(warnings.map(({ refusal }) => String(refusal)))];
  return (
    <>
      {codes.map((code, index) => (
        <div key={code} className="warned">
          {warnings
            .filter(({ refusal }) => refusal === code)
            .map((warning) => (
              <Notice key={JSON.stringify(warning)} tone="due">
                {inLanguage(refusalSentence(warning))}
              </Notice>
            ))}
          <FieldRow id={`late-${code}`} label={say('check.reason')} isWide>
            <Input
              id={`late-${code}`}
              autoFocus={index === 0}
              value={reasons[code] ?? ''}
              maxLength={reasonMax}
              onChange={(event) => onReasons({ ...reasons, [code]: event.target.value })}
            />
          </FieldRow>
        </div>
      ))}
    </>
  );
}
