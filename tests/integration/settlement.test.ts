import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import { type Desk, eventually, startTestRegistry, type TestCounter } from '../fixtures/counter.ts';
import { pdfWords } from '../fixtures/pdf.ts';
import { familyDraft } from '../fixtures/people.ts';
import { openReadyCounter } from '../fixtures/ready-counter.ts';
import { blockers, emptyRoom, enter } from '../fixtures/settling.ts';

let registry: RunningRegistry;
let counter: TestCounter;
let clerk: Desk;
let chief: Desk;

beforeAll(async () => {
  registry = await startTestRegistry();
  ({ counter, clerk, chief } = await openReadyCounter(registry.url));
}, 60_000);

afterAll(async () => {
  await counter.discard();
  await registry.stop();
});

describe('a family settles in a rented home', () => {
  let caseId: string;

  it('has nothing left to mend when everything is entered', async () => {
    const view = await enter(clerk, familyDraft({ addressId: await emptyRoom(clerk), household: 'new' }));
    expect(blockers(view)).toEqual([]);
    expect(view.assessment.verdicts.routes.find(({ procedure }) => procedure === 'settle.residence')?.verdict).toBe(
      'eligible',
    );
    caseId = view.row.caseId;
  });

  it('gets a number and a receipt when it is accepted', async () => {
    const { revision } = await clerk.must('case.get', { caseId });
    const view = await clerk.must('case.accept', { caseId, revision });
    expect(view.row.state).toBe('accepted');
    expect(view.row.acceptanceNumber).toMatch(/^220403-2026-\d{6}$/);
    expect(view.documents.map(({ form, state }) => [form, state])).toEqual([['acceptance-receipt', 'ready']]);
  });

  it('is approved by a chief, who is not whoever accepted it', async () => {
    expect(await clerk.refused('case.approve', { caseId })).toBe('ROLE_REFUSED');
    const view = await chief.must('case.approve', { caseId, opinion: '同意' });
    expect(view.row.state).toBe('approved');
  });

  it('is registered, confirmed by the registry and found under its new household', async () => {
    const view = await clerk.must('case.register', { caseId });
    expect(view.row.state).toBe('provisional');
    await eventually('confirmed', async () => (await clerk.must('case.get', { caseId })).row.state === 'confirmed');
    const { rows } = await clerk.must('person.search', { text: '周试一', purpose: 'counter' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ name: '周试一', isProvisional: false, isHere: true });
    const household = await clerk.must('household.get', { householdId: rows[0]?.householdId ?? '' });
    expect(household.members.map(({ person, membership }) => [person.name, membership.relation])).toEqual([
      ['周试一', '02'],
      ['吴试二', '10'],
      ['周试三', '30'],
    ]);
  });

  it('prints every paper and closes by itself with the last one', async () => {
    const { documents } = await clerk.must('case.get', { caseId });
    expect(documents.map(({ form }) => form)).toEqual([
      'acceptance-receipt',
      'household-book-first-page',
      'resident-card',
      'resident-card',
      'resident-card',
      'resident-form',
      'resident-form',
      'resident-form',
    ]);
    for (const { documentId } of documents) {
      const issued = await clerk.must('document.issue', { documentId });
      expect(await pdfWords(issued.pdf)).toContain(issued.fileName.includes('receipt') ? '受理' : '');
      await clerk.must('document.printed', { documentId, copy: issued.copy, printer: 'test' });
    }
    expect((await clerk.must('case.get', { caseId })).row.state).toBe('closed');
  });

  it('prints the family on its cards as it was entered', async () => {
    const { documents } = await clerk.must('case.get', { caseId });
    const card = documents.find(({ subject }) => subject === '吴试二');
    const { pdf } = await clerk.must('document.issue', { documentId: card?.documentId ?? '', reason: '核对' });
    const words = await pdfWords(pdf);
    for (const value of ['吴试二', '配偶', '汉族', '1990', '农安县']) expect(words).toContain(value);
  });

  it('counts in the month’s report by route, origin and day', async () => {
    const report = await chief.must('report.settlement', { from: '2026-11-01', until: '2026-11-30' });
    expect(report).toMatchObject({ cases: 1, persons: 3, ruralPersons: 2, households: 1 });
    expect(report.byRoute.map(({ key, persons }) => [key, persons])).toEqual([['settle.residence', 3]]);
    expect(
      report.byOrigin.filter(({ persons }) => persons > 0).map(({ key, cases, persons }) => [key, cases, persons]),
    ).toEqual([
      ['province-rural', 1, 2],
      ['country-urban', 1, 1],
    ]);
    expect(report.byDay.filter(({ persons }) => persons > 0).map(({ key }) => key)).toEqual(['2026-11-23']);
    const { pdf } = await chief.must('report.settlementPdf', { from: '2026-11-01', until: '2026-11-30' });
    expect(await pdfWords(pdf)).toContain('南康派出所');
  });

  it('cannot be settled a second time', async () => {
    const view = await enter(clerk, familyDraft({ addressId: await emptyRoom(clerk), household: 'new' }));
    expect(blockers(view)).toContain('people.0.citizenId person-registered-here');
    expect(await clerk.refused('case.accept', { caseId: view.row.caseId, revision: view.revision })).toBe(
      'PERSON_ALREADY_REGISTERED',
    );
  });
});
