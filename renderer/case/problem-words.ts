import type { Problem } from '../../shared/contract/problems.ts';
import { useBilingual, useLanguage, useWords, type WordKey } from '../language.ts';
import { asLabel } from '../words/label.ts';
import { refusalSentence } from '../words/refusal-sentence.ts';
import { useEntryPlan, useWho } from './entry-plan.ts';
import { findField } from './fields.ts';
import { findPageField } from './page-fields.ts';

/** The sentence of a problem: what is wrong and what would be right. The same words stand at the field and in the summary. */
export function useProblemWords(): (problem: Problem) => string {
  const say = useWords();
  const inLanguage = useBilingual();
  const language = useLanguage();
  const { page, isSettling } = useEntryPlan();
  return (problem) => {
    const found = findField(problem.path);
    const asked = findPageField(page, problem.path);
    const label =
      found !== null
        ? say(`field.${found.field.key}`)
        : asked === null
          ? ''
          : asLabel(inLanguage(asked.names), language);
    if (problem.code === 'change-refused' || problem.code === 'change-warning')
      return inLanguage(refusalSentence(problem.params));
    const key: WordKey =
      problem.code === 'required' && label === '' ? requiredKey(problem.path, isSettling) : `problem.${problem.code}`;
    return say(key, { label, ...problem.params });
  };
}

/** What is asked for where there is no single field. */
function requiredKey(path: string, isSettling: boolean): WordKey {
  if (path.startsWith('target.household')) return isSettling ? 'required.household' : 'required.ownHousehold';
  if (path.startsWith('target')) return isSettling ? 'required.address' : 'required.ownAddress';
  if (path.startsWith('answers')) return 'required.answer';
  if (path.startsWith('people')) return 'required.people';
  return path === 'procedure' ? 'required.procedure' : 'required.other';
}

/** Whose field a problem is about: «申请人» or «随迁人员 2 王某»; empty when it is about nobody. */
export function useProblemOwner(): (path: string, nameOf: (index: number) => string) => string {
  const language = useLanguage();
  const whoOf = useWho();
  return (path, nameOf) => {
    const found = findField(path);
    if (found === null) return '';
    const who = whoOf(found.index);
    const name = nameOf(found.index);
    return name === '' ? who : `${who}${language === 'zh' ? '' : ' '}${name}`;
  };
}
