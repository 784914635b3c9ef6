import { checkExamples } from './check-examples.ts';
import { compilePack } from './compile-pack.ts';
import { guardRuralRights } from './guards/rural-rights.ts';
import { guardTalentRoute } from './guards/talent-route.ts';
import { draftPack, readFiles } from './pack-draft.ts';
import type { Pack } from './policy-pack.ts';
import type { PackProblem } from './yaml-file.ts';

/** A pack ready for use, or every reason why it is refused, each with its file and line. */
export type LoadedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/**
 * Loads a policy pack from the texts of its files (path inside the pack, with `/` → YAML). A pack is refused when a file has not
 * its shape, a reference leads nowhere, one of the two guards of the law speaks (article 10: rural rights are no condition;
 * article 5: no home or job test for talent), or one of its own example cases comes out otherwise. Pure; never throws.
 */
export function loadPack(files: Readonly<Record<string, string>>): LoadedPack {
  const read = readFiles(files);
  const guarded = guardRuralRights(read.files);
  if (read.problems.length > 0) return { ok: false, problems: [...read.problems, ...guarded] };
  const { draft, problems } = draftPack(read.files);
  if (draft === null) return { ok: false, problems: [...guarded, ...problems] };
  const compiled = compilePack(draft);
  const found = [...guarded, ...compiled.problems, ...guardTalentRoute(compiled.pack, draft)];
  if (found.length > 0) return { ok: false, problems: found };
  const failed = checkExamples(compiled.pack, draft.examples);
  return failed.length > 0 ? { ok: false, problems: failed } : { ok: true, pack: compiled.pack };
}
