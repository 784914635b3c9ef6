import { compileCommon, namedConditions } from './compile-common.ts';
import type { Workbench } from './compile-parts.ts';
import { compileProcedure } from './compile-procedure.ts';
import { compileQuestions } from './compile-questions.ts';
import { buildCatalogue } from './fact-catalogue.ts';
import type { RawNames } from './pack.ts';
import type { PackDraft } from './pack-draft.ts';
import type { Named, Pack, Procedure } from './policy-pack.ts';
import type { PackProblem, YamlFile } from './yaml-file.ts';

/** Compiles a pack whose files have their shape, and checks every reference between them. */
export function compilePack(draft: PackDraft): { pack: Pack; problems: PackProblem[] } {
  const problems: PackProblem[] = [];
  const reporter = (file: YamlFile) => (path: readonly PropertyKey[], message: string) => {
    problems.push({ file: file.name, line: file.lineOf(path), message });
  };
  const head = draft.pack.data;
  const ids = draft.procedures.map((sheet) => sheet.data.id);
  const catalogue = buildCatalogue(draft.facts.data, ids, Object.keys(draft.materials.data));
  const base: Omit<Workbench, 'report' | 'findNamed'> = {
    catalogue,
    sources: head.sources,
    hasMaterial: (id) => Object.hasOwn(draft.materials.data, id),
    hasDocument: (id) => Object.hasOwn(draft.documents.data, id),
  };
  const commonBench: Workbench = { ...base, report: reporter(draft.common.file), findNamed: () => null };
  const findNamed = namedConditions(draft.common.data, commonBench);
  const common = compileCommon(draft.common.data, { ...commonBench, findNamed });
  const questions = compileQuestions(draft.questions.data.questions, catalogue, reporter(draft.questions.file));
  const questionIds = new Set(questions.map((question) => question.raw.id));
  const procedures = new Map<string, Procedure>();
  for (const sheet of draft.procedures) {
    const report = reporter(sheet.file);
    checkFileName(sheet.file.name, `procedures/${sheet.data.id}.yaml`, report);
    procedures.set(sheet.data.id, compileProcedure(sheet.data, common, questionIds, { ...base, report, findNamed }));
  }
  for (const sheet of draft.examples) {
    checkFileName(sheet.file.name, `examples/${sheet.data.procedure}.yaml`, reporter(sheet.file));
    if (!procedures.has(sheet.data.procedure)) reporter(sheet.file)(['procedure'], 'there is no such procedure');
  }
  const pick = (list: 'entry' | 'otherPaths') =>
    head[list].flatMap((id, index) => {
      const procedure = procedures.get(id);
      if (procedure === undefined) reporter(draft.pack.file)([list, index], `there is no procedure ${id}`);
      return procedure === undefined ? [] : [procedure];
    });
  const pack: Pack = {
    id: head.id,
    version: head.version,
    stamp: `${head.id}@${head.version}`,
    names: head.names,
    inForceFrom: head.inForceFrom,
    sources: new Map(Object.entries(head.sources)),
    catalogue,
    materials: namesOf(draft.materials.data),
    documents: namesOf(draft.documents.data),
    procedures,
    entry: pick('entry'),
    otherPaths: pick('otherPaths'),
    questions,
    examples: draft.examples.map((sheet) => sheet.data),
  };
  return { pack, problems };
}

function checkFileName(name: string, expected: string, report: Workbench['report']): void {
  if (name !== expected) report([], `the file has to be called ${expected}`);
}

function namesOf(names: RawNames): Map<string, Named> {
  return new Map(Object.entries(names).map(([id, entry]) => [id, { names: entry.names, hint: entry.hint ?? null }]));
}
