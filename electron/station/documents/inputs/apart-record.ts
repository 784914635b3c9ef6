import type { Person } from '../../../../shared/domain/records.ts';
import { findAddress } from '../../store/addresses.ts';
import { stationInFull, stationOfCode } from './authority.ts';
import {
  fieldText,
  officerName,
  orNothing,
  type Paper,
  type PaperInput,
  personOfPaper,
  registeredOn,
} from './paper.ts';
import { identityOf, lastPlaceOf, type Place } from './person-words.ts';

/** Where they live: as the register has it now; nothing elsewhere means at the registered address again. */
function residenceOf(paper: Paper, person: Person, { address }: Place) {
  const livesAt = findAddress(paper.program.database, fieldText(paper, 'livesAtId'))?.data;
  return {
    address: person.otherAddress ?? address.fullName,
    since: fieldText(paper, 'since') || registeredOn(paper),
    station: livesAt?.stationCode ? stationOfCode(livesAt.stationCode) : undefined,
  };
}

/** 人户分离登记表 (article 6: one is registered where one lives; who lives elsewhere is noted). */
export const apartRecord: PaperInput = (paper) => {
  const person = personOfPaper(paper);
  const place = person && lastPlaceOf(paper.program.database, person.personId);
  const { acceptanceNumber } = paper.open.stored;
  if (!person || !place || acceptanceNumber === null) return null;
  const isBack = person.otherAddress === null;
  return {
    acceptanceNumber,
    applicant: {
      ...identityOf(person),
      phone: orNothing(person.phone),
      workplace: orNothing(person.workplace),
      hukouAddress: place.address.fullName,
    },
    householdNumber: place.household.number,
    headName: place.head?.name,
    residence: residenceOf(paper, person, place),
    reason: paper.open.draft.note || (isBack ? '已回户口所在地居住，注销人户分离登记' : '实际居住地与户口所在地不一致'),
    station: stationInFull(paper.program),
    officer: officerName(paper),
    registeredOn: registeredOn(paper),
  };
};
