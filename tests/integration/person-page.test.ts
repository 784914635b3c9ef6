import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../shared/contract/register.ts';
import { approved, carriedOut, deathOfHead, entered, memberOf, townHousehold } from '../fixtures/carrying-out.ts';
import { portrait } from '../fixtures/portrait.ts';
import { counterOfFile } from '../fixtures/ready-counter.ts';
import { blockers } from '../fixtures/settling.ts';

const one = counterOfFile();
const purpose = 'counter' as const;
const answers = { 'query.ownRecord': true };

const subjectOf = async (number: string, name: string) => {
  const place = await townHousehold(one.clerk, number);
  return { kind: 'person' as const, id: memberOf(place, name) };
};
const pageOf = (personId: string) => one.clerk.must('person.page', { personId, purpose });
const historyOf = (personId: string): Promise<HistoryEntry[]> =>
  one.clerk.must('history.get', { kind: 'person', id: personId, purpose });
const named = async (text: string) =>
  (await one.clerk.must('person.search', { text, purpose })).rows.map(({ name }) => name);

describe('a photograph taken at the counter', () => {
  it('is the person’s once the case is registered, and stands on their page and on the paper that has room for it', async () => {
    const subject = await subjectOf('010000060', '吴淑琴');
    expect((await pageOf(subject.id)).person.photoId).toBeNull();
    const image = portrait();
    const { photoId } = await one.clerk.must('photo.keep', { image });
    expect((await one.clerk.must('photo.keep', { image })).photoId).toBe(photoId);
    const { row } = await carriedOut(one, { procedure: 'item.other', subject, fields: { photoId } });
    expect((await pageOf(subject.id)).person.photoId).toBe(photoId);
    expect(await one.clerk.must('photo.get', { photoId })).toEqual({ image, kind: 'image/png' });
    const { documentId } = await one.clerk.must('document.add', { caseId: row.caseId, form: 'resident-form' });
    const { pdf } = await one.clerk.must('document.issue', { documentId, reason: '核对' });
    expect(Buffer.from(pdf).includes('/Subtype /Image')).toBe(true);
    const [entry] = await historyOf(subject.id);
    expect(entry?.changes).toMatchObject([{ field: 'photoId', before: null, after: photoId }]);
  });

  it('is refused with the limits where it is no picture, too small or too large, and nothing is kept', async () => {
    const refused = async (image: Uint8Array) => one.clerk.call('photo.keep', { image });
    const limits = { limitKb: 1024, widthPx: 240, heightPx: 300 };
    const failure = { ok: false, error: { code: 'PHOTO_REFUSED', details: limits } };
    expect(await refused(new TextEncoder().encode('%PDF-1.7'))).toEqual(failure);
    expect(await refused(portrait(120, 150))).toEqual(failure);
    expect(await refused(new Uint8Array([...portrait(), ...new Uint8Array(1024 * 1024)]))).toEqual(failure);
    const unknown = { photoId: '0'.repeat(64) };
    expect(await one.clerk.refused('photo.get', unknown)).toBe('NOT_FOUND');
  });
});

describe('a corrected number', () => {
  it('leads to the person for ever, and stays among their numbers', async () => {
    const subject = await subjectOf('010000048', '张铭鑫');
    const before = (await pageOf(subject.id)).person.citizenId;
    await carriedOut(one, { procedure: 'item.id-number', subject });
    const { person, cases } = await pageOf(subject.id);
    expect(person.citizenId).not.toBe(before);
    expect(person.formerCitizenIds).toEqual([before]);
    expect(await named(before)).toEqual(['张铭鑫']);
    expect(await named(person.citizenId)).toEqual(['张铭鑫']);
    expect(cases).toHaveLength(1);
    const assistant = await one.counter.loggedIn('zhao');
    const masked = await assistant.must('person.page', { personId: subject.id, purpose });
    expect(masked.person.formerCitizenIds[0]).toMatch(/^\d{6}\*{8}\d{3}[\dX]$/);
  });
});

describe('the cases of a person', () => {
  it('are listed however they ended: refused, withdrawn before or after acceptance, or only looked up', async () => {
    const subject = await subjectOf('010000038', '宋彦翔');
    const renamed = { procedure: 'item.name', subject, fields: { name: '宋彦飞' } };
    const begun = await entered(one.clerk, renamed);
    await one.clerk.must('case.withdraw', { caseId: begun.row.caseId, reason: '群众改日再来' });
    const accepted = await approved(one, renamed);
    await one.clerk.must('case.withdraw', { caseId: accepted.row.caseId, reason: '群众不再办理' });
    const asked = await entered(one.clerk, renamed);
    const { caseId, applicantName } = asked.row;
    await one.clerk.must('case.accept', { caseId, revision: asked.revision });
    await one.chief.must('case.refuse', { caseId, reason: '用字不规范' });
    const looked = await carriedOut(one, { procedure: 'person.history', subject, answers });
    const { cases } = await pageOf(subject.id);
    expect(applicantName).toBe('宋彦翔');
    expect(cases.map((row) => [row.caseId, row.state]).sort()).toEqual(
      [
        [begun.row.caseId, 'withdrawn'],
        [accepted.row.caseId, 'withdrawn'],
        [caseId, 'refused'],
        [looked.row.caseId, 'closed'],
      ].sort(),
    );
  });

  it('that have ended, or only look something up, keep nobody from another case', async () => {
    const subject = await subjectOf('010000038', '宋彦翔');
    const view = await entered(one.clerk, { procedure: 'item.name', subject, fields: { name: '宋彦飞' } });
    expect(blockers(view)).toEqual([]);
    const looking = await entered(one.clerk, { procedure: 'person.history', subject, answers });
    await one.clerk.must('case.accept', { caseId: looking.row.caseId, revision: looking.revision });
    const { assessment } = await one.clerk.must('case.get', { caseId: view.row.caseId });
    expect(assessment.problems.map(({ code }) => code)).not.toContain('person-in-other-case');
  });
});

describe('a warning of the register', () => {
  it('stops the case until the officer says why, and the reason stays with the event and in the history', async () => {
    const subject = await subjectOf('010000060', '李斌顺');
    const fields = { capacity: 'limited' };
    const started = await one.clerk.must('case.start', { procedure: 'item.other', subject });
    const { caseId } = started.row;
    await one.clerk.must('case.save', { caseId, revision: started.revision, draft: { ...started.draft, fields } });
    expect(blockers(await one.clerk.must('case.get', { caseId }))).toContain('reasons.head-incapable reason-missing');
    await one.clerk.must('case.withdraw', { caseId, reason: '重新录入' });
    const reasons = { 'head-incapable': '配偶长期在外，由其继续任户主' };
    await carriedOut(one, { procedure: 'item.other', subject, fields, reasons });
    const [entry] = await historyOf(subject.id);
    expect(entry?.reasons).toEqual(['配偶长期在外，由其继续任户主']);
  });
});

describe('the history', () => {
  it('tells the role of whoever did it, the station and the window', async () => {
    const subject = await subjectOf('010000060', '李斌顺');
    const [entry] = await historyOf(subject.id);
    expect(entry).toMatchObject({ role: 'clerk', isHere: true, isThisWindow: true, station: { zh: '南康派出所' } });
  });

  it('tells why something was reversed', async () => {
    const subject = await subjectOf('010000024', '张磊');
    await carriedOut(one, { procedure: 'item.name', subject, fields: { name: '张蕾' } });
    const [changed] = await historyOf(subject.id);
    await one.chief.must('register.reverse', { eventId: changed?.eventId ?? '', reason: '录入有误' });
    const [reversal] = await historyOf(subject.id);
    expect(reversal).toMatchObject({ eventKind: 'event.reversed', role: 'chief', reasons: ['录入有误'] });
  });
});

describe('a death', () => {
  it('is shown by its own day beside the day on which it was registered', async () => {
    const { place, personId } = await deathOfHead(one);
    const { householdId } = place.household;
    const { former } = await one.clerk.must('household.page', { householdId, purpose });
    expect(former).toMatchObject([{ leftOn: '2026-11-20', membership: { untilOn: '2026-11-23' } }]);
    const page = await pageOf(personId);
    expect(page).toMatchObject({ endRegisteredOn: '2026-11-23', person: { endedOn: '2026-11-20', status: 'dead' } });
  });
});

describe('a subject chosen inside a case', () => {
  it('gives the case what it would have begun with from their page', async () => {
    const { rows } = await one.clerk.must('person.searchBy', {
      criteria: { status: 'elsewhere', bornFrom: '1930-01-01' },
      purpose,
    });
    const procedure = 'permit.endorse';
    const begun = await Promise.all(
      rows.map(async ({ personId }) => {
        const subject = { kind: 'person' as const, id: personId };
        const { draft } = await one.clerk.must('case.start', { procedure, subject });
        const about = await one.clerk.must('case.about', { procedure, subject, purpose });
        expect(about).toEqual({ people: draft.people, answers: draft.answers });
        return about.answers;
      }),
    );
    expect(begun.some((answers) => 'permit.issued' in answers)).toBe(true);
    const unknown = { kind: 'person' as const, id: '01890000-0000-7000-8000-000000000000' };
    expect(await one.clerk.refused('case.about', { procedure, subject: unknown, purpose })).toBe('NOT_FOUND');
  });
});
