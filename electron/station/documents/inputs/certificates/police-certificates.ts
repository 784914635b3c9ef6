import { formatZh } from '../../../../../shared/domain/plain-date.ts';
import type { Person } from '../../../../../shared/domain/records.ts';
import { fieldText, orNothing } from '../paper.ts';
import { word } from '../person-words.ts';
import { certificate, neededTexts } from './certificate.ts';

const childOf = ({ name, sex, bornOn, citizenId }: Person) => ({
  name,
  sex: word('sex', sex),
  birthWords: `${formatZh(bornOn)}出生`,
  citizenNumber: citizenId,
});

/** 被拐儿童身份证明, by the case of the police (公通字〔2016〕21号). */
export const abductedChildCertificate = certificate(({ paper, person, record }) => {
  const known = neededTexts(paper, ['caseNumber', 'occurredOn', 'occurredAt', 'finding', 'keeper']);
  if (!record || !known) return null;
  return {
    summary: record.body,
    fields: {
      person: childOf(person),
      rescue: {
        caseNumber: known.caseNumber,
        rescuedOn: known.occurredOn,
        rescuedAt: known.occurredAt,
        identification: known.finding,
        keeper: known.keeper,
      },
    },
  };
});

/** 捡拾弃婴（儿童）报案证明, by the report of whoever found the child. */
export const foundlingReportCertificate = certificate(({ paper, person, record }) => {
  const known = neededTexts(paper, ['applicantName', 'caseNumber', 'occurredOn', 'occurredAt', 'finding', 'basis']);
  if (!record || !known) return null;
  return {
    summary: record.body,
    fields: {
      person: childOf(person),
      report: {
        reportNumber: known.caseNumber,
        reportedOn: known.occurredOn,
        foundOn: known.occurredOn,
        foundAt: known.occurredAt,
        features: known.basis,
        inquiry: known.finding,
      },
    },
  };
});

/** 非正常死亡证明, by inquiry and examination. */
export const unnaturalDeathCertificate = certificate(({ paper, record }) => {
  const known = neededTexts(paper, ['occurredOn', 'occurredAt', 'finding', 'basis']);
  if (!record || !known) return null;
  return {
    summary: record.body,
    fields: {
      death: {
        diedOn: known.occurredOn,
        diedAt: known.occurredAt,
        cause: known.finding,
        caseNumber: orNothing(fieldText(paper, 'caseNumber')),
        basis: known.basis,
      },
    },
  };
});

/** 有无犯罪记录证明: the result of the query, and from which day on where not the whole time was asked for. */
export const criminalRecordCertificate = certificate(({ paper, record }) => {
  const known = neededTexts(paper, ['finding']);
  if (!record || !known) return null;
  const from = fieldText(paper, 'occurredOn');
  return {
    summary: record.body,
    fields: {
      periodWords: from ? `自${formatZh(from)}` : '全时段',
      periodTo: record.issuedOn,
      finding: known.finding.replace(/。$/, ''),
    },
  };
});
