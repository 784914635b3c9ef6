import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../../../registry/server.ts';
import { approved, carriedOut, type Errand, townHousehold } from '../../../fixtures/carrying-out.ts';
import { startTestRegistry } from '../../../fixtures/counter.ts';
import { issuedPapers, paperOnDemand } from '../../../fixtures/issued-papers.ts';
import { draftPerson } from '../../../fixtures/people.ts';
import { openReadyCounter, type ReadyCounter } from '../../../fixtures/ready-counter.ts';
import { emptyRoom } from '../../../fixtures/settling.ts';

const dayMs = 86_400_000;
const answers = { 'employment.stable': true };
let aheadMs = 0;
let registry: RunningRegistry;
let one: ReadyCounter;

beforeAll(async () => {
  registry = await startTestRegistry(0, () => aheadMs);
  one = await openReadyCounter(registry.url);
}, 60_000);

afterAll(async () => {
  await one.counter.discard();
  await registry.stop();
});

/** Time goes by at the counter and at the registry alike, and the copy is brought up to date. */
async function pass(days: number): Promise<void> {
  aheadMs += days * dayMs;
  one.counter.wait(days * dayMs);
  await one.clerk.must('sync.now', {});
}

async function errandOf(procedure: string, given: Partial<Errand> = {}): Promise<Errand> {
  const [visitor] = (await one.clerk.must('person.search', { text: '郑试居', purpose: 'counter' })).rows;
  return { procedure, subject: { kind: 'person', id: visitor?.personId ?? '' }, ...given };
}

async function papersOf(errand: Errand): Promise<{ caseId: string; papers: Record<string, string> }> {
  const { row } = await carriedOut(one, errand);
  return { caseId: row.caseId, papers: await issuedPapers(one.clerk, row.caseId) };
}

describe('a residence', () => {
  it('has a form and a receipt from its registration on', async () => {
    const visitor = draftPerson({ name: '郑试居', sex: '1', bornOn: '1992-09-10', phone: '0437-0000009' });
    const { papers } = await papersOf({
      procedure: 'residence.register',
      people: [visitor],
      fields: { addressId: await emptyRoom(one.clerk), basis: 'rented', purpose: 'work', landlord: '孙房主' },
    });
    const form = papers['residence-form 郑试居'];
    for (const words of ['租赁住房', '务工', '孙房主', '长春市农安县练习镇', '2026年11月23日'])
      expect(form).toContain(words);
    const receipt = papers['residence-receipt 郑试居'];
    for (const words of ['新登记', '220122199209109', '扫码核验']) expect(receipt).toContain(words);
  });
});

describe('a permit', () => {
  it('has its form and collection receipt at acceptance, for the applicant to sign', async () => {
    await pass(185);
    const errand = await errandOf('permit.apply', { fields: { ground: 'job', medium: 'paper' }, answers });
    const view = await approved(one, errand);
    expect(view.documents.map(({ form }) => form)).toEqual(['permit-form', 'permit-receipt']);
    const { 'permit-form': form = '', 'permit-receipt': receipt = '' } = await issuedPapers(one.clerk, view.row.caseId);
    for (const words of ['居住证申领', '合法稳定就业', '2026年11月23日']) expect(form).toContain(words);
    for (const words of ['郑*居', '220122********901', '免费', '15个自然日']) expect(receipt).toContain(words);
    expect(receipt).not.toContain('郑试居');
    await one.clerk.must('case.withdraw', { caseId: view.row.caseId, reason: '改日办理' });
  });

  it('is printed with its number, its seal and the day of its first endorsement', async () => {
    const errand = await errandOf('permit.apply', { fields: { ground: 'job', medium: 'paper' }, answers });
    const { caseId, papers } = await papersOf(errand);
    const permit = papers['residence-permit 郑试居'];
    for (const words of ['居住证', '2204032027', '辽源市公安局南康分局', '2028年5月27日', '扫码核验'])
      expect(permit).toContain(words);
    const letter = await paperOnDemand(one.clerk, caseId, 'reminder-letter');
    for (const words of ['居住证签注', '2028年4月27日', '2028年5月27日']) expect(letter).toContain(words);
    const slip = await paperOnDemand(one.clerk, caseId, 'referral-slip');
    for (const words of ['转介', '居住证持有人', '郑试居']) expect(slip).toContain(words);
    const list = await paperOnDemand(one.clerk, caseId, 'handover-list');
    for (const words of ['移交清单', '居住证申领', '郑试居']) expect(list).toContain(words);
  });

  it('has every endorsement on its record, and who made it', async () => {
    await pass(350);
    const { papers } = await papersOf(await errandOf('permit.endorse', { answers }));
    const record = papers['endorsement-record 郑试居'];
    for (const words of [
      '2027年5月27日签发合法稳定就业2028年5月27日李练习',
      '签注合法稳定就业2029年5月27日李练习',
      '2029年4月27日',
    ])
      expect(record).toContain(words);
  });

  it('moves with its holder: receipt and record have the new address', async () => {
    const { addressId } = (await townHousehold(one.clerk, '010000050')).household;
    const [address] = (await one.clerk.must('address.path', { addressId })).slice(-1);
    const { papers } = await papersOf(
      await errandOf('permit.change', { fields: { addressId }, answers: { 'permit.issued': '2027-05-27' } }),
    );
    const { 'residence-receipt 郑试居': receipt, 'endorsement-record 郑试居': record } = papers;
    expect(receipt).toContain('变更登记');
    for (const paper of [receipt, record]) expect(paper).toContain(address?.fullName);
  });

  it('that is given back is noted on the receipt of the residence', async () => {
    const { papers } = await papersOf(await errandOf('permit.cancel', { fields: { reason: 'given-up' } }));
    expect(papers['residence-receipt 郑试居']).toContain('居住证注销');
  });
});

it('a residence that ended has a receipt that says so', async () => {
  const { papers } = await papersOf(await errandOf('residence.cancel', { fields: { reason: 'moved-away' } }));
  expect(papers['residence-receipt 郑试居']).toContain('注销登记');
});
