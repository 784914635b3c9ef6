import { type ItemChange, listItemChanges, listRelationChanges } from './card-items.ts';
import { type PaperInput, personOfPaper } from './paper.ts';
import { lastPlaceOf } from './person-words.ts';

/** Lines of the page. */
const mostLines = 9;

/** An item that is empty now. */
const emptied = '（空白）';

const lineOf = ({ item, after, changedOn, officer }: ItemChange) => ({
  item,
  newValue: after ?? emptied,
  changedOn,
  officer: officer || undefined,
});

/** Back of the 登记卡: the changes and corrections since the person came into the household, the newest nine; null while there is none. */
export const residentCardBack: PaperInput = (paper) => {
  const { database } = paper.program;
  const person = personOfPaper(paper);
  const place = person && lastPlaceOf(database, person.personId);
  if (!person || !place) return null;
  const { membershipId, sinceOn } = place.membership;
  const changes = [
    ...listItemChanges(database, person.personId),
    ...listRelationChanges(database, membershipId, person),
  ].filter(({ changedOn }) => changedOn >= sinceOn);
  const lines = changes.sort((a, b) => a.changedOn.localeCompare(b.changedOn, 'en')).slice(-mostLines);
  return lines.length === 0 ? null : { changes: lines.map(lineOf) };
};
