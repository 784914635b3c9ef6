import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrokenAuditLine } from '../../electron/station/store/audit-lines.ts';
import { DatabaseNewer } from '../../electron/station/store/database.ts';
import type { RunningRegistry } from '../../registry/server.ts';
import type { Draft, DraftPerson } from '../../shared/contract/draft.ts';
import { contract, type EndpointName } from '../../shared/contract/index.ts';
import { type Desk, startTestRegistry, type TestCounter } from '../fixtures/counter.ts';
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

const family = async () => familyDraft({ addressId: await emptyRoom(clerk), household: 'new' });

type Change = (draft: Draft) => Draft;

/** Changes one person of a draft. */
const person =
  (position: number, changed: Partial<DraftPerson> | ((person: DraftPerson) => Partial<DraftPerson>)): Change =>
  (draft) => ({
    ...draft,
    people: draft.people.map((each, index) =>
      index === position ? { ...each, ...(typeof changed === 'function' ? changed(each) : changed) } : each,
    ),
  });

const spoiled = (number: string): string => number.replace(/.$/, (digit) => (digit === '1' ? '2' : '1'));

const mistakes: readonly [what: string, blocker: string, change: Change][] = [
  [
    'a wrong check digit',
    'people.0.citizenId citizen-id-check-digit',
    person(0, ({ citizenId }) => ({ citizenId: spoiled(citizenId) })),
  ],
  ['a birth date in the future', 'people.2.bornOn birth-date-future', person(2, { bornOn: '2027-01-01' })],
  ['a child older than the applicant', 'people.2.bornOn companion-too-old', person(2, { bornOn: '1980-01-01' })],
  ['a sex that the number contradicts', 'people.1.sex sex-disagrees', person(1, { sex: '1' })],
  ['a name with a private-use character', 'people.0.name name-private-use', person(0, { name: '周\uE000' })],
  ['a married child', 'people.2.relationToApplicant companion-ineligible', person(2, { maritalStatus: '20' })],
  ['two heads', 'people.1.relationToHead relation-head-twice', person(1, { relationToHead: '02' })],
  [
    'an address that does not exist',
    'target.addressId address-unknown',
    (draft) => ({ ...draft, target: { ...draft.target, addressId: '01890000-0000-7000-8000-000000000000' } }),
  ],
  [
    'a missing lease',
    'materials.registered-lease material-missing',
    (draft) => ({ ...draft, materials: draft.materials.filter(({ materialId }) => materialId !== 'registered-lease') }),
  ],
  ['a wish that is not their own', 'isVoluntary not-voluntary', (draft) => ({ ...draft, isVoluntary: false })],
  [
    'a household of thirteen',
    'target.household household-full',
    (draft) => ({
      ...draft,
      people: [...draft.people, ...draft.people, ...draft.people, ...draft.people, ...draft.people],
    }),
  ],
];

describe('what is entered', () => {
  it.each(mistakes)('%s is named and stops the case', async (_what, blocker, change) => {
    const view = await enter(clerk, change(await family()));
    expect(blockers(view)).toContain(blocker);
    expect(await clerk.refused('case.accept', { caseId: view.row.caseId, revision: view.revision })).toBe(
      'CASE_INCOMPLETE',
    );
    expect((await clerk.must('case.get', { caseId: view.row.caseId })).row.state).toBe('draft');
  });

  it('is all there after a restart, half-typed words too', async () => {
    const draft = await family();
    const [applicant] = draft.people;
    if (!applicant) throw new Error('no applicant');
    const half = {
      ...draft,
      people: [{ ...applicant, name: '周', citizenId: '2201221988', bornOn: '1988-0' }],
      step: 'people',
    };
    const { caseId } = (await enter(clerk, half)).row;
    await counter.stop();
    await counter.start(registry.url);
    clerk = await counter.loggedIn('li');
    chief = await counter.loggedIn('suo');
    expect((await clerk.must('case.get', { caseId })).draft).toEqual(half);
  });

  it('is not overwritten by a window that saw an older state', async () => {
    const view = await enter(clerk, await family());
    const { caseId } = view.row;
    await clerk.must('case.save', { caseId, revision: view.revision, draft: view.draft });
    expect(await clerk.refused('case.save', { caseId, revision: view.revision, draft: view.draft })).toBe(
      'CASE_REVISION',
    );
  });

  it('is put aside when its file is broken, and the other cases go on', async () => {
    const broken = await enter(clerk, await family());
    await counter.stop();
    const file = new Sqlite(join(counter.dataDir, 'station.db'));
    file.prepare('UPDATE cases SET draft = \'{"people": 7\' WHERE case_id = ?').run(broken.row.caseId);
    file.close();
    await counter.start(registry.url);
    clerk = await counter.loggedIn('li');
    chief = await counter.loggedIn('suo');
    expect(await clerk.refused('case.get', { caseId: broken.row.caseId })).toBe('CASE_UNREADABLE');
    expect((await clerk.must('case.list', { queue: 'drafts' })).length).toBeGreaterThan(1);
  });
});

describe('who may do what', () => {
  it('nobody approves what they accepted themselves', async () => {
    const view = await enter(chief, await family());
    await chief.must('case.accept', { caseId: view.row.caseId, revision: view.revision });
    expect(await chief.refused('case.approve', { caseId: view.row.caseId })).toBe('SAME_OPERATOR');
    await chief.must('case.withdraw', { caseId: view.row.caseId, reason: '试' });
  });

  it('a person in a running case cannot enter another', async () => {
    const first = await enter(clerk, await family());
    await clerk.must('case.accept', { caseId: first.row.caseId, revision: first.revision });
    const second = await enter(clerk, await family());
    expect(await clerk.refused('case.accept', { caseId: second.row.caseId, revision: second.revision })).toBe(
      'PERSON_IN_OTHER_CASE',
    );
    await chief.must('case.return', { caseId: first.row.caseId, reason: '租赁合同未备案' });
    const returned = await clerk.must('case.get', { caseId: first.row.caseId });
    expect(returned.row.state).toBe('returned');
    const again = await clerk.must('case.accept', { caseId: first.row.caseId, revision: returned.revision });
    expect(again.row.acceptanceNumber).toBe(returned.row.acceptanceNumber);
    await chief.must('case.refuse', { caseId: first.row.caseId, reason: '申请人撤回意愿' });
  });

  it('an assistant enters but does not register, and sees numbers masked', async () => {
    const assistant = await counter.loggedIn('zhao');
    const [somebody] = (await clerk.must('person.search', { text: '王', purpose: 'counter' })).rows;
    const { rows } = await assistant.must('person.search', { text: somebody?.name ?? '', purpose: 'counter' });
    expect(rows.every(({ citizenId }) => citizenId.includes('*'))).toBe(true);
    expect(await assistant.refused('case.register', { caseId: '01890000-0000-7000-8000-000000000000' })).toBe(
      'ROLE_REFUSED',
    );
  });

  it('five wrong passwords lock the account, also over a restart', async () => {
    const desk = counter.desk();
    const answers = [];
    for (let tries = 0; tries < 5; tries += 1)
      answers.push(await desk.refused('session.login', { login: 'wang', password: 'falsch' }));
    expect(answers).toEqual(['LOGIN_FAILED', 'LOGIN_FAILED', 'LOGIN_FAILED', 'LOGIN_FAILED', 'LOGIN_LOCKED_OUT']);
    await counter.stop();
    await counter.start(registry.url);
    clerk = await counter.loggedIn('li');
    chief = await counter.loggedIn('suo');
    expect(await counter.desk().refused('session.login', { login: 'wang', password: 'lianxi-2' })).toBe(
      'LOGIN_LOCKED_OUT',
    );
    counter.wait(15 * 60_000 + 1000);
    await counter.desk().must('session.login', { login: 'wang', password: 'lianxi-2' });
  });

  it('a locked window does nothing until the password is given', async () => {
    const desk = await counter.loggedIn('li');
    await desk.must('session.lock', {});
    expect(await desk.refused('home.summary', {})).toBe('SESSION_LOCKED');
    await desk.must('session.unlock', { password: 'lianxi-1' });
    await desk.must('home.summary', {});
  });
});

describe('every endpoint', () => {
  const names = Object.keys(contract) as EndpointName[];
  const served = names.filter(
    (name) => contract[name].servedBy === 'station' && !name.startsWith('session.') && name !== 'sync.now',
  );

  it('answers nonsense with a code and never with a bug', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...served), fc.jsonValue(), async (name, input) => {
        const answer = await clerk.call(name, input as never);
        expect(answer.ok ? 'done' : answer.error.code).not.toBe('BUG');
      }),
      { numRuns: 300 },
    );
  });

  it('is closed to a window without a log-in', async () => {
    const desk = counter.desk();
    for (const name of served.filter((each) => contract[each].roles !== null)) {
      const answer = await desk.call(name, {} as never);
      expect([name, answer.ok ? 'done' : answer.error.code]).toEqual([
        name,
        expect.stringMatching(/^(SESSION_REQUIRED|INPUT_INVALID)$/),
      ]);
    }
  });

  it('of the clerk is closed to the applicant’s window', async () => {
    expect(await counter.desk('applicant').refused('home.summary', {})).toBe('CALLER_REFUSED');
  });
});

describe('the log', () => {
  it('holds who did what, refuses changes, and notices one made behind its back', async () => {
    await counter.stop();
    const file = new Sqlite(join(counter.dataDir, 'station.db'));
    expect(findBrokenAuditLine(file)).toBeNull();
    expect(() => file.prepare("UPDATE audit SET result = 'done'").run()).toThrow(/append-only/);
    file.exec('DROP TRIGGER audit_keeps_lines');
    file.prepare('UPDATE audit SET operator_id = NULL WHERE audit_id = 5').run();
    expect(findBrokenAuditLine(file)).toBe(5);
    file.close();
  });

  it('is not opened by an older program', async () => {
    const file = new Sqlite(join(counter.dataDir, 'station.db'));
    file.pragma('user_version = 9999');
    file.close();
    const before = readFileSync(join(counter.dataDir, 'station.db'));
    await expect(counter.start(registry.url)).rejects.toThrow(DatabaseNewer);
    expect(readFileSync(join(counter.dataDir, 'station.db')).equals(before)).toBe(true);
    writeFileSync(join(counter.dataDir, 'station.db'), before);
  });
});
