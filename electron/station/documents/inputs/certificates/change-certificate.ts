import { type ItemChange, listItemChanges } from '../card-items.ts';
import { certificate } from './certificate.ts';

/** Lines of the certificate. */
const mostChanges = 4;
const empty = '（空白）';

const lineOf = ({ item, before, after, changedOn }: ItemChange) => ({
  item,
  before: before ?? empty,
  after: after ?? empty,
  changedOn,
});

const summaryOf = ({ item, before, after }: ItemChange): string => `${item}由${before ?? empty}变更为${after ?? empty}`;

/** 户口登记项目内容变更更正证明: what this case changed; where it is applied for by itself, the newest changes the register knows. */
export const changeCertificate = certificate(({ paper, person, record }) => {
  const { eventId } = paper.open.stored;
  const all = listItemChanges(paper.program.database, person.personId);
  const changes = (record ? all : all.filter((change) => change.eventId === eventId)).slice(-mostChanges);
  if (changes.length === 0) return null;
  return {
    summary: changes.map(summaryOf).join('；'),
    purpose: '证明登记项目内容变更、更正',
    fields: { changes: changes.map(lineOf) },
  };
});
