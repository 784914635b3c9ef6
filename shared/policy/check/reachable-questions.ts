import type { PackDraft } from '../pack-draft.ts';
import type { Pack, Procedure } from '../policy-pack.ts';
import type { PackProblem } from '../yaml-file.ts';

/** Questions that are never asked, because no rule reads a fact they settle, and questions a procedure lists in vain. */
export function reachableQuestions(pack: Pack, draft: PackDraft): PackProblem[] {
  const read = new Map([...pack.procedures].map(([id, procedure]) => [id, factsRead(procedure)]));
  const all = new Set([...read.values()].flatMap((facts) => [...facts]));
  const settles = new Map(pack.questions.map((question) => [question.raw.id, question.settles]));
  const { file } = draft.questions;
  const never = pack.questions.flatMap((question, index) =>
    question.settles.some((fact) => isRead(fact, all))
      ? []
      : [
          {
            file: file.name,
            line: file.lineOf(['questions', index]),
            message: `question ${question.raw.id} is never asked: no rule reads what it settles`,
          },
        ],
  );
  const inVain = draft.procedures.flatMap((sheet) =>
    sheet.data.questions.flatMap((id, index) => {
      const facts = read.get(sheet.data.id) ?? new Set<string>();
      if ((settles.get(id) ?? []).some((fact) => isRead(fact, facts))) return [];
      return [
        {
          file: sheet.file.name,
          line: sheet.file.lineOf(['questions', index]),
          message: `no rule of ${sheet.data.id} reads what question ${id} settles`,
        },
      ];
    }),
  );
  return [...never, ...inVain];
}

/** A rule that reads a group (`absent: permit`) reads every fact of it. */
function isRead(fact: string, facts: ReadonlySet<string>): boolean {
  return facts.has(fact) || [...facts].some((path) => fact.startsWith(`${path}.`));
}

function factsRead(procedure: Procedure): Set<string> {
  return new Set(procedure.rules.flatMap((rule) => [...rule.requires.reads, ...(rule.when?.reads ?? [])]));
}
