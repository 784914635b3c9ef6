import { describe, expect, it } from 'vitest';
import type { CasePaper } from '../../shared/contract/amend.ts';
import { carriedOut, memberOf, townHousehold } from '../fixtures/carrying-out.ts';
import { eventually } from '../fixtures/counter.ts';
import { counterOfFile } from '../fixtures/ready-counter.ts';

const one = counterOfFile();
const wrong = '吉林省长春市朝阳区练习路一号';
const right = '吉林省长春市朝阳区练习路十一号';

/** A closed case of somebody who moved out, with their certificate. */
async function movedOut(number: string, name: string) {
  const place = await townHousehold(one.clerk, number);
  const id = memberOf(place, name);
  const closed = await carriedOut(one, {
    procedure: 'move.out',
    subject: { kind: 'person', id },
    fields: { memberIds: [id], toDivision: '220104', toAddress: wrong, reason: 'work' },
  });
  const { caseId } = closed.row;
  const [found] = await one.clerk.must('paper.listOfCase', { caseId });
  if (!found) throw new Error('no certificate');
  return { caseId, personId: id, found };
}

function corrected({ paper }: CasePaper, toAddress: string) {
  const { fromAddress, otherAuthority, reason, holders } = paper;
  return { fromAddress, toAddress, otherAuthority, reason, names: holders.map(({ name }) => name) };
}

describe('a wrong migration certificate', () => {
  it('is amended without a new case: the old number is void, the new paper and the slip wait, print and close the case', async () => {
    const { caseId, personId, found } = await movedOut('010000024', '张磊');
    const { documentId } = found;
    const asked = { documentId, corrected: corrected(found, right), why: '门牌号写错' };
    expect(await one.clerk.refused('paper.amend', asked)).toBe('ROLE_REFUSED');
    const { view, notice } = await one.chief.must('paper.amend', asked);
    expect(view.row.state).toBe('confirmed');
    expect(notice).toContain(`迁往地址由“${wrong}”更正为“${right}”`);
    expect(notice).toContain(found.paper.number);
    expect(view.documents.find((document) => document.documentId === documentId)?.state).toBe('void');
    expect(view.timeline.at(-1)).toMatchObject({ act: 'amended' });
    await eventually('the registry took it', async () => {
      const { documents } = await one.clerk.must('case.get', { caseId });
      return documents.filter(({ state }) => state === 'ready').length === 2;
    });
    expect(await one.clerk.refused('document.issue', { documentId, reason: '再打一张' })).toBe('DOCUMENT_VOID');
    const { papers } = await one.clerk.must('person.page', { personId, purpose: 'counter' });
    const old = papers.find(({ number }) => number === found.paper.number);
    const next = papers.find(({ replacesId }) => replacesId === found.paper.paperId);
    expect(old).toMatchObject({ status: 'void', endReason: '更正：门牌号写错', toAddress: wrong });
    expect(next).toMatchObject({ status: 'issued', toAddress: right });
    expect(next?.number).not.toBe(old?.number);
    const listed = await one.clerk.must('paper.listOfCase', { caseId });
    expect(listed.map(({ isAmendable, notice: words }) => [isAmendable, words === null])).toEqual([
      [false, true],
      [true, false],
    ]);
    const ready = (await one.clerk.must('case.get', { caseId })).documents.filter(({ state }) => state === 'ready');
    for (const paper of ready) await one.clerk.must('document.issue', { documentId: paper.documentId });
    for (const { documentId: id, copies, copiesWanted } of ready)
      for (let copy = copies + 1; copy <= copiesWanted; copy += 1)
        await one.clerk.must('document.printed', { documentId: id, copy, printer: 'folder' });
    expect((await one.clerk.must('case.get', { caseId })).row.state).toBe('closed');
  });

  it('can’t be amended into itself, nor twice', async () => {
    const { found } = await movedOut('010000039', '赵静');
    const { documentId } = found;
    const same = await one.chief.call('paper.amend', { documentId, corrected: corrected(found, wrong), why: '无' });
    expect(same).toMatchObject({ error: { code: 'CHANGE_REFUSED', details: { refusal: 'item-same' } } });
    await one.chief.must('paper.amend', { documentId, corrected: corrected(found, right), why: '门牌号写错' });
    const twice = await one.chief.call('paper.amend', { documentId, corrected: corrected(found, right), why: '再改' });
    expect(twice).toMatchObject({ error: { code: 'CHANGE_REFUSED', details: { refusal: 'paper-not-in-force' } } });
  });

  it('shows a name as it was corrected on the paper', async () => {
    const { found, caseId } = await movedOut('010000008', await lastOf('010000008'));
    const { documentId, paper } = found;
    const name = `${paper.holders[0]?.name}·练习`;
    const input = { ...corrected(found, wrong), names: [name] };
    await one.chief.must('paper.amend', { documentId, corrected: input, why: '姓名间隔号漏写' });
    const [, next] = await one.clerk.must('paper.listOfCase', { caseId });
    expect(next?.paper.holders[0]?.name).toBe(name);
  });
});

async function lastOf(number: string): Promise<string> {
  return (await townHousehold(one.clerk, number)).members.at(-1)?.person.name ?? '';
}
