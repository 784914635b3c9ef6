import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApplicantScreen } from './applicant-screen.ts';
import { Counter } from './counter.ts';
import { shown } from './look.ts';
import { family } from './people.ts';
import { listFreeRooms, practiceWorld } from './practice-world.ts';
import { listPrinted } from './printed-papers.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { enterFamily, signAndAccept } from './settle-family.ts';

let program: OpenedProgram;
let counter: Counter;
let caseId = '';

beforeAll(async () => {
  program = await openProgram({ dataDir: await practiceWorld(), args: ['--applicant-window'] });
  counter = new Counter(program.clerk);
  await counter.logIn('wang');
  await counter.waitUntilSynchronised();
}, 300_000);
afterAll(() => program?.close());

it('works on while the registry is away: entry, acceptance, receipt, approval, registration', async () => {
  await program.order('registry-off');
  caseId = await enterFamily(counter, { room: listFreeRooms(2)[1] });
  await signAndAccept(counter, new ApplicantScreen(await program.applicant()));
  await counter.record.print('受理回执');
  await counter.logOut();
  await counter.logIn('suo');
  await counter.openCase(caseId);
  await counter.record.approve('同意');
  await counter.waitForState(caseId, 'approved');
  await counter.record.register();
  await counter.waitForState(caseId, 'provisional');
}, 240_000);

it('shows the record as provisional and lets the final papers wait', async () => {
  await shown(counter.page.getByText('待确认').first());
  const before = listPrinted(program.printedDir).length;
  const { documents } = await counter.ask('case.get', { caseId });
  const waiting = documents.filter(({ state }) => state === 'waiting');
  expect(waiting.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([family.applicant.name, family.child.name]),
  );
  for (const { documentId } of waiting) {
    const answer = await counter.page.evaluate(
      (id) => window.luohu.call('document.print', { documentId: id }),
      documentId,
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'DOCUMENT_WAITS' } });
  }
  expect(listPrinted(program.printedDir)).toHaveLength(before);
  const { rows } = await counter.ask('person.search', { text: family.applicant.citizenId, purpose: 'counter' });
  expect(rows[0]).toMatchObject({ isProvisional: true, isHere: true });
  expect(await counter.ask('sync.outbox', {})).toHaveLength(1);
}, 60_000);

it('keeps the provisional record through a restart of the service', async () => {
  await program.order('service-crash');
  await counter.page.waitForTimeout(1500);
  const lock = counter.page.getByRole('textbox', { name: '用户名' });
  await shown(lock);
  await counter.logIn('suo');
  await counter.waitForState(caseId, 'provisional');
}, 60_000);

it('is confirmed and can be printed by itself when the registry is back', async () => {
  await program.order('registry-on');
  await counter.waitForState(caseId, 'confirmed');
  await counter.openCase(caseId);
  await shown(counter.record.papers().getByRole('button', { name: /全部打印/ }));
  await counter.record.printAll();
  await counter.waitForState(caseId, 'closed');
  expect(await counter.ask('sync.outbox', {})).toEqual([]);
}, 180_000);
