import type { z } from 'zod';
import { Form } from '../domain/form.ts';
import { findingsOf, pathWords } from './issue-words.ts';
import {
  RawCommon,
  RawDocuments,
  RawExamples,
  RawFacts,
  RawMaterials,
  RawPack,
  RawProcedure,
  RawQuestions,
} from './pack.ts';
import { RawCalendar, RawCertificates, RawEntitlements } from './pack-tables.ts';
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
  readonly materials: Sheet<RawMaterials>;
  readonly documents: Sheet<RawDocuments>;
  readonly procedures: readonly Sheet<RawProcedure>[];
  readonly examples: readonly Sheet<RawExamples>[];
  /** New versions of printed papers; what their boxes stand on is checked where they are drawn. */
  readonly forms: readonly Sheet<Form>[];
  /** Files a pack may go without. */
  readonly calendar: Sheet<RawCalendar> | null;
  readonly entitlements: Sheet<RawEntitlements> | null;
  readonly certificates: Sheet<RawCertificates> | null;
}

/** Reads every YAML file; what is no YAML is a problem. */
export function readFiles(files: Readonly<Record<string, string>>): { files: YamlFile[]; problems: PackProblem[] } {
  const read = Object.keys(files)
    .sort()
    .map((name) => readYaml(name, files[name] ?? ''));
  return { files: read.map((each) => each.file), problems: read.flatMap((each) => each.problems) };
}

const singleFiles = ['pack.yaml', 'common.yaml', 'facts.yaml', 'questions.yaml', 'materials.yaml', 'documents.yaml'];

const optionalFiles = ['calendar.yaml', 'entitlements.yaml', 'certificates.yaml'];

const folders = ['procedures', 'examples', 'forms'];

function isInFolder(name: string, folder: string): boolean {
  return name.startsWith(`${folder}/`) && name.endsWith('.yaml') && name.split('/').length === 2;
}

function isPackFile(name: string): boolean {
  return [...singleFiles, ...optionalFiles].includes(name) || folders.some((folder) => isInFolder(name, folder));
}

/** Gives files their shape and keeps the problems of those that have not theirs. */
class ShapeDesk {
  readonly problems: PackProblem[] = [];
  readonly files: readonly YamlFile[];

  constructor(files: readonly YamlFile[]) {
    this.files = files;
    for (const { name } of files) {
      if (!isPackFile(name)) this.problems.push({ file: name, line: 0, message: 'no such file belongs to a pack' });
    }
  }

  shape<T>(schema: z.ZodType<T>, file: YamlFile): Sheet<T> | null {
    const result = schema.safeParse(file.data);
    if (result.success) return { file, data: result.data };
    for (const { path, message } of findingsOf(result.error.issues)) {
      const place = pathWords(path);
      const text = place === '' ? message : `${place}: ${message}`;
      this.problems.push({ file: file.name, line: file.lineOf(path), message: text });
    }
    return null;
  }

  single<T>(schema: z.ZodType<T>, name: string): Sheet<T> | null {
    const file = this.files.find((each) => each.name === name);
    if (file) return this.shape(schema, file);
    this.problems.push({ file: name, line: 0, message: 'the file is missing' });
    return null;
  }

  optional<T>(schema: z.ZodType<T>, name: string): Sheet<T> | null {
    const file = this.files.find((each) => each.name === name);
    return file ? this.shape(schema, file) : null;
  }

  folder<T>(schema: z.ZodType<T>, folder: string): Sheet<T>[] {
    return this.files.flatMap((file) => (isInFolder(file.name, folder) ? (this.shape(schema, file) ?? []) : []));
  }
}

/** Gives every file its shape; null and the problems when one has not. */
export function draftPack(files: readonly YamlFile[]): { draft: PackDraft | null; problems: PackProblem[] } {
  const desk = new ShapeDesk(files);
  const pack = desk.single(RawPack, 'pack.yaml');
  const common = desk.single(RawCommon, 'common.yaml');
  const facts = desk.single(RawFacts, 'facts.yaml');
  const questions = desk.single(RawQuestions, 'questions.yaml');
  const materials = desk.single(RawMaterials, 'materials.yaml');
  const documents = desk.single(RawDocuments, 'documents.yaml');
  const procedures = desk.folder(RawProcedure, 'procedures');
  const examples = desk.folder(RawExamples, 'examples');
  const forms = desk.folder(Form, 'forms');
  const tables = {
    calendar: desk.optional(RawCalendar, 'calendar.yaml'),
    entitlements: desk.optional(RawEntitlements, 'entitlements.yaml'),
    certificates: desk.optional(RawCertificates, 'certificates.yaml'),
  };
  const isWhole = pack && common && facts && questions && materials && documents && desk.problems.length === 0;
  const draft = isWhole
    ? { pack, common, facts, questions, materials, documents, procedures, examples, forms, ...tables }
    : null;
  return { draft, problems: desk.problems };
}
