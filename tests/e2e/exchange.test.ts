import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/project.ts';
import { Draft } from '../../shared/contract/draft.ts';
import { addAdministrator, administrator } from '../fixtures/exchange-desk.ts';
import { draftPerson, familyDraft } from '../fixtures/people.ts';
import { Counter } from './counter.ts';
import { emptyFolder, nowhere } from './empty-folder.ts';
import { press } from './person-entry.ts';
import { takePicture } from './pictures.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { expectChinese, expectNoBarriers } from './readable-page.ts';

const station = '220403010000';
const code = 'E2E-CODE';
const run = promisify(execFile);

let program: OpenedProgram;
let counter: Counter;
let media: { toRegistry: string; toStation: string };
let registryData: string;

beforeAll(async () => {
  const dataDir = emptyFolder();
  media = { toRegistry: join(dataDir, 'medium-a'), toStation: join(dataDir, 'medium-b') };
  mkdirSync(media.toRegistry);
  mkdirSync(media.toStation);
  registryData = join(dataDir, 'registry');
  program = await openProgram({ dataDir, args: ['--registry', nowhere, '--enrol-code', code] });
  counter = new Counter(program.clerk);
  await counter.page.getByRole('textbox', { name: '用户名' }).waitFor();
}, 300_000);
afterAll(() => program?.close());

/** The command line, as a technician uses it; the fields of its answer. */
async function luohu(...args: string[]): Promise<Record<string, unknown>> {
  const entry = join(projectRoot, 'electron', 'cli', 'luohu.ts');
  const { stdout } = await run(process.execPath, [entry, ...args]);
  const line = stdout.trim().split('\n').at(-1) ?? '';
  return JSON.parse(line);
}
const ofRegistry = ['--data', () => registryData, '--town', '400:7', '--enrol-code', `${code}:${station}:city`];
const registryArgs = (): string[] => ofRegistry.map((each) => (typeof each === 'string' ? each : each()));

/** Whole, in Chinese, and usable by someone with a disability. */
async function expectReadable(name: string): Promise<void> {
  const { page } = counter;
  await takePicture(page, `exchange-${name}`);
  await expectChinese(page, name, ['li', 'suo', administrator.login]);
  await expectNoBarriers(page, name);
}

/** Makes the file with the button, the dialog answered with the medium, and has the registry carry it out. */
async function sendAndAnswer(name: string): Promise<string> {
  const place = join(media.toRegistry, `${name}.luohu-exchange`);
  const answer = join(media.toStation, `${name}-answer.luohu-exchange`);
  await program.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, place);
  await press(counter.page.getByRole('button', { name: '生成上报文件…' }));
  await counter.page.getByText('上报文件已写入介质').waitFor();
  expect(existsSync(place)).toBe(true);
  await luohu('registry', 'exchange', place, '--out', answer, ...registryArgs());
  return answer;
}
const bring = (file: string) => counter.page.getByLabel('导入文件…').setInputFiles(file);

describe('a station without a line', () => {
  it('trusts the registry after the system administrator compared the fingerprint', async () => {
    const keys = join(media.toStation, 'registry.luohu-keys');
    const { fingerprint } = await luohu('registry', 'keys', '--out', keys, ...registryArgs());
    addAdministrator(join(program.dataDir, 'practice'));
    const { page } = counter;
    await page.getByRole('textbox', { name: '用户名' }).fill(administrator.login);
    await page.getByLabel('口令').fill(administrator.password);
    await page.keyboard.press('Enter');
    await counter.goTo('同步');
    await page.getByText('尚未导入市人口库的密钥文件').first().waitFor();
    await page.getByLabel('导入密钥文件…').setInputFiles(keys);
    await page.getByText(String(fingerprint)).waitFor();
    await expectReadable('exchange-keys');
    await press(page.getByRole('button', { name: '指纹一致，信任该密钥' }));
    await page.getByText(/起信任/).waitFor();
    await counter.logOut();
  }, 120_000);

  it('enrols and gets its copy through files only', async () => {
    await counter.logIn('li');
    await counter.goTo('同步');
    await counter.page.getByText('没有待上报的登记').waitFor();
    await bring(await sendAndAnswer('first'));
    await counter.page.getByText('人口库副本已建立').waitFor({ timeout: 60_000 });
    await expectReadable('exchange-filled');
  }, 180_000);

  it('has a registration confirmed through files, and lists them', async () => {
    const caseId = await registerFamily();
    await counter.goTo('同步');
    await counter.page.getByText(/待上报 1 件，最早一件登记于/).waitFor();
    await expectReadable('exchange-waiting');
    await bring(await sendAndAnswer('second'));
    await counter.page.getByText('第 2 号答复已导入：确认登记 1 件').waitFor({ timeout: 60_000 });
    await counter.page.getByRole('table', { name: '往来文件' }).waitFor();
    await expectReadable('exchange-confirmed');
    const { row } = await counter.ask('case.get', { caseId });
    expect(['confirmed', 'closed']).toContain(row.state);
    const altered = join(media.toStation, 'altered.luohu-exchange');
    const bytes = readFileSync(join(media.toStation, 'second-answer.luohu-exchange'));
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    writeFileSync(altered, bytes);
    await bring(altered);
    await counter.page.getByText('该文件的内容被改动过或者已损坏').waitFor();
  }, 180_000);

  it('opens a pre-filled application as a draft that says so until it is checked', async () => {
    const { page } = counter;
    const dataDir = join(program.dataDir, 'practice');
    const [keys, hall, key] = ['station.luohu-keys', 'hall.luohu-keys', 'hall.key'].map((each) =>
      join(media.toStation, each),
    );
    const [draft, file] = ['draft.json', 'application.luohu-exchange'].map((each) => join(media.toStation, each));
    const paths = { keys: keys ?? '', hall: hall ?? '', key: key ?? '', draft: draft ?? '', file: file ?? '' };
    await luohu('exchange', 'keys', '--data', dataDir, '--out', paths.keys);
    const made = await luohu(
      'exchange',
      'office-keys',
      '--key',
      paths.key,
      '--name',
      '网上办事大厅',
      '--out',
      paths.hall,
    );
    await luohu('exchange', 'trust', paths.hall, '--data', dataDir, '--fingerprint', String(made.fingerprint));
    const person = draftPerson({ name: '郑预填', bornOn: '1991-05-06', sex: '1' });
    writeFileSync(paths.draft, JSON.stringify(Draft.parse({ procedure: 'settle.residence', people: [person] })));
    const to = ['--to', paths.keys, '--key', paths.key, '--name', '网上办事大厅', '--by', '申请人本人'];
    await luohu('exchange', 'application', '--draft', paths.draft, ...to, '--out', paths.file);
    await bring(paths.file);
    await page.getByText(/预填未核：本业务由网上办事大厅/).waitFor();
    await expectReadable('exchange-prefilled');
    await press(page.getByRole('button', { name: '已逐项核对' }));
    await page.getByText(/已核对。/).waitFor();
    expect(await page.getByText('预填未核').count()).toBe(0);
  }, 120_000);
});

/** A family's case from draft to registration, through the page's own calls. */
async function registerFamily(): Promise<string> {
  const addressId = await emptyRoom(null);
  const started = await counter.ask('case.start', {});
  const { caseId } = started.row;
  const draft = familyDraft({ addressId: addressId ?? '', household: 'new' });
  const { revision } = await counter.ask('case.save', { caseId, revision: started.revision, draft });
  await counter.ask('case.accept', { caseId, revision });
  await counter.become('suo');
  await counter.ask('case.approve', { caseId });
  await counter.become('li');
  await counter.goTo('同步');
  await counter.page.getByText(/没有待上报的登记/).waitFor();
  await counter.ask('case.register', { caseId });
  return caseId;
}

async function emptyRoom(parentId: string | null): Promise<string | null> {
  for (const { address, hasChildren } of await counter.ask('address.children', { parentId })) {
    const below = hasChildren ? await emptyRoom(address.addressId) : null;
    if (below) return below;
    const { addressId, level, isFrozen, stationCode } = address;
    if (level !== 'room' || isFrozen || stationCode !== station) continue;
    if ((await counter.ask('household.listAtAddress', { addressId })).length === 0) return addressId;
  }
  return null;
}
