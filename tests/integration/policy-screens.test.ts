import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import type { Draft } from '../../shared/contract/draft.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { type Desk, startTestRegistry, type TestCounter } from '../fixtures/counter.ts';
import { pdfWords } from '../fixtures/pdf.ts';
import { familyDraft } from '../fixtures/people.ts';
import { openReadyCounter } from '../fixtures/ready-counter.ts';
import { approvedFamily, emptyRoom, enter } from '../fixtures/settling.ts';

let registry: RunningRegistry;
let counter: TestCounter;
let clerk: Desk;
let chief: Desk;
let room = '';

beforeAll(async () => {
  registry = await startTestRegistry();
  ({ counter, clerk, chief } = await openReadyCounter(registry.url));
  room = await emptyRoom(clerk);
}, 60_000);

afterAll(async () => {
  await counter.discard();
  await registry.stop();
});

/** What stands on a paper of the case, without white space. */
async function paperWords(caseId: string, form: InputOf<'document.add'>['form']): Promise<string> {
  const { documentId } = await clerk.must('document.add', { caseId, form });
  return pdfWords((await clerk.must('document.preview', { documentId })).pdf);
}

/** The family's draft with something changed, entered as a case. */
async function entered(change: (draft: Draft) => Partial<Draft>): Promise<string> {
  const draft = familyDraft({ addressId: room, household: 'new' });
  return (await enter(clerk, { ...draft, ...change(draft) })).row.caseId;
}

const withoutLease = ({ materials }: Draft): Partial<Draft> => ({
  materials: materials.filter(({ materialId }) => materialId !== 'registered-lease'),
});
const guarantee = '现阶段不允许以收回土地承包经营权、宅基地使用权、集体收益分配权作为农民进城落户的条件';

describe('the materials step', () => {
  it('knows whom a material can be asked of in place of its paper', async () => {
    const departments = await clerk.must('policy.departments', {});
    expect(departments).toMatchObject({ diploma: 'education', 'ownership-certificate': 'property' });
    expect(departments).not.toHaveProperty('household-book');
  });
});

describe('the one-time notice', () => {
  it('says what is missing, by which paragraph, until when, and to a rural applicant that no rights are given up', async () => {
    const words = await paperWords(await entered(withoutLease), 'one-time-notice');
    expect(words).toContain('房屋租赁合同');
    expect(words).toContain('（四）条');
    expect(words).toMatch(/以上材料请于2026年12月\d+日前补齐/);
    expect(words).toContain(guarantee);
  });

  it('leaves the sentence out for somebody from a town', async () => {
    const caseId = await entered((draft) => ({
      ...withoutLease(draft),
      people: draft.people.map((person) => ({ ...person, hukouClass: 'urban' })),
    }));
    expect(await paperWords(caseId, 'one-time-notice')).not.toContain('宅基地');
  });
});

describe('the notice of refusal', () => {
  it('before acceptance says 不予受理 with each reason, its paragraph, what can be done instead, and the remedies', async () => {
    const caseId = await entered(() => ({ answers: { 'residence.basis': 'none', 'residence.stable': false } }));
    const words = await paperWords(caseId, 'ineligible-notice');
    expect(words).toContain('不予受理告知书');
    expect(words).toContain('没有合法稳定住所。（依据：《辽源市关于进一步推进户籍制度改革的意见》第（四）条）');
    expect(words).toContain('居住登记');
    expect(words).toContain('六十日内向辽源市人民政府申请行政复议');
  });
});

describe('somebody who is registered nowhere', () => {
  it('is entered as such and led to the late registration instead of a move', async () => {
    const caseId = await entered(({ people }) => ({
      people: people.map((person, index) =>
        index > 0 ? person : { ...person, hukouClass: 'none', hukouDivision: '' },
      ),
    }));
    const { assessment } = await clerk.must('case.get', { caseId });
    const route = assessment.verdicts.routes.find(({ procedure }) => procedure === 'settle.residence');
    expect(route?.verdict).toBe('ineligible');
    expect(assessment.problems.map(({ path }) => path)).not.toContain('people.0.hukouDivision');
    const advice = assessment.advice.find(({ procedure }) => procedure === 'settle.residence');
    expect(advice?.otherPaths.map(({ procedure }) => procedure)).toContain('person.late-registration');
  });
});

describe('the guide of the procedures', () => {
  it('has every item of the catalogue, each with its page to print', async () => {
    const guides = await clerk.must('policy.guides', {});
    const items = new Set(guides.flatMap(({ catalogue }) => catalogue));
    expect(items.size).toBe(60);
    const first = guides.map(({ catalogue }) => catalogue[0] ?? '');
    expect(first).toEqual(first.toSorted());
    const { pdf, fileName } = await clerk.must('policy.guidePdf', { procedure: 'settle.talent' });
    const words = await pdfWords(pdf);
    for (const part of [
      '办事指南',
      '人才落户',
      '办理条件',
      '申请材料',
      '办理流程',
      '办理时限',
      '办理结果',
      '南康派出所',
    ])
      expect(words).toContain(part);
    expect(fileName).toBe('guide-settle.talent-2026-11-23.pdf');
    expect(await clerk.refused('policy.guide', { procedure: 'settle.points' })).toBe('NOT_FOUND');
  });
});

describe('the certificates', () => {
  it('refuse the twenty kinds that are not issued, each with a reason and its paragraph, and offer the nine that are', async () => {
    const kinds = await clerk.must('policy.certificates', {});
    expect(kinds.filter(({ isIssued }) => isIssued)).toHaveLength(9);
    const refused = kinds.filter(({ isIssued }) => !isIssued);
    expect(refused).toHaveLength(20);
    expect(refused.find(({ id }) => id === 'birth-date')).toMatchObject({
      class: 'proved-by-papers',
      reason: { zh: '居民身份证、户口簿能够证明，公安派出所不再开具；有关单位应予认可。' },
    });
  });
});

describe('the entitlement notice', () => {
  it('is printed for a family that was registered, with the office of each right, and not before', async () => {
    const caseId = await approvedFamily(clerk, chief);
    const { documentId } = await clerk.must('document.add', { caseId, form: 'entitlement-notice' });
    expect(await clerk.refused('document.preview', { documentId })).toBe('PRINT_INPUT_INVALID');
    await clerk.must('case.register', { caseId });
    const words = await paperWords(caseId, 'entitlement-notice');
    expect(words).toContain('新落户人员');
    expect(words).toContain('住房和城乡建');
    expect(words).toContain('自2026年11月23日起，周试一可以在本市享有');
  });
});
