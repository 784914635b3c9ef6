import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApplicantScreen } from './applicant-screen.ts';
import { Counter } from './counter.ts';
import { shown } from './look.ts';
import { family } from './people.ts';
import { press } from './person-entry.ts';
import { listFreeRooms, practiceWorld } from './practice-world.ts';
import { listPrinted, readPrinted } from './printed-papers.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { enterFamily, signAndAccept } from './settle-family.ts';

const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
let program: OpenedProgram;
let counter: Counter;
let applicant: ApplicantScreen;
let caseId = '';

beforeAll(async () => {
  program = await openProgram({ dataDir: await practiceWorld(), args: ['--applicant-window', ...camera] });
  counter = new Counter(program.clerk);
  applicant = new ApplicantScreen(await program.applicant());
}, 300_000);
afterAll(() => program?.close());

it('takes a family from the first question to an accepted case, by keyboard only', async () => {
  await counter.logIn('li');
  await counter.waitUntilSynchronised();
  await counter.countPointer();
  caseId = await enterFamily(counter, { room: listFreeRooms(1)[0], photographs: '居民身份证' });
  await signAndAccept(counter, applicant);
  const view = await counter.ask('case.get', { caseId });
  expect(view.row).toMatchObject({ state: 'accepted', peopleCount: 3, applicantName: family.applicant.name });
  expect(view.signature?.isCurrent).toBe(true);
  const photographed = view.draft.materials.filter(({ attachmentIds }) => attachmentIds.length > 0);
  expect(photographed.map(({ materialId }) => materialId)).toEqual(['id-card']);
  expect(await counter.pointerCount()).toBe(0);
}, 180_000);

it('prints the receipt with the acceptance number at once', async () => {
  await counter.record.print('受理回执');
  const [receipt = ''] = listPrinted(program.printedDir);
  const words = readPrinted(program.printedDir, receipt);
  const { row } = await counter.ask('case.get', { caseId });
  expect(words).toContain('陈*例');
  expect(words).toContain(row.acceptanceNumber ?? 'no number');
  expect(words).not.toContain('预览无效');
}, 60_000);

it('is approved by the chief, registered and confirmed by the registry', async () => {
  await counter.logOut();
  await counter.logIn('suo');
  await counter.openCase(caseId);
  await counter.record.approve('符合条件，同意落户');
  await counter.waitForState(caseId, 'approved');
  await counter.record.register();
  await counter.waitForState(caseId, 'confirmed');
}, 90_000);

it('prints a card for each person and the first page of the new book, and closes by itself', async () => {
  await counter.record.printAll();
  await counter.waitForState(caseId, 'closed');
  const printed = listPrinted(program.printedDir).map((name) => readPrinted(program.printedDir, name));
  for (const name of [family.applicant.name, family.spouse.name, family.child.name])
    expect(printed.filter((words) => words.includes('常住人口登记卡') && words.includes(`姓名${name}`))).toHaveLength(
      1,
    );
  const naming = printed.filter(
    (words) => words.includes(`户主姓名${family.applicant.name}`) && words.includes('户号'),
  );
  expect(naming.filter((words) => words.includes('常住人口登记表'))).toHaveLength(3);
  expect(naming.filter((words) => !words.includes('常住人口登记表'))).toHaveLength(1);
}, 90_000);

it('shows the registry connected and an empty outbox on the page about synchronising', async () => {
  await counter.goTo('同步');
  await shown(counter.page.getByText('人口库：已连接').first());
  await shown(counter.page.getByText('没有待上报、待确认的业务。'));
  const { rows } = await counter.ask('person.search', { text: family.applicant.citizenId, purpose: 'counter' });
  expect(rows[0]).toMatchObject({ name: family.applicant.name, isProvisional: false, isHere: true });
}, 60_000);

it('counts the family in the chief’s report, on screen and on paper', async () => {
  await counter.goTo('报表');
  await shown(counter.page.getByText('合法稳定住所落户').first());
  const before = listPrinted(program.printedDir);
  await press(counter.page.getByRole('button', { name: /打印报表/ }));
  await counter.until(async () => listPrinted(program.printedDir).length > before.length, 'the report is printed');
  const [report = ''] = listPrinted(program.printedDir).filter((name) => !before.includes(name));
  const words = readPrinted(program.printedDir, report);
  expect(words).toContain('合法稳定住所落户');
  expect(words).not.toContain(family.applicant.name);
}, 60_000);
