import type { z } from 'zod';
import { findingsOf } from './issue-words.ts';
import { RawCommon, RawExamples, RawFacts, RawNames, RawPack, RawProcedure, RawQuestions } from './pack.ts';
import { type PackProblem, readYaml, type YamlFile } from './yaml-file.ts';

/** A file that has its shape: what it says and where it says it. */
export interface Sheet<T> {
  readonly file: YamlFile;
  readonly data: T;
}

/** Every file of a pack in its shape, conditions not yet read. */
export interface PackDraft {
  readonly pack: Sheet<RawPack>;
  readonly common: Sheet<RawCommon>;
  readonly facts: Sheet<RawFacts>;
  readonly questions: Sheet<RawQuestions>;
  readonly materials: Sheet<RawNames>;
  readonly documents: Sheet<RawNames>;
  readonly procedures: readonly Sheet<RawProcedure>[];
  readonly examples: readonly Sheet<RawExamples>[];
}

/** Reads every YAML file; what is no YAML is a problem. */
export function readFiles(files: Readonly<Record<string, string>>): { files: YamlFile[]; problems: PackProblem[] } {
  const read = Object.keys(files)
    .sort()
    .map((name) => readYaml(name, files[name] ?? ''));
  return { files: read.map((each) => each.file), problems: read.flatMap((each) => each.problems) };
}

const singleFiles = ['pack.yaml', 'common.yaml', 'facts.yaml', 'questions.yaml', 'materials.yaml', 'documents.yaml'];

/** Gives every file its shape; null and the problems when one has not. */
export function draftPack(files: readonly YamlFile[]): { draft: PackDraft | null; problems: PackProblem[] } {
  const problems: PackProblem[] = [];
  const byName = new Map(files.map((file) => [file.name, file]));
  function shape<T>(schema: z.ZodType<T>, file: YamlFile): Sheet<T> | null {
    const result = schema.safeParse(file.data);
    if (result.success) return { file, data: result.data };
    for (const finding of findingsOf(result.error.issues)) {
      const place = finding.path.map(String).join('.');
      problems.push({ file: file.name, line: file.lineOf(finding.path), message: `${place}: ${finding.message}` });
    }
    return null;
  }
  function single<T>(name: string, schema: z.ZodType<T>): Sheet<T> | null {
    const file = byName.get(name);
    if (file) return shape(schema, file);
    problems.push({ file: name, line: 0, message: 'the file is missing' });
    return null;
  }
  const inFolder = (folder: string): YamlFile[] => files.filter((file) => isInFolder(file.name, folder));
  const known = new Set(singleFiles);
  for (const file of files) {
    if (!known.has(file.name) && !['procedures', 'examples'].some((folder) => isInFolder(file.name, folder))) {
      problems.push({ file: file.name, line: 0, message: 'no such file belongs to a pack' });
    }
  }
  const pack = single('pack.yaml', RawPack);
  const common = single('common.yaml', RawCommon);
  const facts = single('facts.yaml', RawFacts);
  const questions = single('questions.yaml', RawQuestions);
  const materials = single('materials.yaml', RawNames);
  const documents = single('documents.yaml', RawNames);
  const procedures = inFolder('procedures').map((file) => shape(RawProcedure, file));
  const examples = inFolder('examples').map((file) => shape(RawExamples, file));
  if (!pack || !common || !facts || !questions || !materials || !documents || problems.length > 0) {
    return { draft: null, problems };
  }
  const draft = {
    pack,
    common,
    facts,
    questions,
    materials,
    documents,
    procedures: procedures.filter((each) => each !== null),
    examples: examples.filter((each) => each !== null),
  };
  return { draft, problems };
}

function isInFolder(name: string, folder: string): boolean {
  return name.startsWith(`${folder}/`) && name.endsWith('.yaml') && name.split('/').length === 2;
}
