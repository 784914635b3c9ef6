import { expect, it } from 'vitest';
import { ApplicantScreen } from './applicant-screen.ts';
import { Counter } from './counter.ts';
import { shown } from './look.ts';
import { family } from './people.ts';
import { listFreeRooms, practiceWorld } from './practice-world.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { enterFamily, signAndAccept } from './settle-family.ts';

/** A pause of 300 ms saves what is typed; the cut comes a little later, on a slow computer too. */
const saveMs = 1200;

async function reopen(program: OpenedProgram, dataDir: string): Promise<{ program: OpenedProgram; counter: Counter }> {
  await program.kill();
  const again = await openProgram({ dataDir, args: ['--applicant-window'] });
  const counter = new Counter(again.clerk);
  await counter.logIn('li');
  return { program: again, counter };
}

it('keeps every typed field when the power goes at any step', async () => {
  const dataDir = await practiceWorld();
  let program = await openProgram({ dataDir, args: ['--applicant-window'] });
  let counter = new Counter(program.clerk);
  try {
    await counter.logIn('li');
    const caseId = await counter.newApplicant();
    await counter.entry.readCard(0, family.applicant.name);
    await counter.entry.type(0, family.applicant.typed);
    await counter.page.waitForTimeout(saveMs);

    ({ program, counter } = await reopen(program, dataDir));
    await counter.openCase(caseId);
    const person = counter.entry.person(0);
    expect(await person.getByLabel('姓名', { exact: true }).inputValue()).toBe(family.applicant.name);
    expect(await person.getByLabel('联系电话', { exact: true }).inputValue()).toBe(family.applicant.typed.联系电话);
    await counter.entry.goOn('情形与途径');
    await counter.entry.answer('在拟落户地有什么住所？', '租赁住房');
    await counter.page.waitForTimeout(saveMs);

    ({ program, counter } = await reopen(program, dataDir));
    await counter.openCase(caseId);
    await shown(counter.entry.step('情形与途径', true));
    const { draft } = await counter.ask('case.get', { caseId });
    expect(draft.answers).toMatchObject({ home: 'rented' });
    expect(draft.people[0]).toMatchObject({
      name: family.applicant.name,
      citizenId: family.applicant.citizenId,
      source: 'card',
    });
  } finally {
    await program.close();
  }
}, 300_000);

it('keeps a whole family through a cut on the check page, and number and signature through one right after acceptance', async () => {
  const dataDir = await practiceWorld();
  let program = await openProgram({ dataDir, args: ['--applicant-window'] });
  let counter = new Counter(program.clerk);
  try {
    await counter.logIn('li');
    await counter.waitUntilSynchronised();
    const caseId = await enterFamily(counter, { room: listFreeRooms(1)[0] });
    const entered = await counter.ask('case.get', { caseId });

    ({ program, counter } = await reopen(program, dataDir));
    await counter.openCase(caseId);
    await shown(counter.entry.step('核对受理', true));
    expect((await counter.ask('case.get', { caseId })).draft).toEqual(entered.draft);
    expect(entered.draft.people.map(({ name }) => name)).toEqual([
      family.applicant.name,
      family.spouse.name,
      family.child.name,
    ]);
    await signAndAccept(counter, new ApplicantScreen(await program.applicant()));
    const before = await counter.ask('case.get', { caseId });

    ({ program, counter } = await reopen(program, dataDir));
    const after = await counter.ask('case.get', { caseId });
    expect(after.row).toMatchObject({ state: 'accepted', acceptanceNumber: before.row.acceptanceNumber });
    expect(after.draft).toEqual(before.draft);
    expect(after.signature).toEqual(before.signature);
  } finally {
    await program.close();
  }
}, 300_000);
