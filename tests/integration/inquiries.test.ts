import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import type { CaseView } from '../../shared/contract/case.ts';
import { type InquiryAnswer, OpenInquiries } from '../../shared/contract/registry-inquiry.ts';
import { entered } from '../fixtures/carrying-out.ts';
import { type Desk, startTestRegistry, type TestCounter, testNow } from '../fixtures/counter.ts';
import { enrolOffice, offices } from '../fixtures/inquiry-registry.ts';
import { familyDraft } from '../fixtures/people.ts';
import { openReadyCounter } from '../fixtures/ready-counter.ts';
import type { TestDevice } from '../fixtures/registry-device.ts';
import { blockers, emptyRoom, enter } from '../fixtures/settling.ts';

let registry: RunningRegistry;
let counter: TestCounter;
let clerk: Desk;
let chief: Desk;
let county: TestDevice;
let property: TestDevice;

beforeAll(async () => {
  const enrolmentCodes = Object.values(offices).map((each) => ({ ...each, scope: 'office' as const }));
  registry = await startTestRegistry(0, undefined, { enrolmentCodes });
  ({ counter, clerk, chief } = await openReadyCounter(registry.url));
  county = await enrolOffice(registry.url, 'county');
  property = await enrolOffice(registry.url, 'property');
}, 180_000);

afterAll(async () => {
  await counter?.discard();
  await registry?.stop();
});

const byRegistryClock = () => ({ proof: { iat: Math.floor(testNow() / 1000) } });
const openOf = async (office: TestDevice) =>
  OpenInquiries.parse(await (await office.signed('GET', '/v1/inquiries/open', undefined, byRegistryClock())).json())
    .inquiries;
const answer = async (office: TestDevice, inquiryId: string, given: InquiryAnswer) => {
  const path = `/v1/inquiries/${inquiryId}/answer`;
  const response = await office.signed('POST', path, { answer: given }, byRegistryClock());
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
};
const goOffline = () => counter.station.setRegistryUrl('http://127.0.0.1:1');
const goOnline = async () => {
  counter.station.setRegistryUrl(registry.url);
  await clerk.must('sync.now', {});
};

/** A change of name, accepted and consented to by the station: the county is next. */
async function waitsForCounty(serial: string): Promise<CaseView> {
  const { rows } = await clerk.must('person.search', { text: serial, purpose: 'counter' });
  const [head] = rows;
  const view = await entered(clerk, {
    procedure: 'item.name',
    subject: { kind: 'person', id: head?.personId ?? '' },
    fields: { name: '宋彦飞' },
  });
  const { caseId } = view.row;
  await clerk.must('case.accept', { caseId, revision: view.revision });
  return chief.must('case.approve', { caseId, opinion: '拟同意' });
}

describe('the county is asked for its decision', () => {
  it('offline too; when the line is back it decides, and the case moves on as if the chief had noted it', async () => {
    const { caseId, acceptanceNumber } = (await waitsForCounty('010000038')).row;
    goOffline();
    const [asked] = await chief.must('inquiry.ask', { caseId, ask: { kind: 'approval' } });
    expect(asked).toMatchObject({ kind: 'approval', state: 'queued', office: { zh: '辽源市公安局南康分局' } });
    expect(await chief.refused('inquiry.ask', { caseId, ask: { kind: 'approval' } })).toBe('INQUIRY_OPEN');
    await clerk.must('sync.now', {});
    expect(await clerk.must('inquiry.open', {})).toMatchObject([
      { caseId, acceptanceNumber, state: 'queued', cause: 'REGISTRY_OFFLINE' },
    ]);

    await goOnline();
    expect(await clerk.must('inquiry.open', {})).toMatchObject([{ caseId, state: 'waiting', cause: null }]);
    const [open] = await openOf(county);
    expect(open).toMatchObject({ caseId, askedByRole: 'chief', stationCode: '220403010000' });
    expect(open?.ask).toMatchObject({ level: 'county', acceptanceNumber, summary: { opinion: '拟同意' } });

    const decisionNumber = '南康公审〔2026〕18号';
    await answer(county, open?.inquiryId ?? '', { kind: 'approval', decision: 'approve', decisionNumber, reason: '' });
    await clerk.must('sync.now', {});
    const view = await clerk.must('case.get', { caseId });
    expect(view.row.state).toBe('approved');
    expect(view.approvals.map(({ level, decidedBy }) => [level, decidedBy])).toEqual([
      ['station', '孙所长'],
      ['county', '辽源市公安局南康分局'],
    ]);
    expect(view.timeline.at(-1)).toMatchObject({ act: 'approved', note: `辽源市公安局南康分局 ${decisionNumber}` });
    expect((await clerk.must('case.register', { caseId })).row.state).toBe('provisional');
    expect(await clerk.must('inquiry.open', {})).toEqual([]);
  });

  it('and may return or refuse with a reason, which reaches the counter', async () => {
    for (const [serial, decision, state] of [
      ['010000048', 'return', 'returned'],
      ['010000028', 'refuse', 'refused'],
    ] as const) {
      const { caseId } = (await waitsForCounty(serial)).row;
      await chief.must('inquiry.ask', { caseId, ask: { kind: 'approval' } });
      await clerk.must('sync.now', {});
      const [open] = await openOf(county);
      const given = { kind: 'approval', decision, decisionNumber: '', reason: '缺少原始登记' } as const;
      await answer(county, open?.inquiryId ?? '', given);
      await clerk.must('sync.now', {});
      const view = await clerk.must('case.get', { caseId });
      expect(view.row.state).toBe(state);
      expect(view.timeline.at(-1)?.note).toBe('辽源市公安局南康分局 缺少原始登记');
      expect(view.documents.some(({ form }) => form === 'correction-refusal')).toBe(decision === 'refuse');
    }
  });

  it('and a decision that the chief had noted by hand meanwhile changes nothing', async () => {
    const { caseId } = (await waitsForCounty('010000058')).row;
    await chief.must('inquiry.ask', { caseId, ask: { kind: 'approval' } });
    await clerk.must('sync.now', {});
    await chief.must('case.approve', { caseId, decisionNumber: '南康公审〔2026〕20号' });
    const [open] = await openOf(county);
    await answer(county, open?.inquiryId ?? '', {
      kind: 'approval',
      decision: 'refuse',
      decisionNumber: '',
      reason: '迟到',
    });
    await clerk.must('sync.now', {});
    expect((await clerk.must('case.get', { caseId })).row.state).toBe('approved');
    expect(await clerk.must('inquiry.list', { caseId })).toMatchObject([
      { state: 'answered', answer: { decision: 'refuse' } },
    ]);
  });

  it('by the station only once it has consented itself, and by nobody who may not ask', async () => {
    const view = await enter(clerk, familyDraft({ addressId: await emptyRoom(clerk), household: 'new' }));
    const { caseId } = view.row;
    expect(await clerk.refused('inquiry.ask', { caseId, ask: { kind: 'approval' } })).toBe('CASE_STATE');
    const assistant = await counter.loggedIn('zhao');
    expect(await assistant.refused('inquiry.ask', { caseId, ask: { kind: 'approval' } })).toBe('ROLE_REFUSED');
  });
});

describe('a department is asked to confirm a statement', () => {
  const ask = (statement: string) => ({
    kind: 'verification' as const,
    department: 'property' as const,
    materialId: 'registered-lease',
    person: 0,
    statement,
  });
  const withoutLease = async () => {
    const draft = familyDraft({ addressId: await emptyRoom(clerk), household: 'new' });
    return {
      ...draft,
      materials: draft.materials.filter(({ materialId }) => materialId !== 'registered-lease'),
    };
  };

  it('and its yes takes the place of the paper, though the window still holds the draft from before', async () => {
    const draft = await withoutLease();
    const view = await enter(clerk, draft);
    const { caseId } = view.row;
    expect(blockers(view)).toEqual(['materials.registered-lease material-missing']);
    await clerk.must('inquiry.ask', { caseId, ask: ask('租住所选房屋，合同已备案') });
    await clerk.must('sync.now', {});
    const [open] = await openOf(property);
    expect(open?.ask).toMatchObject({ person: { name: '周试一' }, statement: '租住所选房屋，合同已备案' });
    const given = { kind: 'verification', result: 'confirmed', validOn: '2026-11-23', reference: '住建-18' } as const;
    await answer(property, open?.inquiryId ?? '', given);
    await clerk.must('sync.now', {});
    expect(blockers(await clerk.must('case.get', { caseId }))).toEqual([]);

    const { revision } = await clerk.must('case.save', { caseId, revision: view.revision, draft });
    const accepted = await clerk.must('case.accept', { caseId, revision });
    expect(accepted.draft.materials.find(({ materialId }) => materialId === 'registered-lease')).toMatchObject({
      state: 'verified',
      note: '房产部门 住建-18',
    });
    await clerk.must('case.withdraw', { caseId, reason: '测试完毕' });
  });

  it('and its no leaves the paper missing', async () => {
    const view = await enter(clerk, await withoutLease());
    const { caseId } = view.row;
    await clerk.must('inquiry.ask', { caseId, ask: ask('租住所选房屋，合同已备案') });
    await clerk.must('sync.now', {});
    const [open] = await openOf(property);
    const given = {
      kind: 'verification',
      result: 'not-confirmed',
      validOn: '2026-11-23',
      reference: '住建-19',
    } as const;
    await answer(property, open?.inquiryId ?? '', given);
    await clerk.must('sync.now', {});
    expect(blockers(await clerk.must('case.get', { caseId }))).toEqual(['materials.registered-lease material-missing']);
    expect(await clerk.must('inquiry.list', { caseId })).toMatchObject([{ answer: { result: 'not-confirmed' } }]);
  });

  it('about somebody whose number is whole', async () => {
    const draft = await withoutLease();
    const [first, ...others] = draft.people;
    if (!first) throw new Error('a family');
    const view = await enter(clerk, { ...draft, people: [{ ...first, citizenId: '2201' }, ...others] });
    const asked = { caseId: view.row.caseId, ask: ask('租住所选房屋，合同已备案') };
    expect(await clerk.refused('inquiry.ask', asked)).toBe('INQUIRY_INCOMPLETE');
  });
});
