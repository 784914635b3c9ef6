import type { FactGroup } from './facts.ts';
import { layFacts } from './lay-facts.ts';
import type { Pack } from './policy-pack.ts';

/** An answer as a draft keeps it. */
export type AnswerValue = string | boolean | number;

/**
 * The facts that answers to situation questions say. A key is a question id (its option sets the facts) or a fact path, the value
 * the chosen option or the fact's value. Answers to questions the pack does not have are left out.
 */
export function factsFromAnswers(pack: Pack, answers: Readonly<Record<string, AnswerValue>>): FactGroup {
  let facts: FactGroup = {};
  for (const [key, value] of Object.entries(answers)) facts = layFacts(facts, factsOfAnswer(pack, key, value));
  return facts;
}

function factsOfAnswer(pack: Pack, key: string, value: AnswerValue): FactGroup {
  const question = pack.questions.find((each) => each.raw.id === key)?.raw;
  if (question?.kind === 'choice') {
    return nested(question.options.find((option) => option.value === value)?.sets ?? {});
  }
  if (question !== undefined) return nested({ [question.fact]: value });
  return pack.catalogue.find(key) === null ? {} : nested({ [key]: value });
}

/** Dotted paths as nested groups. */
export function nested(settings: Readonly<Record<string, unknown>>): FactGroup {
  let facts: FactGroup = {};
  for (const [path, value] of Object.entries(settings)) {
    const single = path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
    facts = layFacts(facts, single as FactGroup);
  }
  return facts;
}
