import type { DraftPerson } from '../../../../shared/contract/draft.ts';
import { codeName } from '../../../../shared/domain/codes.ts';
import { divisionPath } from '../../../../shared/domain/divisions.ts';
import type { FormInput } from '../../../../shared/domain/form.ts';
import { type MigrationPaper, migrationPaperLimit } from '../../../../shared/domain/paper-records.ts';
import { addDays, todayIn } from '../../../../shared/domain/plain-date.ts';
import type { Address } from '../../../../shared/domain/records.ts';
import { findAddress } from '../../store/addresses.ts';
import { listApprovals } from '../../store/case-acts.ts';
import { listDocuments } from '../../store/documents.ts';
import { countyPolice, stationInFull, stationOfCode } from './authority.ts';
import { holdersOf } from './migration-certificate.ts';
import {
  formerAddressOf,
  officerName,
  orNothing,
  type Paper,
  type PaperInput,
  procedureName,
  recordOfPaper,
} from './paper.ts';

const relationWords = { spouse: '配偶', child: '子女', parent: '父母', other: '其他', '': '本人' } as const;

/** Who moves across provinces with the applicant: members of the family who live in this province need no permit. */
export function listPermitMovers(people: readonly DraftPerson[], destinationDivision: string): DraftPerson[] {
  return people.filter(({ hukouDivision }) => hukouDivision.slice(0, 2) !== destinationDivision.slice(0, 2));
}

/** How many permits the movers need: four persons to each. */
export const countPermitSheets = (movers: readonly DraftPerson[]): number =>
  Math.ceil(movers.length / migrationPaperLimit);

interface Sheet {
  readonly number: number;
  readonly count: number;
  readonly movers: readonly DraftPerson[];
}

/** Which of the case's permits the paper is, and who stands on it. */
function sheetOf({ program, open, document }: Paper, division: string): Sheet {
  const movers = listPermitMovers(open.draft.people, division);
  const papers = listDocuments(program.database, open.stored.caseId).filter(({ form }) => form === document.form);
  const place = Math.max(
    0,
    papers.findIndex(({ documentId }) => documentId === document.documentId),
  );
  const start = place * migrationPaperLimit;
  return {
    number: place + 1,
    count: countPermitSheets(movers),
    movers: movers.slice(start, start + migrationPaperLimit),
  };
}

const moverOf = (person: DraftPerson): FormInput => ({
  relation: relationWords[person.relationToApplicant],
  name: person.name,
  sex: codeName('sex', person.sex, 'zh'),
  birthDate: person.bornOn,
  citizenNumber: person.citizenId,
});

/** The day of the last decision: the permit is issued with it. */
function approvedOn({ program, open }: Paper): string | null {
  const approvals = listApprovals(program.database, open.stored.caseId);
  const decided = approvals.at(-1)?.decidedAt ?? null;
  return decided === null ? null : todayIn(decided);
}

function permitOfCase(paper: Paper, applicant: DraftPerson, address: Address, issuedOn: string): FormInput {
  const { program, open } = paper;
  const { number, count, movers } = sheetOf(paper, address.division);
  return {
    certificateNumber: count > 1 ? `${open.stored.acceptanceNumber}-${number}` : open.stored.acceptanceNumber,
    sheetNumber: number,
    sheetCount: count,
    applicant: {
      name: applicant.name,
      citizenNumber: applicant.citizenId,
      phone: orNothing(applicant.phone),
      address: formerAddressOf(applicant),
    },
    movers: movers.map(moverOf),
    origin: {
      division: divisionPath(applicant.hukouDivision, 'zh'),
      address: formerAddressOf(applicant),
      station: '户口所在地户口登记机关',
    },
    destination: {
      division: divisionPath(address.division, 'zh'),
      address: address.fullName,
      station: stationInFull(program),
    },
    reason: procedureName(paper),
    issuer: countyPolice(program),
    officer: officerName(paper),
    issuedOn,
    validUntil: addDays(issuedOn, paper.pack.figures.moveInPermitDays),
    note: movers.length > 1 ? `共迁移${movers.length}人` : undefined,
  };
}

/** One that was issued again, from its record. */
function permitOfRecord(paper: Paper, record: MigrationPaper): FormInput | null {
  const { database } = paper.program;
  const [holder] = record.holders;
  if (!holder) return null;
  const station = stationOfCode(record.stationCode);
  return {
    certificateNumber: record.number,
    applicant: { name: holder.name, citizenNumber: holder.citizenId, address: record.fromAddress },
    movers: holdersOf(database, record).map(({ row }) => row),
    origin: {
      division: record.fromAddress,
      address: record.fromAddress,
      station: record.otherAuthority || '户口所在地户口登记机关',
    },
    destination: { division: divisionOf(paper, record.toAddress), address: record.toAddress, station },
    reason: record.reason,
    issuer: countyPolice(paper.program),
    officer: officerName(paper),
    issuedOn: record.issuedOn,
    validUntil: record.validUntil,
  };
}

const divisionOf = ({ program }: Paper, address: string): string => {
  const area = divisionPath(`${program.stationCode.slice(0, 4)}00`, 'zh');
  return address.startsWith(area) ? area : address;
};

/** 准予迁入证明 in three parts: of a settlement from another province once it is approved (N21 §43), or of a record issued again. */
export const moveInPermit: PaperInput = (paper) => {
  const record = recordOfPaper(paper, 'migration-paper');
  if (record) return permitOfRecord(paper, record);
  const { draft, stored } = paper.open;
  const [applicant] = draft.people;
  const address = findAddress(paper.program.database, draft.target.addressId)?.data;
  const issuedOn = approvedOn(paper);
  if (!applicant || !address || issuedOn === null || stored.acceptanceNumber === null) return null;
  return permitOfCase(paper, applicant, address, issuedOn);
};
