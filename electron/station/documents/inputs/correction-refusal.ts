import type { PageField } from '../../../../shared/contract/procedure.ts';
import { codeName, codeTableNames } from '../../../../shared/domain/codes.ts';
import type { FormInput } from '../../../../shared/domain/form.ts';
import { todayIn } from '../../../../shared/domain/plain-date.ts';
import type { Person } from '../../../../shared/domain/records.ts';
import { pageOf } from '../../cases/procedure-page.ts';
import { listCaseActs } from '../../store/case-acts.ts';
import { citedArticle } from '../citations.ts';
import { stationInFull } from './authority.ts';
import { itemName, itemWords } from './card-items.ts';
import { court, reviewOrgan } from './ineligible-notice.ts';
import {
  caseNumberOf,
  fieldText,
  type Paper,
  type PaperInput,
  personOfPaper,
  procedureBasis,
  stationPhone,
} from './paper.ts';

const empty = '（空白）';

/** What stands on no card is told by its options and codes. */
function valueWords(field: PageField, value: string): string {
  const option = field.options.find((each) => each.value === value);
  if (option) return option.names.zh;
  const table = codeTableNames.find((each) => field.kind === `code:${each}`);
  return table ? codeName(table, value, 'zh') : value;
}

interface Wish {
  readonly item: string;
  readonly before: string;
  readonly after: string;
}

/** The items that were asked for, with what is registered now. */
function listWishes(paper: Paper, person: Person): Wish[] {
  const procedure = paper.pack.procedures.get(paper.open.draft.procedure);
  if (procedure?.effect !== 'change-item') return [];
  return pageOf(procedure).fields.flatMap((field) => {
    const value = fieldText(paper, field.key);
    const item = itemName(field.key);
    if (!value || item === null) return [];
    const before = itemWords(field.key, person[field.key as keyof Person]) ?? empty;
    return [{ item, before, after: itemWords(field.key, value) ?? valueWords(field, value) }];
  });
}

/** What the chief wrote; empty while the case is not refused. */
function refusalNote({ program, open }: Paper): string {
  if (open.stored.state !== 'refused') return '';
  return listCaseActs(program.database, open.stored.caseId).findLast(({ act }) => act === 'refused')?.note ?? '';
}

function reasonsOf(paper: Paper, note: string): FormInput[] {
  const failing = (paper.route?.reasons ?? []).filter(({ holds }) => holds === false);
  const rules = failing.map(({ text, source }) => ({ text: text.zh, basis: citedArticle(paper.pack, source) }));
  return note ? [{ text: note, basis: procedureBasis(paper) }, ...rules] : rules;
}

/** 不予更正告知书: opinion and reasons in writing (N21 §57), with the remedies; null while nothing speaks against the correction. */
export const correctionRefusal: PaperInput = (paper) => {
  const { open, program } = paper;
  const person = personOfPaper(paper);
  const [applicant] = open.draft.people;
  const wishes = person ? listWishes(paper, person) : [];
  const note = refusalNote(paper);
  const reasons = reasonsOf(paper, note);
  if (!person || !applicant?.name || wishes.length === 0 || reasons.length === 0) return null;
  const joined = (of: keyof Wish): string => wishes.map((wish) => wish[of]).join('；');
  return {
    noticeNumber: caseNumberOf(paper),
    acceptanceNumber: open.stored.acceptanceNumber,
    applicant: { name: applicant.name, citizenNumber: applicant.citizenId },
    appliedOn: todayIn(open.stored.acceptedAt ?? open.stored.changedAt),
    change: { item: joined('item'), before: joined('before'), after: joined('after') },
    findings: '所交材料和登记资料不能证明现登记内容有误或者应当变更。',
    reasons,
    reviewOrgan,
    court,
    station: stationInFull(program),
    phone: stationPhone,
    noticedOn: program.today(),
  };
};
