import type { Bilingual, Question } from '../contract/verdict.ts';
import { nested } from './answers.ts';
import type { Scope } from './conditions/condition.ts';
import type { Facts } from './facts.ts';
import { proceduresFor, scopeOf } from './judge.ts';
import { askRules, judgeRoute } from './judge-route.ts';
import { layFacts } from './lay-facts.ts';
import { type Pack, type Procedure, type SituationQuestion, verdictOf } from './policy-pack.ts';

/** Never more at once: beyond that a clerk asks faster without a list. */
const mostQuestions = 6;

/**
 * The situation questions still worth asking, the one that narrows the routes most first. A question is worth asking when it
 * settles a fact that keeps a route open. Empty once every route is decided. The same case gives the same list.
 */
export function nextQuestions(pack: Pack, facts: Facts): Question[] {
  const procedures = proceduresFor(pack, facts);
  const scope = scopeOf(facts);
  const open = procedures.filter((procedure) => verdictIn(procedure, scope) === 'incomplete');
  const asked = new Set(open.flatMap((procedure) => judgeRoute(procedure, scope).missingFacts));
  const candidates = pack.questions
    .filter((question) => question.settles.some((fact) => asked.has(fact)))
    .map((question) => ({ question, left: openAfter(question, open, facts) }));
  candidates.sort((a, b) => a.left - b.left);
  const telling = candidates.map(({ question }) => question);
  const needed = telling.filter((question, index) => !isCovered(question, telling.slice(0, index), asked));
  return needed.slice(0, mostQuestions).map(asQuestion);
}

/** Whether an earlier question may answer this one along with itself; it comes up again when it did not. */
function isCovered(
  question: SituationQuestion,
  earlier: readonly SituationQuestion[],
  asked: ReadonlySet<string>,
): boolean {
  const facts = question.settles.filter((fact) => asked.has(fact));
  return earlier.some((other) => facts.every((fact) => other.covers.includes(fact)));
}

function verdictIn(procedure: Procedure, scope: Scope): string {
  return verdictOf(askRules(procedure.rules, scope).map((answer) => answer.truth));
}

/** How many routes stay open after the question, on the average of its answers. */
function openAfter(question: SituationQuestion, open: readonly Procedure[], facts: Facts): number {
  const answers = settingsOf(question);
  if (answers.length === 0) return open.length;
  const counts = answers.map((settings) => {
    const scope = scopeOf(layFacts(facts, nested(settings)) as Facts);
    return open.filter((procedure) => verdictIn(procedure, scope) === 'incomplete').length;
  });
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

function settingsOf({ raw }: SituationQuestion): readonly Readonly<Record<string, unknown>>[] {
  if (raw.kind === 'choice') return raw.options.map((option) => option.sets);
  return raw.kind === 'yes-no' ? [{ [raw.fact]: true }, { [raw.fact]: false }] : [];
}

const yes: Bilingual = { zh: '是', en: 'Yes' };
const no: Bilingual = { zh: '否', en: 'No' };

/** A question as the window asks it. `fact` is the key its answer is kept under. */
export function asQuestion({ raw }: SituationQuestion): Question {
  const shared = { id: raw.id, text: raw.text, hint: raw.hint ?? null };
  if (raw.kind === 'choice') {
    const options = raw.options.map(({ value, text }) => ({ value, text }));
    return { ...shared, fact: raw.id, kind: 'choice', options };
  }
  const options =
    raw.kind === 'date'
      ? []
      : [
          { value: true, text: yes },
          { value: false, text: no },
        ];
  return { ...shared, fact: raw.fact, kind: raw.kind, options };
}
