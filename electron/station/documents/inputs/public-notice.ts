import { maskCitizenNumber } from '../../../../shared/domain/citizen-number.ts';
import { maskName } from '../../../../shared/domain/masking.ts';
import { addDays, isRealDay } from '../../../../shared/domain/plain-date.ts';
import type { Person } from '../../../../shared/domain/records.ts';
import type { RegisterEffect } from '../../../../shared/policy/procedure-conduct.ts';
import { findHousehold, listMembers } from '../../store/households.ts';
import { findPerson } from '../../store/persons.ts';
import { stationInFull } from './authority.ts';
import { caseNumberOf, type Paper, type PaperInput, procedureBasis, procedureName, stationPhone } from './paper.ts';
import { registeredAddress } from './person-words.ts';

/** N21 §33 and §46 name no days: a planning default, the same as the rules of the pack ask for. */
const noticeDays = 30;

interface Matter {
  readonly addressee: (shownName: string) => string;
  readonly findings: string;
  readonly intended: string;
}

const matters: Partial<Readonly<Record<RegisterEffect, Matter>>> = {
  'cancel-person': {
    addressee: (name) => `${name}的近亲属和有关人员`,
    findings: '经调查核实，下列人员已经死亡，至今没有人申报死亡登记。',
    intended: '公示期满无人申报或者提出异议的，注销其户口。',
  },
  'move-within': {
    addressee: (name) => `${name}户人员`,
    findings: '下列人员户口所在房屋的所有权已经转移给他人，户口没有迁出。',
    intended: '公示期满没有办理户口迁移或者提出异议的，将其户口迁移至可以落户的地址或者社区集体户。',
  },
};

/** The persons the notice names: who is entered, the subject, or everybody of the household. */
function personsOf({ program, open }: Paper): Person[] {
  const { database } = program;
  const { subject, people } = open.draft;
  const entered = people.flatMap(({ personId }) => findPerson(database, personId)?.data ?? []);
  if (entered.length > 0 || subject.kind !== 'household') return entered;
  const household = findHousehold(database, subject.id);
  return household ? listMembers(database, household.id).map(({ person }) => person.data) : [];
}

/** The day it was put up, where the case says one; today while it is only about to be. */
function postedOn({ program, open }: Paper): string {
  const served = open.draft.answers['notice.servedOn'];
  return typeof served === 'string' && isRealDay(served) ? served : program.today();
}

/** 公示告知书 before a cancellation or a move that nobody asked for; names and numbers are masked, as it hangs in public (PIPL §51). */
export const publicNotice: PaperInput = (paper) => {
  const procedure = paper.pack.procedures.get(paper.open.draft.procedure);
  const matter = procedure && matters[procedure.effect];
  const persons = personsOf(paper);
  const [first] = persons;
  if (!matter || !first) return null;
  const noticeFrom = postedOn(paper);
  return {
    noticeNumber: caseNumberOf(paper),
    procedure: procedureName(paper),
    addressee: matter.addressee(maskName(first.name)),
    findings: matter.findings,
    intended: matter.intended,
    basis: procedureBasis(paper),
    persons: persons.map((person) => ({
      nameMasked: maskName(person.name),
      numberMasked: maskCitizenNumber(person.citizenId),
      address: registeredAddress(paper.program.database, person),
    })),
    noticeFrom,
    noticeUntil: addDays(noticeFrom, noticeDays),
    postedAt: '户籍窗口、社区（村）公告栏',
    station: stationInFull(paper.program),
    phone: stationPhone,
    noticedOn: noticeFrom,
  };
};
