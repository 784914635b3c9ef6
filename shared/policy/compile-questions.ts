import type { FactCatalogue } from './fact-catalogue.ts';
import type { RawQuestion } from './pack.ts';
import type { SituationQuestion } from './policy-pack.ts';

type Report = (path: readonly PropertyKey[], message: string) => void;

/** Checks the situation questions against the facts and lists what each can settle. */
export function compileQuestions(
  questions: readonly RawQuestion[],
  catalogue: FactCatalogue,
  report: Report,
): SituationQuestion[] {
  return questions.map((raw, index) => {
    const path = ['questions', index];
    if (raw.kind === 'choice') return { raw, ...settledByOptions(raw, path, catalogue, report) };
    checkKind(raw, path, catalogue, report);
    return { raw, settles: [raw.fact], covers: [raw.fact] };
  });
}

function checkKind(
  raw: Exclude<RawQuestion, { kind: 'choice' }>,
  path: readonly PropertyKey[],
  catalogue: FactCatalogue,
  report: Report,
): void {
  const wanted = raw.kind === 'date' ? 'date' : 'boolean';
  if (catalogue.find(raw.fact)?.kind !== wanted) report([...path, 'fact'], `${raw.fact} is no ${wanted} of facts.yaml`);
}

function settledByOptions(
  raw: Extract<RawQuestion, { kind: 'choice' }>,
  path: readonly PropertyKey[],
  catalogue: FactCatalogue,
  report: Report,
): { settles: string[]; covers: string[] } {
  const settles = new Set<string>();
  const covers = new Set<string>();
  for (const [index, option] of raw.options.entries()) {
    for (const [fact, value] of Object.entries(option.sets)) {
      const place = [...path, 'options', index, 'sets', fact];
      const wrong = settingProblem(fact, value, catalogue);
      if (wrong !== null) report(place, wrong);
      if (value !== null) settles.add(fact);
      for (const each of value === null ? membersOf(fact, catalogue) : [fact]) covers.add(each);
    }
  }
  return { settles: [...settles], covers: [...covers] };
}

function settingProblem(path: string, value: unknown, catalogue: FactCatalogue): string | null {
  if (value === null) return catalogue.nullable.has(path) ? null : `${path} can't be null`;
  const fact = catalogue.find(path);
  if (fact === null) return `no fact ${path} in facts.yaml`;
  if (fact.kind === 'choice') return fact.values.has(String(value)) ? null : `${path} can't be ${String(value)}`;
  if (fact.kind === 'boolean') return typeof value === 'boolean' ? null : `${path} is true or false`;
  return `an option can't set ${path}`;
}

function membersOf(group: string, catalogue: FactCatalogue): string[] {
  return catalogue
    .list()
    .map((fact) => fact.path)
    .filter((path) => path.startsWith(`${group}.`));
}
