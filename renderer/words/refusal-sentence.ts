import type { Problem } from '../../shared/contract/problems.ts';
import type { Bilingual } from '../../shared/contract/verdict.ts';
import { refusalWords } from '../../shared/register/refusal-words.ts';

type Params = Problem['params'];

function filled(sentence: string, params: Params): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** What the register says against a change, in both languages; `refusal` is its code, the other values fill the sentence. */
export function refusalSentence(params: Params): Bilingual {
  const known = Object.entries(refusalWords).find(([code]) => code === params.refusal)?.[1];
  const words = known ?? refusalWords['input-invalid'];
  return { zh: filled(words.zh, params), en: filled(words.en, params) };
}
