import { readCitizenNumber } from '../../../../shared/domain/citizen-number.ts';
import { isKnownArea } from '../../../../shared/domain/divisions.ts';
import type { MigrationPaper, PaperHolder } from '../../../../shared/domain/paper-records.ts';
import type { Address, Person } from '../../../../shared/domain/records.ts';
import { headRelation } from '../../../../shared/domain/relations.ts';
import type { Database } from '../../store/database.ts';
import { findPerson } from '../../store/persons.ts';
import { stationOfCode } from './authority.ts';
import { fieldText, officerName, orNothing, type PaperInput, recordOfPaper } from './paper.ts';
import { identityOf, lastPlaceOf, word } from './person-words.ts';
import { relationWords } from './relation-words.ts';

const urbanRuralWords: Readonly<Record<Address['urbanRural'], string>> = { urban: '城区', town: '镇区', rural: '乡村' };

/** Someone whom this register does not hold: the number tells sex and birth. */
function identityByNumber({ name, citizenId }: PaperHolder) {
  const { sex, birthDate } = readCitizenNumber(citizenId, { today: '9999-12-31', isKnownArea });
  return { name, sex: word('sex', sex), birthDate: birthDate ?? undefined, citizenNumber: citizenId };
}

function findHolder(database: Database, { personId }: PaperHolder): Person | null {
  return personId === null ? null : (findPerson(database, personId)?.data ?? null);
}

/** The persons of a migration paper as its table lists them, the first one as 本人. */
export function holdersOf(database: Database, paper: MigrationPaper) {
  const [first] = paper.holders;
  const head = first ? findHolder(database, first) : null;
  return paper.holders.map((holder) => {
    const person = findHolder(database, holder);
    const shown = person ?? { adoptionIsSecret: false };
    const relation = holder.relation === headRelation ? '本人' : relationWords(holder.relation, shown, head);
    return {
      person,
      row: { relation, ...(person ? identityOf(person) : identityByNumber(holder)), name: holder.name },
    };
  });
}

const particularsOf = (person: Person | null) => ({
  formerName: orNothing(person?.formerName),
  ethnicity: word('ethnicity', person?.ethnicity ?? null) ?? '——',
  birthplace: orNothing(person?.birthplace),
  nativePlace: orNothing(person?.nativePlace),
  education: word('education', person?.education ?? null),
  maritalStatus: word('marital', person?.maritalStatus ?? null),
  occupation: orNothing(person?.occupation),
});

/** 户口迁移证 from its record: issued by the station, in force for at most thirty days (M94). */
export const migrationCertificate: PaperInput = (paper) => {
  const { database } = paper.program;
  const record = recordOfPaper(paper, 'migration-paper');
  const [holder] = record?.holders ?? [];
  if (!record || !holder) return null;
  const place = holder.personId === null ? null : lastPlaceOf(database, holder.personId);
  const permitNumber = fieldText(paper, 'permitNumber');
  return {
    certificateNumber: record.number,
    printYear: String(record.printYear),
    holder: { name: holder.name, citizenNumber: holder.citizenId },
    origin: { address: record.fromAddress, urbanRural: place ? urbanRuralWords[place.address.urbanRural] : undefined },
    destination: { address: record.toAddress },
    issuer: stationOfCode(record.stationCode),
    officer: officerName(paper),
    issuedOn: record.issuedOn,
    validUntil: record.validUntil,
    note: permitNumber ? `准予迁入证明编号 ${permitNumber}` : undefined,
    movers: holdersOf(database, record).map(({ person, row }) => ({
      ...row,
      ...particularsOf(person),
      reason: record.reason,
    })),
  };
};
