import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { practiceCards } from '../../electron/main/card-readers/practice-cards.ts';
import { writeIdCardBlock } from '../../shared/domain/id-card.ts';
import { ApplicantScreen } from './applicant-screen.ts';
import { Counter } from './counter.ts';
import { emptyFolder } from './empty-folder.ts';
import { talent } from './people.ts';
import { listFreeRooms, practiceWorld } from './practice-world.ts';
import { type OpenedProgram, openProgram } from './program.ts';

let program: OpenedProgram;
let counter: Counter;

beforeAll(async () => {
  const cards = emptyFolder();
  writeFileSync(join(cards, '1.bin'), writeIdCardBlock(talent.card));
  program = await openProgram({ dataDir: await practiceWorld(), args: ['--applicant-window', '--cards', cards] });
  counter = new Counter(program.clerk);
  await counter.logIn('wang');
  await counter.waitUntilSynchronised();
}, 300_000);
afterAll(() => program?.close());

it('settles a graduate without home or job by the diploma alone', async () => {
  expect(practiceCards).toContain(talent.card);
  const { entry } = counter;
  const caseId = await counter.newApplicant();
  await entry.readCard(0, talent.name);
  await entry.type(0, talent.typed);
  await entry.goOn('情形与途径');
  await entry.answer('在拟落户地有什么住所？', '没有合法稳定住所');
  await entry.answer('属于哪类人才？', '中专和职业院校毕业生');
  await entry.chooseRoute('人才落户');
  await entry.goOn('材料');
  await entry.markMaterials('原件');
  await entry.goOn('迁入人员');
  await entry.goOn('落户地址');
  const [, , room] = listFreeRooms(3);
  await entry.pickAddress(room?.fullName ?? '');
  await entry.chooseHousehold('立新户');
  await entry.relateToHead(0, '02');
  await entry.openStep('核对受理');
  await entry.confirmFreeWill();
  await entry.waitUntilSaved();
  await entry.showToApplicant();
  await entry.askForSignature();
  await new ApplicantScreen(await program.applicant()).sign();
  await entry.accept();
  const { row } = await counter.ask('case.get', { caseId });
  expect(row).toMatchObject({ state: 'accepted', procedure: 'settle.talent' });
}, 180_000);
