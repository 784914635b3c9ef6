import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../../../registry/server.ts';
import type { CaseView } from '../../../../shared/contract/case.ts';
import type { Draft } from '../../../../shared/contract/draft.ts';
import type { PersonRow } from '../../../../shared/contract/person.ts';
import { type Desk, startTestRegistry, type TestCounter } from '../../../fixtures/counter.ts';
import { familyDraft, madeUpNumber } from '../../../fixtures/people.ts';
import { openReadyCounter } from '../../../fixtures/ready-counter.ts';
import { blockers, emptyRoom, enter } from '../../../fixtures/settling.ts';

let registry: RunningRegistry;
let counter: TestCounter;
let clerk: Desk;
let assistant: Desk;
let namesake: PersonRow;

beforeAll(async () => {
  registry = await startTestRegistry();
  ({ counter, clerk } = await openReadyCounter(registry.url));
  assistant = await counter.loggedIn('zhao');
  const { rows } = await clerk.must('person.search', { text: '1975', purpose: 'counter' });
  namesake = rows.find(({ status, name }) => status === 'registered' && [...name].length === 3) ?? expect.unreachable();
}, 60_000);

afterAll(async () => {
  await counter.discard();
  await registry.stop();
});

/** A family whose applicant is entered so. */
async function familyWith(applicant: Partial<Draft['people'][number]>): Promise<CaseView> {
  const draft = familyDraft({ addressId: await emptyRoom(clerk), household: 'new' });
  const [first, ...others] = draft.people;
  if (!first) throw new Error('a family has an applicant');
  return enter(clerk, { ...draft, people: [{ ...first, ...applicant }, ...others] });
}

/** Somebody of the name and birth date of one who is registered, with a number of another city. */
const likeNamesake = (name = namesake.name) => {
  const { bornOn, sex } = namesake;
  return { name, bornOn, sex, citizenId: madeUpNumber('220122', bornOn, sex === '1' ? '905' : '906') };
};
const enteredOf = (view: CaseView) => {
  const { name, bornOn, citizenId } = view.draft.people[0] ?? expect.unreachable();
  return { name, bornOn, citizenId };
};
const problemsOf = (view: CaseView) =>
  view.assessment.problems
    .filter(({ code }) => code === 'duplicate-possible' || code === 'number-of-another')
    .map(({ path, code, weight, params }) => ({ path, code, weight, params }));

describe('somebody who comes under registration', () => {
  it('with the name and birth date of one who is registered is accepted only when an officer recorded the comparison', async () => {
    const view = await familyWith(likeNamesake());
    const { caseId } = view.row;
    expect(problemsOf(view)).toEqual([
      {
        path: 'people.0.name',
        code: 'duplicate-possible',
        weight: 'blocks',
        params: { name: namesake.name, count: 1 },
      },
    ]);
    const about = { caseId, ...enteredOf(view) };
    const finding = { about, otherId: namesake.personId, outcome: 'different', note: '出生地不同' } as const;
    expect(await assistant.refused('duplicate.record', finding)).toBe('ROLE_REFUSED');
    expect(await clerk.must('duplicate.record', finding)).toMatchObject({ outcome: 'different', note: '出生地不同' });
    expect(problemsOf(await clerk.must('case.get', { caseId }))).toEqual([]);
  });

  it('with a similar name is shown, and can be accepted', async () => {
    const view = await familyWith(likeNamesake(`${namesake.name}生`));
    expect(problemsOf(view)).toMatchObject([{ path: 'people.0.name', weight: 'warns' }]);
    expect(blockers(view).filter((it) => it.startsWith('people.0.name'))).toEqual([]);
  });

  it('under a number that the register knows under another name is stopped', async () => {
    const view = await familyWith({ ...likeNamesake('另一人'), citizenId: namesake.citizenId });
    expect(blockers(view)).toContain('people.0.citizenId number-of-another');
    expect(await clerk.refused('case.accept', { caseId: view.row.caseId, revision: view.revision })).not.toBe('BUG');
  });

  it('under their own number and name is not their own duplicate', async () => {
    const { name, bornOn, sex, citizenId } = namesake;
    expect(problemsOf(await familyWith({ name, bornOn, sex, citizenId }))).toEqual([]);
  });
});

describe('side by side', () => {
  it('the candidate stands with why and what was recorded', async () => {
    const view = await familyWith(likeNamesake());
    const { candidates, subject } = await clerk.must('duplicate.find', enteredOf(view));
    expect(subject).toBeNull();
    expect(candidates).toMatchObject([
      {
        row: { personId: namesake.personId, citizenId: namesake.citizenId, address: namesake.address },
        particulars: { ethnicity: expect.any(String), father: null },
        why: ['same-name-and-birth'],
        finding: { outcome: 'different', by: expect.any(String) },
      },
    ]);
  });

  it('an assistant sees the numbers masked', async () => {
    const { candidates } = await assistant.must('duplicate.find', { name: namesake.name, bornOn: namesake.bornOn });
    expect(candidates.map(({ row }) => row.citizenId)).toEqual([
      namesake.citizenId.replace(/(?<=^.{6}).{8}/, '********'),
    ]);
  });

  it('two of the register are compared the same way', async () => {
    const found = await clerk.must('duplicate.find', { personId: namesake.personId });
    expect(found.subject?.row).toMatchObject({ personId: namesake.personId, name: namesake.name });
    expect(await clerk.refused('duplicate.find', { personId: '00000000-0000-7000-8000-000000000001' })).toBe(
      'NOT_FOUND',
    );
  });
});

describe('recording', () => {
  it('refuses one person with themselves, and somebody the case no longer has', async () => {
    const { personId } = namesake;
    const self = { about: { personId }, otherId: personId, outcome: 'same' } as const;
    expect(await clerk.refused('duplicate.record', self)).toBe('INPUT_INVALID');
    const view = await familyWith(likeNamesake());
    const changed = {
      about: { caseId: view.row.caseId, ...enteredOf(view), name: '改名' },
      otherId: personId,
      outcome: 'same',
    } as const;
    expect(await clerk.refused('duplicate.record', changed)).toBe('NOT_FOUND');
  });

  it('leaves a line in the log without anybody’s name', () => {
    const log = new Sqlite(join(counter.dataDir, 'station.db'), { readonly: true });
    const lines = log
      .prepare<[], { details: string; result: string }>(
        `SELECT details, result FROM audit WHERE action = 'duplicate.record' AND result = 'done'`,
      )
      .all();
    log.close();
    expect(lines.map(({ details }) => JSON.parse(details))).toEqual([
      { other: namesake.personId, outcome: 'different' },
    ]);
    expect(JSON.stringify(lines)).not.toContain(namesake.name);
  });
});
