import type { Assessment } from '../../../shared/contract/case.ts';
import type { Draft } from '../../../shared/contract/draft.ts';
import type { Question, VerdictReport } from '../../../shared/contract/verdict.ts';
import { factsFromAnswers } from '../../../shared/policy/answers.ts';
import { explainChange } from '../../../shared/policy/explain-change.ts';
import { type FactGroup, type Facts, readFacts } from '../../../shared/policy/facts.ts';
import { judge } from '../../../shared/policy/judge.ts';
import { layFacts } from '../../../shared/policy/lay-facts.ts';
import { asQuestion, nextQuestions } from '../../../shared/policy/next-questions.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';

function answeredQuestions(pack: Pack, draft: Draft): Question[] {
  const all = pack.questions.map(asQuestion);
  return Object.keys(draft.answers).flatMap((key) => all.find(({ fact }) => fact === key) ?? []);
}

function judgeAll(pack: Pack, facts: Facts, procedure: string): VerdictReport {
  const report = judge(pack, facts);
  if (procedure === '' || report.routes.some((route) => route.procedure === procedure)) return report;
  return { ...report, routes: [...judge(pack, { ...facts, procedure }).routes, ...report.routes] };
}

/** Only answers that are whole: a date that is still being typed is left out, not an error. */
function wholeAnswers(pack: Pack, asOf: unknown, answers: Draft['answers']): Draft['answers'] {
  const isWhole = ([key, value]: [string, string | boolean | number]): boolean =>
    readFacts(pack, layFacts({ asOf }, factsFromAnswers(pack, { [key]: value }))).ok;
  return Object.fromEntries(Object.entries(answers).filter(isWhole));
}

/**
 * Verdicts on every route, the questions that narrow them (answered ones first, so that they can be changed), and what would
 * change a route that does not fit. Answers count over what was entered: the operator asked the person.
 */
export function judgeDraft(pack: Pack, entered: FactGroup, draft: Draft): Omit<Assessment, 'problems'> {
  const answers = wholeAnswers(pack, entered.asOf, draft.answers);
  const read = readFacts(pack, layFacts(entered, factsFromAnswers(pack, answers)));
  if (!read.ok)
    throw new Error(`facts of a draft: ${read.problems.map((problem) => problem.split(':')[0]).join(', ')}`);
  const { facts } = read;
  const verdicts = judgeAll(pack, facts, draft.procedure);
  const answered = answeredQuestions(pack, draft);
  const open = nextQuestions(pack, draft.procedure === '' ? facts : { ...facts, procedure: draft.procedure });
  const failing = verdicts.routes.filter(({ verdict }) => verdict === 'ineligible');
  return {
    verdicts,
    questions: [...answered, ...open.filter(({ fact }) => !answered.some((each) => each.fact === fact))],
    advice: failing.flatMap(({ procedure }) => explainChange(pack, facts, procedure) ?? []),
  };
}
