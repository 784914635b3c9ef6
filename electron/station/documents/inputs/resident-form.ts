import type { FormInput } from '../../../../shared/domain/form.ts';
import { ageOn, formatZh } from '../../../../shared/domain/plain-date.ts';
import type { Membership, Person } from '../../../../shared/domain/records.ts';
import { photoOf } from '../../store/photos.ts';
import { listItemChanges } from './card-items.ts';
import { officerName, orNothing, type Paper, type PaperInput, personOfPaper } from './paper.ts';
import { lastPlaceOf, word } from './person-words.ts';
import { particularsOf } from './resident-card.ts';

function guardiansOf({ guardians }: Person): FormInput {
  const [first, second] = guardians.map(({ name, relation }) => ({ name, relation: orNothing(relation) }));
  return { guardian1: first, guardian2: second };
}

/** 何时何因迁往何地, 何时何因注销户口: one of them once the registration ended, with the day on which that was registered. */
function endOf({ status, endedOn, endReason, hukouAddress }: Person, { untilOn }: Membership): FormInput {
  if (endedOn === null) return {};
  const day = formatZh(untilOn ?? endedOn);
  if (status === 'dead') return { cancelled: `${day}因${formatZh(endedOn)}${endReason ?? '死亡'}注销户口` };
  const reason = endReason ? `因${endReason}` : '';
  if (status === 'moved-out') return { movedAway: `${day}${reason}迁往${hukouAddress ?? '外地'}` };
  return { cancelled: `${day}${reason}注销户口` };
}

/** Under sixteen nobody signs for themselves: the newborn's form is signed by who declares the birth. */
const signsFromAge = 16;

function declarantOf(
  { open }: Paper,
  { name, bornOn, guardians }: Person,
  { sinceOn }: Membership,
): string | undefined {
  const [first] = open.draft.people;
  const isOwn = first?.name === name;
  return orNothing(isOwn && ageOn(bornOn, sinceOn) < signsFromAge ? guardians[0]?.name : first?.name);
}

/** 常住人口登记表: what the register has of a person, with every change since. */
export const residentForm: PaperInput = (paper) => {
  const { database } = paper.program;
  const person = personOfPaper(paper);
  const place = person && lastPlaceOf(database, person.personId);
  if (!person || !place) return null;
  const { membership, household, address, head } = place;
  return {
    ...particularsOf(person, membership, head),
    photo: photoOf(database, person),
    householdKind: word('household-kind', household.kind),
    householdNumber: household.number,
    headName: head?.name,
    address: address.fullName,
    ...guardiansOf(person),
    ...endOf(person, membership),
    declarant: declarantOf(paper, person, membership),
    officer: officerName(paper),
    registeredOn: membership.sinceOn,
    changes: listItemChanges(database, person.personId).map(({ item, after, changedOn, officer }) => ({
      item,
      newValue: after ?? '（空白）',
      changedOn,
      officer: orNothing(officer),
    })),
  };
};
