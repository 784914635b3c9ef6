import { type CommonParts, compileCommon, namedConditions } from './compile-common.ts';
import { checkSource, type Workbench } from './compile-parts.ts';
import { compileProcedure } from './compile-procedure.ts';
import { compileQuestions } from './compile-questions.ts';
import { buildCatalogue } from './fact-catalogue.ts';
import type { RawDocuments, RawFigures, RawMaterials, RawPack } from './pack.ts';
import { buildCalendar } from './pack-calendar.ts';
import type { PackDraft } from './pack-draft.ts';
import type { NamedDocument, NamedMaterial, Pack, Procedure, SituationQuestion } from './policy-pack.ts';
import type { PackProblem, YamlFile } from './yaml-file.ts';

type Report = Workbench['report'];

/** Collects problems of every file, each with its line. */
interface Desk {
  readonly problems: PackProblem[];
  reportIn(file: YamlFile): Report;
}

function openDesk(): Desk {
  const problems: PackProblem[] = [];
  const reportIn =
    (file: YamlFile): Report =>
    (path, message) => {
      problems.push({ file: file.name, line: file.lineOf(path), message });
    };
  return { problems, reportIn };
}

/**
 * Compiles a pack whose files have their shape, and checks every reference between them. With `skip` the example files were left
 * unread and are not missed.
 */
export function compilePack(draft: PackDraft, examples: 'check' | 'skip'): { pack: Pack; problems: PackProblem[] } {
  const desk = openDesk();
  const head = draft.pack.data;
  const ids = draft.procedures.map((sheet) => sheet.data.id);
  const catalogue = buildCatalogue(draft.facts.data, ids, Object.keys(draft.materials.data));
  const unnamed: Workbench = {
    catalogue,
    sources: head.sources,
    hasMaterial: (id) => Object.hasOwn(draft.materials.data, id),
    hasDocument: (id) => Object.hasOwn(draft.documents.data, id),
    findNamed: () => null,
    report: desk.reportIn(draft.common.file),
  };
  const bench: Workbench = { ...unnamed, findNamed: namedConditions(draft.common.data, unnamed) };
  const common = compileCommon(draft.common.data, bench);
  const questions = compileQuestions(draft.questions.data.questions, catalogue, desk.reportIn(draft.questions.file));
  const procedures = compileProcedures(draft, common, questions, bench, desk);
  if (examples === 'check') checkExampleFiles(draft, procedures, desk);
  checkTables(draft, bench, desk);
  const pack: Pack = {
    id: head.id,
    version: head.version,
    stamp: `${head.id}@${head.version}`,
    names: head.names,
    inForceFrom: head.inForceFrom,
    sources: new Map(Object.entries(head.sources)),
    catalogue,
    materials: materialsOf(draft.materials.data),
    documents: documentsOf(draft.documents.data),
    procedures,
    entry: listed(head, 'entry', procedures, desk.reportIn(draft.pack.file)),
    otherPaths: listed(head, 'otherPaths', procedures, desk.reportIn(draft.pack.file)),
    questions,
    examples: draft.examples.map((sheet) => sheet.data),
    calendar: buildCalendar(draft.calendar?.data ?? null),
    figures: figuresOf(head.figures, { ...bench, report: desk.reportIn(draft.pack.file) }),
    entitlements: draft.entitlements?.data.entitlements ?? [],
    certificates: draft.certificates?.data.certificates ?? [],
  };
  return { pack, problems: desk.problems };
}

function compileProcedures(
  draft: PackDraft,
  common: CommonParts,
  questions: readonly SituationQuestion[],
  bench: Workbench,
  desk: Desk,
): Map<string, Procedure> {
  const questionIds = new Set(questions.map((question) => question.raw.id));
  const ids = new Set(draft.procedures.map((sheet) => sheet.data.id));
  const { entry, otherPaths } = draft.pack.data;
  const procedures = new Map<string, Procedure>();
  for (const { file, data } of draft.procedures) {
    const report = desk.reportIn(file);
    checkFileName(file.name, `procedures/${data.id}.yaml`, report);
    for (const [index, id] of (data.otherPaths ?? []).entries()) {
      if (!ids.has(id)) report(['otherPaths', index], `there is no procedure ${id}`);
    }
    const others = data.otherPaths ?? (entry.includes(data.id) ? otherPaths : []);
    procedures.set(data.id, compileProcedure(data, others, common, questionIds, { ...bench, report }));
  }
  return procedures;
}

function checkExampleFiles(draft: PackDraft, procedures: ReadonlyMap<string, Procedure>, desk: Desk): void {
  for (const { file, data } of draft.examples) {
    const report = desk.reportIn(file);
    checkFileName(file.name, `examples/${data.procedure}.yaml`, report);
    if (!procedures.has(data.procedure)) report(['procedure'], `there is no procedure ${data.procedure}`);
  }
  const covered = new Set(draft.examples.map((sheet) => sheet.data.procedure));
  for (const { file, data } of draft.procedures) {
    if (!covered.has(data.id)) desk.reportIn(file)([], `there is no examples/${data.id}.yaml`);
  }
}

/** Sources and ids of the tables beside the procedures. */
function checkTables(draft: PackDraft, bench: Workbench, desk: Desk): void {
  const tables = [
    { file: draft.entitlements?.file, key: 'entitlements', rows: draft.entitlements?.data.entitlements ?? [] },
    { file: draft.certificates?.file, key: 'certificates', rows: draft.certificates?.data.certificates ?? [] },
  ];
  for (const { file, key, rows } of tables) {
    if (file === undefined) continue;
    const report = desk.reportIn(file);
    const seen = new Set<string>();
    for (const [index, row] of rows.entries()) {
      checkSource(row.source, [key, index], { ...bench, report });
      if (seen.has(row.id)) report([key, index, 'id'], `two rows are called ${row.id}`);
      seen.add(row.id);
    }
  }
}

function listed(
  head: RawPack,
  list: 'entry' | 'otherPaths',
  procedures: ReadonlyMap<string, Procedure>,
  report: Report,
): Procedure[] {
  return head[list].flatMap((id, index) => {
    const procedure = procedures.get(id);
    if (procedure === undefined) report([list, index], `there is no procedure ${id}`);
    return procedure === undefined ? [] : [procedure];
  });
}

function checkFileName(name: string, expected: string, report: Report): void {
  if (name !== expected) report([], `the file has to be called ${expected}`);
}

function figuresOf(figures: RawFigures, bench: Workbench): Pack['figures'] {
  for (const [name, { source }] of Object.entries(figures)) checkSource(source, ['figures', name], bench);
  const { bookPages, moveInPermitDays, migrationCertificateDays, reversalDays } = figures;
  return {
    bookPages: bookPages.value,
    moveInPermitDays: moveInPermitDays.value,
    migrationCertificateDays: migrationCertificateDays.value,
    reversalDays: reversalDays.value,
  };
}

function materialsOf(materials: RawMaterials): Map<string, NamedMaterial> {
  return new Map(
    Object.entries(materials).map(([id, { names, hint = null, verifiedBy = null }]) => [
      id,
      { names, hint, verifiedBy },
    ]),
  );
}

function documentsOf(documents: RawDocuments): Map<string, NamedDocument> {
  return new Map(
    Object.entries(documents).map(([id, { names, hint = null, form = null, copies = 1, stock: isStock = false }]) => [
      id,
      { names, hint, form, copies, isStock },
    ]),
  );
}
