import { permitStateOn } from '../../../../shared/domain/permit-function.ts';
import { findAddress } from '../../store/addresses.ts';
import { photoOf } from '../../store/photos.ts';
import { registerView } from '../../store/register-view.ts';
import { countyPolice } from './authority.ts';
import { type PaperInput, personOfPaper, recordOfPaper, stationPhone } from './paper.ts';
import { identityOf, registeredAddress, word } from './person-words.ts';

/** 居住证 as a paper: the ten items of D663 §4, signed by the police of county level. */
export const residencePermit: PaperInput = (paper) => {
  const { database } = paper.program;
  const permit = recordOfPaper(paper, 'permit');
  const person = personOfPaper(paper);
  const residence = permit && registerView(database).find('residence', permit.residenceId)?.data;
  const address = residence && findAddress(database, residence.addressId)?.data;
  if (!permit || !person || !address) return null;
  return {
    permitNumber: permit.number,
    holder: {
      ...identityOf(person),
      ethnicity: word('ethnicity', person.ethnicity),
      hukouAddress: registeredAddress(database, person),
      photo: photoOf(database, person),
    },
    residence: { address: address.fullName },
    issuer: countyPolice(paper.program),
    issuedOn: permit.issuedOn,
    endorseBy: permitStateOn(permit, permit.issuedOn).coveredUntil,
    phone: stationPhone,
  };
};
