import type { FormInput } from '../../../../shared/domain/form.ts';
import { formatZh } from '../../../../shared/domain/plain-date.ts';
import type { Person } from '../../../../shared/domain/records.ts';
import { listItemChanges } from './card-items.ts';
import { officerName, orNothing, type PaperInput, personOfPaper } from './paper.ts';
import { lastPlaceOf, word } from './person-words.ts';
import { particularsOf } from './resident-card.ts';

function guardiansOf({ guardians }: Person): FormInput {
  const [first, second] = guardians.map(({ name, relation }) => ({ name, relation: orNothing(relation) }));
  return { guardian1: first, guardian2: second };
}

/** 何时何因迁往何地, 何时何因注销户口: one of them once the registration ended. */
function endOf({ status, endedOn, endReason, hukouAddress }: Person): FormInput {
  if (endedOn === null) return {};
  const reason = endReason ? `因${endReason}` : '';
  if (status === 'moved-out') return { movedAway: `${formatZh(endedOn)}${reason}迁往${hukouAddress ?? '外地'}` };
  return { cancelled: `${formatZh(endedOn)}${reason}注销户口` };
}

/** 常住人口登记表: what the register has of a person, with every change since. */
export const residentForm: PaperInput = (paper) => {
  const { database } = paper.program;
  const person = personOfPaper(paper);
  const place = person && lastPlaceOf(database, person.personId);
  if (!person || !place) return null;
  const { membership, household, address, head } = place;
  const [declarant] = paper.open.draft.people;
  return {
    ...particularsOf(person, membership, head),
    householdKind: word('household-kind', household.kind),
    householdNumber: household.number,
    headName: head?.name,
    address: address.fullName,
    ...guardiansOf(person),
    ...endOf(person),
    declarant: orNothing(declarant?.name),
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
