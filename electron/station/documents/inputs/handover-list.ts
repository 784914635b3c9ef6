import type { FormInput } from '../../../../shared/domain/form.ts';
import { todayIn } from '../../../../shared/domain/plain-date.ts';
import { listDocuments } from '../../store/documents.ts';
import { countyPolice, stationInFull } from './authority.ts';
import { caseNumberOf, orNothing, type Paper, type PaperInput, procedureName } from './paper.ts';

/** Files on one sheet. */
const filesPerSheet = 18;

/** A file that changes hands. */
export interface HandedFile {
  readonly fileNumber: string;
  readonly title: string;
  readonly person?: string;
  readonly closedOn?: string;
  readonly pages: number;
}

/** Who hands over to whom. */
export interface Handover {
  readonly listNumber: string;
  readonly handingUnit: string;
  readonly receivingUnit: string;
  readonly handedOn: string;
}

const sum = (files: readonly HandedFile[]): { files: number; pages: number } => ({
  files: files.length,
  pages: files.reduce((pages, file) => pages + file.pages, 0),
});

/** The sheets of a 移交清单, eighteen files each; the last one has the sums of all (N21 §13). */
export function handoverSheets(handover: Handover, files: readonly HandedFile[]): FormInput[] {
  const sheetCount = Math.ceil(files.length / filesPerSheet);
  return Array.from({ length: sheetCount }, (_, index) => {
    const start = index * filesPerSheet;
    const own = files.slice(start, start + filesPerSheet);
    return {
      ...handover,
      sheetNumber: index + 1,
      sheetCount,
      files: own.map((file, place) => ({ number: start + place + 1, ...file })),
      sheet: sum(own),
      total: index + 1 === sheetCount ? sum(files) : undefined,
    };
  });
}

/** Photographs of the materials, and every paper once, printed or not. */
const pagesOf = ({ program, open }: Paper): number =>
  open.draft.materials.flatMap(({ attachmentIds }) => attachmentIds).length +
  listDocuments(program.database, open.stored.caseId).length;

/** 移交清单 of the case's own file. */
export const handoverList: PaperInput = (paper) => {
  const { program, open } = paper;
  const { acceptanceNumber, state, changedAt } = open.stored;
  if (acceptanceNumber === null) return null;
  const handover = {
    listNumber: caseNumberOf(paper),
    handingUnit: stationInFull(program),
    receivingUnit: countyPolice(program),
    handedOn: program.today(),
  };
  const file = {
    fileNumber: acceptanceNumber,
    title: procedureName(paper),
    person: orNothing(open.draft.people[0]?.name),
    closedOn: state === 'closed' ? todayIn(changedAt) : undefined,
    pages: pagesOf(paper),
  };
  return handoverSheets(handover, [file])[0] ?? null;
};
