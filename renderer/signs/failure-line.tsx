import type { ReactElement, ReactNode } from 'react';
import { errorWords } from '../../shared/contract/error-words.ts';
import { type ErrorCode, ErrorCode as ErrorCodes, type Failure } from '../../shared/contract/errors.ts';
import { CallFailure } from '../client.ts';
import { useLanguage } from '../language.ts';
import { usePrinterName } from '../words/printer-name.ts';
import { refusalSentence } from '../words/refusal-sentence.ts';
import { Notice } from './notice.tsx';

function filled(sentence: string, details: Failure['details']): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details?.[name] ?? ''));
}

/** The sentence of a failure: what happened, what was kept, what to do next. */
export function useFailureWords(): (failure: Failure) => string {
  const language = useLanguage();
  const printerName = usePrinterName();
  return (failure) => {
    const { code, details } = failure;
    const printer = typeof details?.printer === 'string' ? { printer: printerName(details.printer) } : {};
    return refused(failure)?.[language] ?? filled(errorWords[code][language], { ...details, ...printer });
  };
}

/** The register's own reason, where it is the register that refused. */
function refused({ code, details }: Failure): { zh: string; en: string } | null {
  if (code !== 'CHANGE_REFUSED' || typeof details?.refusal !== 'string') return null;
  const params = Object.entries(details).map(([name, value]) => [name, String(value ?? '')] as const);
  return refusalSentence(Object.fromEntries(params));
}

/** The failure inside an error of a call; anything else is a bug of ours. */
export function failureOf(error: unknown): Failure {
  return error instanceof CallFailure ? error.failure : { code: 'BUG' };
}

/** Whether a code of the station is one that has words. */
export function isErrorCode(code: string): code is ErrorCode {
  return ErrorCodes.safeParse(code).success;
}

/** A failure where it happened; nothing when there is none. */
export function FailureLine({ error, action }: { error: unknown; action?: ReactNode }): ReactElement | null {
  const wordsOf = useFailureWords();
  if (error === null || error === undefined) return null;
  return (
    <Notice tone="wrong" action={action}>
      {wordsOf(failureOf(error))}
    </Notice>
  );
}
