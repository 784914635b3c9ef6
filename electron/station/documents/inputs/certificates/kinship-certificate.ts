import type { Person } from '../../../../../shared/domain/records.ts';
import { proposeRelations } from '../../../../../shared/register/heads.ts';
import type { Database } from '../../../store/database.ts';
import { listMembers } from '../../../store/households.ts';
import { findPerson } from '../../../store/persons.ts';
import { fieldText } from '../paper.ts';
import { identityOf, lastPlaceOf } from '../person-words.ts';
import { relationWords } from '../relation-words.ts';
import { certificate } from './certificate.ts';

const bySex = (sex: Person['sex'], man: string, woman: string): string => (sex === '1' ? man : woman);

/** What somebody is to a person as the register links them; null where it does not. */
function linkWords(person: Person, relative: Person): string | null {
  if (relative.personId === person.fatherId) return '父亲';
  if (relative.personId === person.motherId) return '母亲';
  if (relative.personId === person.spouseId) return '配偶';
  const isChild = [relative.fatherId, relative.motherId].includes(person.personId);
  return isChild ? bySex(relative.sex, '子', '女') : null;
}

/** The same through the head of the household both are in. */
function householdWords(database: Database, person: Person, relative: Person): string | null {
  const place = lastPlaceOf(database, person.personId);
  if (place?.membership.untilOn !== null) return null;
  const members = listMembers(database, place.household.householdId);
  const bench = members.map((member) => ({ person: member.person.data, membership: member.membership.data }));
  const code = proposeRelations(bench, person.personId).get(relative.personId)?.code;
  return code ? relationWords(code, relative, person) : null;
}

/** The relation for certain; 同户亲属 where the register knows no more than that. */
const relationOf = (database: Database, person: Person, relative: Person): string =>
  linkWords(person, relative) ?? householdWords(database, person, relative) ?? '同户亲属';

/** 亲属关系证明 of the person and the relative chosen on the page, as the register shows them. */
export const kinshipCertificate = certificate(({ paper, person }) => {
  const { database } = paper.program;
  const relative = findPerson(database, fieldText(paper, 'relativeId'))?.data;
  if (!relative) return null;
  const relation = relationOf(database, person, relative);
  const number = lastPlaceOf(database, person.personId)?.household.number;
  return {
    summary: `${relative.name}是${person.name}的${relation}`,
    purpose: '证明亲属关系',
    fields: {
      relatives: [{ relation, ...identityOf(relative) }],
      recordBasis: number ? `常住人口登记簿（户号${number}）` : '常住人口登记簿',
    },
  };
});
