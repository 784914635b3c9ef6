import { describe, expect, it } from 'vitest';
import { carriedOut, type Errand, entered } from '../fixtures/carrying-out.ts';
import { draftPerson } from '../fixtures/people.ts';
import { counterOfFile } from '../fixtures/ready-counter.ts';
import { blockers, emptyRoom } from '../fixtures/settling.ts';

const dayMs = 86_400_000;
let aheadMs = 0;
const one = counterOfFile(() => aheadMs);

/** Time goes by at the counter and at the registry alike, and the copy is brought up to date. */
async function pass(days: number): Promise<void> {
  aheadMs += days * dayMs;
  one.counter.wait(days * dayMs);
  await one.clerk.must('sync.now', {});
}

const findVisitor = async () => {
  const [found] = (await one.clerk.must('person.search', { text: '郑试来', purpose: 'counter' })).rows;
  if (!found) throw new Error('nobody knows the visitor');
  return found;
};
const errandOf = async (procedure: string, given: Partial<Errand> = {}): Promise<Errand> => ({
  procedure,
  subject: { kind: 'person', id: (await findVisitor()).personId },
  ...given,
});
const forms = (view: { documents: readonly { form: string }[] }): string[] => view.documents.map(({ form }) => form);

describe('somebody from another city', () => {
  it('is known to the register once their residence is registered', async () => {
    const visitor = draftPerson({ name: '郑试来', sex: '1', bornOn: '1992-09-10' });
    const closed = await carriedOut(one, {
      procedure: 'residence.register',
      people: [visitor],
      fields: { addressId: await emptyRoom(one.clerk), basis: 'rented', purpose: 'work', landlord: '房东' },
    });
    expect(closed.row.state).toBe('closed');
    expect(await findVisitor()).toMatchObject({ status: 'elsewhere', householdId: null, isProvisional: false });
  });

  it('gets no permit before half a year has passed', async () => {
    const view = await entered(
      one.clerk,
      await errandOf('permit.apply', {
        fields: { ground: 'job', medium: 'paper' },
        answers: { 'employment.stable': true },
      }),
    );
    expect(blockers(view)).toContain('procedure route-ineligible');
    const { caseId } = view.row;
    expect(await one.clerk.refused('case.accept', { caseId, revision: view.revision })).toBe('CASE_INELIGIBLE');
  });

  it('gets it afterwards, and nobody asks for a day that the register knows', async () => {
    await pass(185);
    const errand = await errandOf('permit.apply', {
      fields: { ground: 'job', medium: 'paper' },
      answers: { 'employment.stable': true },
    });
    const { procedure, subject } = errand;
    const started = await one.clerk.must('case.start', { procedure, subject });
    expect(started.draft.answers).toEqual({ 'residence.registeredSince': '2026-11-23' });
    const closed = await carriedOut(one, errand);
    expect(closed.approvals.map(({ level }) => level)).toEqual(['station', 'county']);
    expect(closed.timeline.map(({ act }) => act)).toContain('confirmed');
  });

  it('can not endorse it at once, the register says why, and nothing is changed', async () => {
    const errand = await errandOf('permit.endorse', { answers: { 'employment.stable': true } });
    const view = await entered(one.clerk, errand);
    expect(blockers(view).length).toBeGreaterThan(0);
    expect(await one.clerk.refused('case.accept', { caseId: view.row.caseId, revision: view.revision })).toMatch(
      /CASE_INELIGIBLE|CHANGE_REFUSED/,
    );
    expect((await one.clerk.must('case.get', { caseId: view.row.caseId })).row.state).toBe('draft');
  });

  it('endorses it in the month before the year is full', async () => {
    await pass(350);
    const errand = await errandOf('permit.endorse', { answers: { 'employment.stable': true } });
    const closed = await carriedOut(one, errand);
    expect(closed.row.state).toBe('closed');
    expect(forms(closed)).toEqual(['endorsement-record']);
  });

  it('moves inside the city and gives the permit back', async () => {
    const addressId = await emptyRoom(one.clerk);
    await carriedOut(one, await errandOf('residence.change', { fields: { basis: 'owned', addressId } }));
    const closed = await carriedOut(one, await errandOf('permit.cancel', { fields: { reason: 'given-up' } }));
    expect(closed.row.state).toBe('closed');
  });

  it('leaves the city once: a registration that ended is not ended again', async () => {
    const errand = await errandOf('residence.cancel', { fields: { reason: 'moved-away' } });
    expect((await carriedOut(one, errand)).row.state).toBe('closed');
    const again = await entered(one.clerk, errand);
    const { caseId } = again.row;
    const answer = await one.clerk.call('case.accept', { caseId, revision: again.revision });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'CHANGE_REFUSED', details: { refusal: 'residence-ended' } },
    });
  });
});
