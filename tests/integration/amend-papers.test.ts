import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/station/store/database.ts';
import type { CasePaper } from '../../shared/contract/amend.ts';
import { carriedOut, memberOf, townHousehold } from '../fixtures/carrying-out.ts';
import { eventually } from '../fixtures/counter.ts';
import { pdfWords } from '../fixtures/pdf.ts';
import { familyDraft } from '../fixtures/people.ts';
import { counterOfFile } from '../fixtures/ready-counter.ts';
import { emptyRoom, enter } from '../fixtures/settling.ts';

const one = counterOfFile();
const migrations = fileURLToPath(new URL('../../electron/station/store/migrations', import.meta.url));
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

describe('a certificate that was issued at another station', () => {
  it('is not amended here', async () => {
    const { found } = await movedOut('010000018', '高辰浩');
    const database = openDatabase(`${one.counter.dataDir}/station.db`, migrations);
    const move = (from: string, to: string) =>
      database
        .prepare('UPDATE migration_papers SET station_code = ? WHERE paper_id = ? AND station_code = ?')
        .run(to, found.paper.paperId, from);
    expect(move('220403010000', '220403020000').changes).toBe(1);
    const asked = { documentId: found.documentId, corrected: corrected(found, right), why: '门牌号写错' };
    const answer = await one.chief.call('paper.amend', asked);
    move('220403020000', '220403010000');
    database.close();
    expect(answer).toMatchObject({ error: { code: 'CHANGE_REFUSED', details: { refusal: 'paper-other-station' } } });
  });
});

/** A family from another province: the permit with which they fetch their certificate there is printed from the approved case. */
function familyFromBeijing(addressId: string) {
  const draft = familyDraft({ addressId, household: 'new' });
  const from = { hukouDivision: '110105', hukouAddress: '北京市朝阳区练习路一号' };
  return { ...draft, people: draft.people.map((person) => ({ ...person, ...from })) };
}

describe('a wrong 准予迁入证明 that was printed from its case', () => {
  let caseId = '';
  const papersOf = () => one.clerk.must('paper.listOfCase', { caseId });

  it('is not amended before it is out, nor in place of another paper, nor by whoever is no chief; nothing is changed', async () => {
    const view = await enter(one.clerk, familyFromBeijing(await emptyRoom(one.clerk)));
    caseId = view.row.caseId;
    const { documents, approvals } = await one.clerk.must('case.accept', { caseId, revision: view.revision });
    const correction = { fromAddress: wrong, toAddress: right, otherAuthority: '', reason: '落户', names: ['周试一'] };
    const receipt = { documentId: documents[0]?.documentId ?? '', corrected: correction, why: '地址写错' };
    expect(await one.chief.refused('paper.amend', receipt)).toBe('CASE_STATE');
    for (const { level } of approvals)
      await one.chief.must('case.approve', {
        caseId,
        decisionNumber: level === 'station' ? '' : `${level}〔2026〕1号`,
      });
    expect(await one.chief.refused('paper.amend', receipt)).toBe('NOT_FOUND');
    const [permit] = await papersOf();
    const asked = { ...receipt, documentId: permit?.documentId ?? '' };
    const assistant = await one.counter.loggedIn('zhao');
    expect(await assistant.refused('paper.amend', asked)).toBe('ROLE_REFUSED');
    expect(await one.clerk.refused('paper.amend', asked)).toBe('ROLE_REFUSED');
    const after = await one.clerk.must('case.get', { caseId });
    expect(after.row.state).toBe('approved');
    expect(await papersOf()).toMatchObject([{ isAmendable: true, paper: { status: 'issued' } }]);
  });

  it('is void for everybody once it is amended; the new one and the slip print, and the case goes on to its end', async () => {
    const { clerk, chief } = one;
    const { row } = await clerk.must('case.get', { caseId });
    const [found] = await papersOf();
    if (!found) throw new Error('no permit');
    const { documentId } = found;
    await clerk.must('document.issue', { documentId });
    await clerk.must('document.printed', { documentId, copy: 1, printer: 'folder' });
    expect(found.paper.number).toBe(row.acceptanceNumber);
    const { toAddress, otherAuthority, reason, holders } = found.paper;
    expect(holders.map(({ name }) => name)).toEqual(['周试一', '吴试二', '周试三']);
    const fromAddress = '北京市朝阳区练习路十一号';
    const asRight = { fromAddress, toAddress, otherAuthority, reason, names: holders.map(({ name }) => name) };
    const { view, notice } = await chief.must('paper.amend', { documentId, corrected: asRight, why: '门牌号写错' });
    expect(view.row.state).toBe('approved');
    expect(notice).toContain(`准予迁入证明（编号 ${row.acceptanceNumber}`);
    expect(view.documents.find((document) => document.documentId === documentId)?.state).toBe('void');
    await eventually('the registry took it', async () => {
      const ready = await clerk.must('document.listReady', { caseId });
      return ['move-in-permit', 'correction-slip'].every((form) => ready.some((paper) => paper.form === form));
    });
    const papers = await papersOf();
    expect(papers.map(({ paper, isAmendable }) => [paper.status, isAmendable])).toEqual([
      ['void', false],
      ['issued', true],
    ]);
    expect(papers[1]?.paper).toMatchObject({ fromAddress, replacesId: papers[0]?.paper.paperId });
    const next = await clerk.must('document.issue', { documentId: papers[1]?.documentId ?? '' });
    const words = await pdfWords(next.pdf);
    expect(words).toContain(fromAddress);
    expect(words).toContain(papers[1]?.paper.number);
    expect(await clerk.refused('document.issue', { documentId, reason: '再打一张' })).toBe('DOCUMENT_VOID');
  });

  it('does not keep its case from being registered and closed', async () => {
    const { clerk } = one;
    await clerk.must('case.register', { caseId });
    await eventually('confirmed', async () => (await clerk.must('case.get', { caseId })).row.state === 'confirmed');
    const ready = await clerk.must('document.listReady', { caseId });
    for (const { documentId, copies, copiesWanted } of ready)
      for (let copy = copies + 1; copy <= copiesWanted; copy += 1)
        await clerk.must('document.printed', { documentId, copy, printer: 'folder' });
    expect((await clerk.must('case.get', { caseId })).row.state).toBe('closed');
  });
});

async function lastOf(number: string): Promise<string> {
  return (await townHousehold(one.clerk, number)).members.at(-1)?.person.name ?? '';
}
