import type { Residence } from '../../../../shared/domain/residence-records.ts';
import type { RegisterEffect } from '../../../../shared/policy/procedure-conduct.ts';
import { findAddress } from '../../store/addresses.ts';
import { stationInFull } from './authority.ts';
import {
  caseNumberOf,
  officerName,
  type Paper,
  type PaperInput,
  personOfPaper,
  recordOfPaper,
  registeredOn,
  stationPhone,
} from './paper.ts';
import { identityOf, registeredAddress, word } from './person-words.ts';
import { purposeWords } from './residence-words.ts';

const kinds: Partial<Readonly<Record<RegisterEffect, string>>> = {
  'change-residence': '变更登记',
  'change-permit': '变更登记',
  'cancel-permit': '居住证注销',
};

/** What the case did to the registration; one that ended was cancelled, whatever else the case did. */
function kindOf({ pack, open }: Paper, { endedOn }: Residence): string {
  const effect = pack.procedures.get(open.draft.procedure)?.effect;
  if (endedOn !== null) return '注销登记';
  return (effect && kinds[effect]) ?? '新登记';
}

/** 居住登记凭证, handed out at once (N21 §60); of a registration that ended it says so. */
export const residenceReceipt: PaperInput = (paper) => {
  const { database } = paper.program;
  const residence = recordOfPaper(paper, 'residence');
  const person = personOfPaper(paper);
  const address = residence && findAddress(database, residence.addressId)?.data;
  if (!residence || !person || !address) return null;
  const { name, sex, citizenNumber } = identityOf(person);
  return {
    certificateNumber: caseNumberOf(paper),
    kind: kindOf(paper, residence),
    holder: {
      ...{ name, sex, citizenNumber },
      ethnicity: word('ethnicity', person.ethnicity),
      hukouAddress: registeredAddress(database, person),
    },
    residence: {
      address: address.fullName,
      reason: purposeWords[residence.purpose],
      since: residence.firstRegisteredOn,
      until: residence.endedOn ?? undefined,
    },
    station: stationInFull(paper.program),
    officer: officerName(paper),
    issuedOn: registeredOn(paper),
    phone: stationPhone,
  };
};
