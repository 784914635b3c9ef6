import { beforeAll, describe, expect, it } from 'vitest';
import { approved, confirmed, memberOf, townHousehold } from '../../fixtures/carrying-out.ts';
import { allConfirmed, bringBack, cutOff, onlyConflict, twoCountersOfFile } from '../../fixtures/two-counters.ts';

const both = twoCountersOfFile();

describe('a paper that was printed before the registry refused its registration', () => {
  let caseId: string;
  let eventId: string;
  let printId: number;

  beforeAll(async () => {
    const { one, two } = both;
    const personId = memberOf(await townHousehold(one.clerk, '010000003'), '张万');
    const errand = (workplace: string) => ({
      procedure: 'item.other',
      subject: { kind: 'person' as const, id: personId },
      fields: { workplace },
    });
    caseId = (await approved(two, errand('练习乙厂'))).row.caseId;
    cutOff(two);
    await two.clerk.must('case.register', { caseId });
    const { documents } = await two.chief.must('case.release', { caseId, reason: '孩子明日入学，所长批准' });
    const card = documents.find(({ form }) => form === 'resident-card');
    await two.clerk.must('document.printed', { documentId: card?.documentId ?? '', copy: 1, printer: 'test' });
    await confirmed(one, errand('练习甲厂'));
    await bringBack(both, two);
    ({ eventId } = await onlyConflict(two));
  }, 120_000);

  it('is listed at the desk with who printed it when; the receipt, which is right, is not', async () => {
    const { prints } = await both.two.clerk.must('conflict.get', { eventId });
    expect(prints).toMatchObject([{ subject: '张万', copy: 1, by: '李练习', caseId, recall: null }]);
    expect(prints[0]?.title.zh).toContain('登记卡');
    printId = prints[0]?.printId ?? 0;
  });

  it('stays on the list after the registration is withdrawn, until somebody says what became of it', async () => {
    const { clerk } = both.two;
    await clerk.must('conflict.settle', { eventId, decision: { isWithdrawn: true }, reason: '以先办为准' });
    await allConfirmed(clerk);
    expect((await clerk.must('case.get', { caseId })).row.state).toBe('withdrawn');
    expect(await clerk.must('conflict.list', {})).toMatchObject({ rows: [], recalls: [{ printId }] });
    expect((await clerk.must('home.summary', {})).conflicts).toBe(1);
    expect(await clerk.refused('conflict.recall', { printId, isRecalled: false })).toBe('REASON_REQUIRED');
    expect(await clerk.refused('conflict.recall', { printId: printId + 1, isRecalled: true })).toBe('NOT_FOUND');
    await clerk.must('conflict.recall', { printId, isRecalled: false, reason: '群众已离开本市' });
    expect((await clerk.must('conflict.list', {})).recalls).toEqual([]);
  });

  it('and the whole desk are not an assistant’s', async () => {
    const assistant = await both.two.counter.loggedIn('zhao');
    expect(await assistant.refused('conflict.list', {})).toBe('ROLE_REFUSED');
    expect(await assistant.refused('conflict.recall', { printId, isRecalled: true })).toBe('ROLE_REFUSED');
  });
});
