import { checkExamples } from './check-examples.ts';
import { compilePack } from './compile-pack.ts';
import { guardRuralRights } from './guards/rural-rights.ts';
import { guardTalentRoute } from './guards/talent-route.ts';
import { draftPack, type PackDraft, readFiles } from './pack-draft.ts';
import type { Pack } from './policy-pack.ts';
import type { PackProblem } from './yaml-file.ts';

/** A pack ready for use, or every reason why it is refused, each with its file and line. */
export type LoadedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** How much of a pack is read. */
export interface LoadOptions {
  /**
   * `check` (the default) judges the example cases; `skip` leaves their files unread. Only for a pack that was checked when it was
   * installed: examples are half of its text, and reading YAML is nearly all of the time that loading takes.
   */
  readonly examples?: 'check' | 'skip';
}

/** A pack as far as it could be read: everything wrong with it, and what it is made of where its files have their shape. */
export interface ExaminedPack {
  readonly draft: PackDraft | null;
  /** Null unless nothing is wrong but the verdicts of its examples. */
  readonly pack: Pack | null;
  readonly problems: readonly PackProblem[];
}

/** Reads a pack and tells everything wrong with it; the checking tool goes on from here. */
export function examinePack(
  files: Readonly<Record<string, string>>,
  { examples = 'check' }: LoadOptions = {},
): ExaminedPack {
  const isRead = (name: string): boolean => examples === 'check' || !name.startsWith('examples/');
  const read = readFiles(Object.fromEntries(Object.entries(files).filter(([name]) => isRead(name))));
  const guarded = guardRuralRights(read.files);
  if (read.problems.length > 0) return { draft: null, pack: null, problems: [...read.problems, ...guarded] };
  const { draft, problems } = draftPack(read.files);
  if (draft === null) return { draft, pack: null, problems: [...guarded, ...problems] };
  const compiled = compilePack(draft, examples);
  const found = [...guarded, ...compiled.problems, ...guardTalentRoute(compiled.pack, draft)];
  if (found.length > 0) return { draft, pack: null, problems: found };
  return { draft, pack: compiled.pack, problems: checkExamples(compiled.pack, draft.examples) };
}

/**
 * Loads a policy pack from the texts of its files (path inside the pack, with `/` → YAML). A pack is refused when a file has not
 * its shape, a reference leads nowhere, one of the two guards of the law speaks (article 10: rural rights are no condition;
 * article 5: no home or job test for talent), or one of its own example cases comes out otherwise. Pure; never throws.
 */
export function loadPack(files: Readonly<Record<string, string>>, options: LoadOptions = {}): LoadedPack {
  const { pack, problems } = examinePack(files, options);
  return pack !== null && problems.length === 0 ? { ok: true, pack } : { ok: false, problems };
}
