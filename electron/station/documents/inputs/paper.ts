import type { Route } from '../../../../shared/contract/verdict.ts';
import type { FormInput } from '../../../../shared/domain/form.ts';
import type { OpenCase } from '../../cases/read-draft.ts';
import type { Program } from '../../program.ts';
import { findAddress } from '../../store/addresses.ts';
import type { StoredDocument } from '../../store/documents.ts';
import { getOperator } from '../../store/operators.ts';
import { citedArticle } from '../citations.ts';

/** What a paper's words are made from. */
export interface Paper {
  readonly program: Program;
  readonly open: OpenCase;
  readonly document: StoredDocument;
  readonly route: Route | null;
}

/** Makes the input of one form; null when what it proves is not there yet. */
export type PaperInput = (paper: Paper) => FormInput | null;

/** Telephone of the station for questions; stations enter theirs in the settings later. */
export const stationPhone = '见窗口公示';

/** Leaves out what is empty, so that nothing is printed for it. */
export const orNothing = (text: string | null | undefined): string | undefined => (text ? text : undefined);

/** The procedure's Chinese name. */
export function procedureName({ program, open }: Paper): string {
  return program.pack.procedures.get(open.draft.procedure)?.names.zh ?? open.draft.procedure;
}

/** A material's Chinese name. */
export function materialName(program: Program, id: string): string {
  return program.pack.materials.get(id)?.names.zh ?? id;
}

/** Name of the officer who accepted or, before that, began the case. */
export function officerName({ program, open }: Paper): string {
  return getOperator(program.database, open.stored.acceptedBy ?? open.stored.startedBy).name;
}

/** Full words of the target address, empty while none is picked. */
export function targetAddress({ program, open }: Paper): string {
  const { addressId } = open.draft.target;
  return addressId ? (findAddress(program.database, addressId)?.data.fullName ?? '') : '';
}

const stateWords = { paper: '原件', verified: '共享核验', promised: '告知承诺', missing: '缺少' } as const;

/** Materials at hand, with how they were taken. */
export function materialsAtHand({ program, open }: Paper): { name: string; state: string; note: string | undefined }[] {
  return open.draft.materials
    .filter(({ state }) => state !== 'missing')
    .map(({ materialId, state, note }) => ({
      name: materialName(program, materialId),
      state: stateWords[state],
      note: orNothing(note),
    }));
}

/** The legal paragraph behind the whole procedure, as papers cite it. */
export function procedureBasis(paper: Paper): string {
  const source = paper.route?.reasons[0]?.source;
  return source ? citedArticle(paper.program, source) : '《辽源市进一步推进户籍制度改革的意见》';
}
