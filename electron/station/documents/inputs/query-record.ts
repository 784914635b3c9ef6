import type { FormInput } from '../../../../shared/domain/form.ts';
import { listCaseActs } from '../../store/case-acts.ts';
import { stationInFull } from './authority.ts';
import {
  approverName,
  caseNumberOf,
  fieldText,
  officerName,
  orNothing,
  type Paper,
  type PaperInput,
  personOfPaper,
} from './paper.ts';
import { countName } from './same-name-count.ts';

/** Left to be filled in by hand. */
const blank = '　';

const text = (paper: Paper, key: string): string | undefined => orNothing(fieldText(paper, key));

/** One looks up the own record (N21 §91). */
function ownQuery(paper: Paper): FormInput | null {
  const person = personOfPaper(paper);
  if (!person) return null;
  const { name, citizenId: citizenNumber } = person;
  return {
    kind: '本人查询',
    inquirer: { name, citizenNumber, phone: orNothing(paper.open.draft.people[0]?.phone) },
    purpose: paper.open.draft.note || '查询本人户口登记历史信息',
    consent: '本人查询',
    subjects: [{ name, citizenNumber, scope: '户口登记历史信息', result: '提供书面结果一份' }],
  };
}

/** Only the number of namesakes is told (N21 §92). */
function nameQuery(paper: Paper): FormInput {
  const name = fieldText(paper, 'soughtName');
  const count = countName(paper.program.database, name);
  return {
    kind: '重名查询',
    inquirer: { name: text(paper, 'inquirerName') ?? blank, citizenNumber: text(paper, 'inquirerNumber') ?? blank },
    purpose: text(paper, 'purpose') ?? '取名参考',
    subjects: [{ name, scope: '同名人数', result: `告知同名人数${count}人` }],
  };
}

/** A court or another authority asks, with document and credentials (N21 §89). */
function officialQuery(paper: Paper): FormInput {
  return {
    kind: '公务查询',
    inquirer: {
      name: text(paper, 'inquirerName') ?? blank,
      citizenNumber: text(paper, 'inquirerNumber') ?? blank,
      unit: text(paper, 'inquirerUnit'),
      credentials: text(paper, 'credentials'),
      phone: text(paper, 'inquirerPhone'),
    },
    inquirer2: { name: text(paper, 'secondName'), credentials: text(paper, 'secondCredentials') },
    document: text(paper, 'document'),
    purpose: text(paper, 'purpose') ?? blank,
    subjects: [
      {
        name: text(paper, 'subjectName') ?? blank,
        citizenNumber: text(paper, 'subjectNumber'),
        scope: text(paper, 'scope') ?? blank,
        result: text(paper, 'result') ?? blank,
      },
    ],
  };
}

function queryOf(paper: Paper): FormInput | null {
  if (paper.open.draft.subject.kind === 'person') return ownQuery(paper);
  return fieldText(paper, 'soughtName') ? nameQuery(paper) : officialQuery(paper);
}

/** 人口信息查询登记表: who looked up what, for what, by whose leave (N21 §89–94). */
export const queryRecord: PaperInput = (paper) => {
  const { program, open } = paper;
  const query = queryOf(paper);
  const done = listCaseActs(program.database, open.stored.caseId).findLast(({ act }) => act === 'registered');
  return (
    query && {
      ...query,
      queryNumber: caseNumberOf(paper),
      approver: orNothing(approverName(paper)),
      officer: officerName(paper),
      queriedAt: done?.at ?? program.now(),
      station: stationInFull(program),
    }
  );
};
