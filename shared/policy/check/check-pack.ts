import { examinePack } from '../load-pack.ts';
import type { PackProblem } from '../yaml-file.ts';
import { filledFacts } from './filled-facts.ts';
import { type OpenPoint, openPoints } from './open-points.ts';
import { pagesFitChanges } from './pages-fit-changes.ts';
import { papersWithForm } from './papers-with-form.ts';
import { reachableQuestions } from './reachable-questions.ts';
import { rulesAgree } from './rules-agree.ts';
import { translations } from './translations.ts';
import { wholeProcedures } from './whole-procedures.ts';

/** What `pack check` says of a pack. */
export interface PackReport {
  /** `liaoyuan@2026.1`; null when the pack could not be read. */
  readonly pack: string | null;
  readonly procedures: number;
  readonly examples: number;
  /** Empty for a pack in order. */
  readonly problems: readonly PackProblem[];
  /** What the law does not say: planning defaults and unsourced parts. */
  readonly openPoints: readonly OpenPoint[];
  /** Papers the program has no form for yet. */
  readonly papersWithoutForm: readonly string[];
}

/**
 * Checks a pack more strictly than loading does. Beside all for which loading refuses it: facts the counter fills and the pack does
 * not know, questions never asked, rules doubled or
 * contradictory, texts not translated, papers without a form, procedures with fewer than four examples or none that fits.
 */
export function checkPack(files: Readonly<Record<string, string>>, forms: ReadonlySet<string>): PackReport {
  const { draft, pack, problems } = examinePack(files);
  if (draft === null) {
    return { pack: null, procedures: 0, examples: 0, problems, openPoints: [], papersWithoutForm: [] };
  }
  const documents = Object.entries(draft.documents.data);
  return {
    pack: `${draft.pack.data.id}@${draft.pack.data.version}`,
    procedures: draft.procedures.length,
    examples: draft.examples.reduce((sum, sheet) => sum + sheet.data.examples.length, 0),
    problems: [
      ...problems,
      ...filledFacts(draft),
      ...rulesAgree(draft),
      ...translations(draft),
      ...papersWithForm(draft, forms),
      ...pagesFitChanges(draft),
      ...(pack === null ? [] : [...reachableQuestions(pack, draft), ...wholeProcedures(pack, draft)]),
    ],
    openPoints: openPoints(draft),
    papersWithoutForm: documents.filter(([, { form }]) => form === null).map(([id]) => id),
  };
}
