import type { PackProblem } from '../../shared/policy/yaml-file.ts';

/** Problems as one line each: `file:line: what`. */
export function problemLines(problems: readonly PackProblem[]): string[] {
  return problems.map((problem) => `${problem.file}:${problem.line}: ${problem.message}`);
}
