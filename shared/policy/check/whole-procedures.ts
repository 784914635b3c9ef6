import type { PackDraft, Sheet } from '../pack-draft.ts';
import type { Pack, Procedure } from '../policy-pack.ts';
import type { PackProblem } from '../yaml-file.ts';

/** So many example cases a procedure has at least: fits, does not fit, incomplete, on the very day. */
const fewestExamples = 4;

/** Procedures with too few examples, without an example that fits, or whose steps leave out an approval. */
export function wholeProcedures(pack: Pack, draft: PackDraft): PackProblem[] {
  const examples = new Map(draft.examples.map((sheet) => [sheet.data.procedure, sheet]));
  return draft.procedures.flatMap((sheet) => {
    const procedure = pack.procedures.get(sheet.data.id);
    if (procedure === undefined) return [];
    return [...enoughExamples(sheet.data.id, examples.get(sheet.data.id)), ...stepsOf(procedure, sheet)];
  });
}

function enoughExamples(id: string, sheet: PackDraft['examples'][number] | undefined): PackProblem[] {
  if (sheet === undefined) return [];
  const at = (message: string): PackProblem => ({
    file: sheet.file.name,
    line: sheet.file.lineOf(['examples']),
    message: `${id}: ${message}`,
  });
  const cases = sheet.data.examples;
  const count = cases.length;
  return [
    ...(count < fewestExamples ? [at(`${count} example cases, expected at least ${fewestExamples}`)] : []),
    ...(cases.some((each) => each.expect.verdict === 'eligible') ? [] : [at('no example comes out eligible')]),
  ];
}

const reviewOf = { county: 'county-review', prefecture: 'prefecture-review' } as const;

/** A case can only be approved where its run leads: every county or prefecture approval has its step. */
function stepsOf(procedure: Procedure, sheet: Sheet<unknown>): PackProblem[] {
  if (procedure.steps.length === 0) return [];
  const steps = new Set(procedure.steps.map((step) => step.step));
  return procedure.approvals.flatMap(({ level }) =>
    level !== 'station' && !steps.has(reviewOf[level])
      ? [
          {
            file: sheet.file.name,
            line: sheet.file.lineOf(['steps']),
            message: `no step ${reviewOf[level]}, but the ${level} approves`,
          },
        ]
      : [],
  );
}
