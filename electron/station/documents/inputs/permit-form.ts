import type { Person } from '../../../../shared/domain/records.ts';
import { Permit, type Residence } from '../../../../shared/domain/residence-records.ts';
import { findAddress } from '../../store/addresses.ts';
import { photoOf } from '../../store/photos.ts';
import { registerView } from '../../store/register-view.ts';
import {
  fieldText,
  materialsAtHand,
  orNothing,
  type Paper,
  type PaperInput,
  personOfPaper,
  procedureName,
} from './paper.ts';
import { identityOf, registeredAddress, word } from './person-words.ts';
import { groundWords } from './residence-words.ts';

/** The newest residence registration of a person that still stands, or null. */
function openResidenceOf({ program }: Paper, personId: string): Residence | null {
  const residences = registerView(program.database).list('residence', 'personId', personId);
  return residences.map(({ data }) => data).find(({ endedOn }) => endedOn === null) ?? null;
}

/** Their permit before this case: the active one, or the one that an active one replaced within it. */
function formerPermitOf({ program, open }: Paper, personId: string): Permit | null {
  const permits = registerView(program.database)
    .list('permit', 'personId', personId)
    .map(({ data }) => data);
  const active = permits.find(({ status }) => status === 'active') ?? null;
  if (open.stored.eventId === null) return active;
  return permits.find(({ permitId }) => permitId === active?.replacesId) ?? null;
}

/** The ground applied for; of one who has a permit already the one it rests on. */
function groundOf(paper: Paper, former: Permit | null): string | null {
  const given = Permit.shape.ground.safeParse(fieldText(paper, 'ground'));
  const ground = given.success ? given.data : (former?.ground ?? null);
  return ground && groundWords[ground];
}

const applicantOf = (paper: Paper, person: Person) => ({
  ...identityOf(person),
  ethnicity: word('ethnicity', person.ethnicity),
  phone: orNothing(paper.open.draft.people[0]?.phone || person.phone),
  hukouAddress: registeredAddress(paper.program.database, person),
  // Printed at acceptance: the photograph taken in this case is not the register's yet.
  photo: photoOf(paper.program.database, { photoId: fieldText(paper, 'photoId') || person.photoId }),
});

/** 居住证申领表, printed at acceptance for the applicant to sign (N21 §68). */
export const permitForm: PaperInput = (paper) => {
  const person = personOfPaper(paper);
  const residence = person && openResidenceOf(paper, person.personId);
  const address = residence && findAddress(paper.program.database, residence.addressId)?.data;
  if (!person || !residence || !address || paper.open.stored.acceptanceNumber === null) return null;
  const former = formerPermitOf(paper, person.personId);
  const proofs = materialsAtHand(paper);
  return {
    acceptanceNumber: paper.open.stored.acceptanceNumber,
    procedure: procedureName(paper),
    applicant: applicantOf(paper, person),
    residence: { address: address.fullName, since: residence.firstRegisteredOn },
    ground: groundOf(paper, former) ?? '——',
    groundDetail: orNothing(residence.employer),
    permitNumber: former?.number,
    proofs: proofs.length > 0 ? proofs : [{ name: '登记簿记载', state: '核验' }],
  };
};
