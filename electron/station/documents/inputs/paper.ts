import type { DraftPerson } from '../../../../shared/contract/draft.ts';
import type { Route } from '../../../../shared/contract/verdict.ts';
import { divisionPath } from '../../../../shared/domain/divisions.ts';
import type { RegisterEvent } from '../../../../shared/domain/events.ts';
import type { FormInput } from '../../../../shared/domain/form.ts';
import type { Person } from '../../../../shared/domain/records.ts';
import type { RecordKind, RecordOf } from '../../../../shared/domain/register-records.ts';
import type { Pack } from '../../../../shared/policy/policy-pack.ts';
import type { OpenCase } from '../../cases/read-draft.ts';
import type { Program } from '../../program.ts';
import { findAddress } from '../../store/addresses.ts';
import { listApprovals, listCaseActs, type StoredApproval } from '../../store/case-acts.ts';
import { listDocuments, type StoredDocument } from '../../store/documents.ts';
import { findEvent } from '../../store/events.ts';
import { getOperator } from '../../store/operators.ts';
import { findPerson, findPersonByNumber } from '../../store/persons.ts';
import { registerView } from '../../store/register-view.ts';
import { citedArticle } from '../citations.ts';

/** What a paper's words are made from. */
export interface Paper {
  readonly program: Program;
  /** The pack the case is judged by. */
  readonly pack: Pack;
  readonly open: OpenCase;
  readonly document: StoredDocument;
  readonly route: Route | null;
}

/** Makes the input of one form; null when what it proves is not there yet. */
export type PaperInput = (paper: Paper) => FormInput | null;

/** Telephone of the station for questions; stations enter theirs in the settings later. */
export const stationPhone = '见窗口公示';
/** When its window is open, likewise. */
export const stationHours = stationPhone;

/** Leaves out what is empty, so that nothing is printed for it. */
export const orNothing = (text: string | null | undefined): string | undefined => (text ? text : undefined);

/** The procedure's Chinese name. */
export function procedureName({ pack, open }: Paper): string {
  return pack.procedures.get(open.draft.procedure)?.names.zh ?? open.draft.procedure;
}

/** A material's Chinese name. */
export function materialName(pack: Pack, id: string): string {
  return pack.materials.get(id)?.names.zh ?? id;
}

/** Name of the officer who accepted or, before that, began the case. */
export function officerName({ program, open }: Paper): string {
  return getOperator(program.database, open.stored.acceptedBy ?? open.stored.startedBy).name;
}

/** What the case did to the register; null before, and where it did nothing. */
export function caseEvent({ program, open }: Paper): RegisterEvent | null {
  const { eventId } = open.stored;
  return eventId === null ? null : (findEvent(program.database, eventId)?.event ?? null);
}

/** The day the case was registered on; today while it is not. */
export function registeredOn(paper: Paper): string {
  return caseEvent(paper)?.facts.registeredOn ?? paper.program.today();
}

/** The record the paper stands for, of that kind; null where it names none. */
export function recordOfPaper<K extends RecordKind>({ program, document }: Paper, kind: K): RecordOf<K> | null {
  const { recordId } = document;
  return recordId === null ? null : (registerView(program.database).find(kind, recordId)?.data ?? null);
}

/** Whom the paper is about: the person it names, the one the case was started from, or the applicant; null where the register has none. */
export function personOfPaper({ program, document, open }: Paper): Person | null {
  const { subject, people } = open.draft;
  const [applicant] = people;
  const personId = document.personId ?? (subject.kind === 'person' ? subject.id : applicant?.personId);
  const known = personId ? findPerson(program.database, personId) : null;
  return (known ?? findPersonByNumber(program.database, applicant?.citizenId ?? ''))?.data ?? null;
}

/** What was entered for a field of the procedure's page, as text; empty where nothing was. */
export function fieldText({ open }: Paper, key: string): string {
  const value = open.draft.fields[key];
  return typeof value === 'string' ? value.trim() : '';
}

/**
 * `220403-2026-000123-04`: the acceptance number and the paper's place among the case's papers, which only ever grow. A number for papers that
 * no record of the register numbers; before acceptance the end of the paper's own id.
 */
export function caseNumberOf({ program, open, document }: Paper): string {
  const { acceptanceNumber, caseId } = open.stored;
  if (acceptanceNumber === null) return document.documentId.slice(-12).toUpperCase();
  const place = listDocuments(program.database, caseId).findIndex(
    ({ documentId }) => documentId === document.documentId,
  );
  return `${acceptanceNumber}-${String(place + 1).padStart(2, '0')}`;
}

/** Names of those who agreed to the case, the last level's last; empty before. */
export function approverName({ program, open }: Paper): string {
  const decided = listApprovals(program.database, open.stored.caseId).filter(({ decidedAt }) => decidedAt !== null);
  return decided.at(-1)?.decidedBy ?? '';
}

/** What a level wrote when it agreed, 同意 where it wrote nothing; nothing while it has not agreed. */
export function opinionOf({ program, open }: Paper, level: StoredApproval['level']): string | undefined {
  const { caseId } = open.stored;
  const decided = listApprovals(program.database, caseId).filter(({ decidedAt }) => decidedAt !== null);
  const place = decided.findIndex((approval) => approval.level === level);
  if (place < 0) return undefined;
  const consents = listCaseActs(program.database, caseId).filter(({ act }) => act === 'approved');
  return consents.at(place - decided.length)?.note || '同意';
}

/** Where somebody who is to move in is registered now, as entered; the division where no more is known. */
export function formerAddressOf({ hukouAddress, hukouDivision }: DraftPerson): string {
  return hukouAddress || (hukouDivision && divisionPath(hukouDivision, 'zh'));
}

/** Full words of the target address, empty while none is picked. */
export function targetAddress({ program, open }: Paper): string {
  const { addressId } = open.draft.target;
  return addressId ? (findAddress(program.database, addressId)?.data.fullName ?? '') : '';
}

const stateWords = { paper: '原件', verified: '共享核验', promised: '告知承诺', missing: '缺少' } as const;

/** Materials at hand, with how they were taken. */
export function materialsAtHand({ pack, open }: Paper): { name: string; state: string; note: string | undefined }[] {
  return open.draft.materials
    .filter(({ state }) => state !== 'missing')
    .map(({ materialId, state, note }) => ({
      name: materialName(pack, materialId),
      state: stateWords[state],
      note: orNothing(note),
    }));
}

/** The legal paragraph behind the whole procedure, as papers cite it. */
export function procedureBasis(paper: Paper): string {
  const source = paper.route?.reasons[0]?.source;
  return source ? citedArticle(paper.pack, source) : '《辽源市进一步推进户籍制度改革的意见》';
}
