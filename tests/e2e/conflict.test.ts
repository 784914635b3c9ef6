import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import { approved, confirmed, memberOf, townHousehold } from '../fixtures/carrying-out.ts';
import { type Desk, startTestRegistry, testNow } from '../fixtures/counter.ts';
import { birthToDaughter, moveOfDaughter } from '../fixtures/grown-daughter.ts';
import { openReadyCounter, type ReadyCounter } from '../fixtures/ready-counter.ts';
import { Counter } from './counter.ts';
import { emptyFolder } from './empty-folder.ts';
import { Line } from './line.ts';
import { focus, shown } from './look.ts';
import { press } from './person-entry.ts';
import { takePicture } from './pictures.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { expectChinese, expectEnglish, expectNoBarriers } from './readable-page.ts';

let registry: RunningRegistry;
let line: Line;
let other: ReadyCounter;
let program: OpenedProgram;
let counter: Counter;
let caseId: string;
let personId: string;

/** What a record holds stays as it was entered: names, addresses, occupations. */
const entered = /\p{Script=Han}[\p{Script=Han}\d]*/gu;

/** The town's registry runs by the tests' clock; the program by the computer's. */
const ahead = () => Date.now() - testNow();

beforeAll(async () => {
  registry = await startTestRegistry(0, ahead);
  line = await Line.to(registry.port);
  other = await openReadyCounter(registry.url);
  other.counter.wait(ahead());
  const args = ['--registry', line.url, '--enrol-code', 'TEST-CODE'];
  program = await openProgram({ dataDir: emptyFolder(), args });
  counter = new Counter(program.clerk);
  await counter.logIn('suo');
  await counter.waitUntilSynchronised();
}, 300_000);
afterAll(async () => {
  await program?.close();
  await line?.close();
  await other?.counter.discard();
  await registry?.stop();
});

/** Calls of the program's window, by whoever it takes. */
function deskOf(login: 'li' | 'suo'): Desk {
  const must: Desk['must'] = async (name, input) => {
    await counter.become(login);
    return counter.ask(name, input);
  };
  return {
    must,
    call: async (name, input) => ({ ok: true, value: await must(name, input) }),
    refused: async (name) => `${name} is not refused here`,
  };
}

const changed = (fields: Record<string, string>) => ({
  procedure: 'item.other',
  subject: { kind: 'person' as const, id: personId },
  fields,
});

it('a registration that another window overtook comes to the conflict desk', async () => {
  const [clerk, chief] = [deskOf('li'), deskOf('suo')];
  personId = memberOf(await townHousehold(other.clerk, '010000003'), '张万');
  const errand = changed({ workplace: '练习乙厂', occupation: '教师' });
  caseId = (await approved({ counter: other.counter, clerk, chief }, errand)).row.caseId;
  line.cut();
  await confirmed(other, changed({ workplace: '练习甲厂', phone: '13800000001' }));
  await clerk.must('case.register', { caseId });
  line.putBack();
  await counter.waitForState(caseId, 'conflict');
  await counter.goTo('冲突');
  const row = counter.page.getByRole('table', { name: '待处理的登记' }).getByRole('row').nth(1);
  await shown(row.getByText('张万'));
  expect(await row.textContent()).toContain('别处先改了同一记录');
  await expectChinese(counter.page, 'conflicts');
  await expectNoBarriers(counter.page, 'conflicts');
  await takePicture(counter.page, 'conflicts');
}, 180_000);

it('is settled by the keyboard alone: the other side is named, sides are chosen, the outcome is told, the reason is asked for', async () => {
  const { page } = counter;
  await counter.countPointer();
  await press(page.getByRole('link', { name: '处理 张万' }));
  const others = page.getByRole('region', { name: '对方的登记' });
  await shown(others.getByText(/南康派出所，本所另一窗口民警，.*办理/));
  const workplace = page.getByRole('row', { name: /^服务处所/ });
  expect(await workplace.textContent()).toMatch(/练习乙厂.*练习甲厂.*两方都改了/);
  await shown(page.getByText('可以重新上报，变动 1 条记录。'));
  await focus(workplace.getByRole('radio', { name: '市人口库' }));
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => workplace.getByRole('radio', { name: '本机登记' }).isChecked()).toBe(true);
  await expectChinese(page, 'conflict');
  await expectNoBarriers(page, 'conflict');
  await takePicture(page, 'conflict');
  await press(page.getByRole('button', { name: /English/ }));
  await shown(page.getByRole('heading', { name: 'Both versions' }));
  await expectEnglish(page, 'conflict', entered);
  await takePicture(page, 'conflict-en');
  await press(page.getByRole('button', { name: /中文/ }));
  await page.keyboard.press('F10');
  await shown(page.getByText('写明理由后再处理。'));
  await page.keyboard.type('本人到场核实');
  await page.keyboard.press('F10');
  await shown(page.getByText('没有需要处理的冲突。'));
  expect(await counter.pointerCount()).toBe(0);
  await counter.until(async () => (await counter.ask('sync.outbox', {})).length === 0, 'the settlement is confirmed');
  const { person } = await counter.ask('person.page', { personId, purpose: 'counter' });
  expect(person).toMatchObject({ workplace: '练习乙厂', occupation: '教师', phone: '13800000001' });
}, 120_000);

it('stays readable in the history: what was refused, who settled it, how and why', async () => {
  const { page } = counter;
  await counter.register.openPerson({ personId, name: '张万' });
  await shown(page.getByText(/未被市人口库接收（别处先改了同一记录）.*理由：本人到场核实/));
  await shown(page.getByText('处理冲突：以本机为准'));
  await expectChinese(page, 'history');
  await page.getByText('处理冲突：以本机为准').scrollIntoViewIfNeeded();
  await takePicture(page, 'conflict-history');
}, 60_000);

it('withdrawn at the desk leads to its case, from which the same is begun again', async () => {
  const { page } = counter;
  const [clerk, chief] = [deskOf('li'), deskOf('suo')];
  const errand = changed({ workplace: '练习丙厂' });
  const crossed = (await approved({ counter: other.counter, clerk, chief }, errand)).row.caseId;
  await other.clerk.must('sync.now', {});
  line.cut();
  await confirmed(other, changed({ workplace: '练习丁厂' }));
  await clerk.must('case.register', { caseId: crossed });
  line.putBack();
  await counter.waitForState(crossed, 'conflict');
  await counter.goTo('冲突');
  await press(page.getByRole('link', { name: '处理 张万' }));
  await focus(page.getByRole('radio', { name: '按选定的内容重新上报' }));
  await page.keyboard.press('ArrowRight');
  await focus(page.getByLabel('处理理由'));
  await page.keyboard.type('以对方登记为准');
  await page.keyboard.press('F10');
  await shown(page.getByText('已撤回。'));
  await expectChinese(page, 'withdrawn case');
  await takePicture(page, 'begin-again');
  await press(page.getByRole('button', { name: '以此重新办理' }));
  await expect.poll(() => page.url()).not.toContain(crossed);
  await counter.entry.goOnTo('登记事项');
  const workplace = counter.form.card().getByLabel('服务处所', { exact: true });
  await expect.poll(() => workplace.inputValue()).toBe('练习丙厂');
  await takePicture(page, 'begun-again');
}, 120_000);

it('what the register warns of only after acceptance is answered where the case is registered', async () => {
  const { page } = counter;
  const [clerk, chief] = [deskOf('li'), deskOf('suo')];
  const birth = await approved({ counter: other.counter, clerk, chief }, await birthToDaughter(clerk));
  await confirmed(other, await moveOfDaughter(other.clerk));
  await clerk.must('sync.now', {});
  await page.evaluate((id) => window.location.assign(`#/case/${id}`), birth.row.caseId);
  await shown(page.getByRole('region', { name: '办理', exact: true }));
  await page.keyboard.press('F10');
  await page.keyboard.press('F10');
  await expect.poll(() => page.getByLabel('理由').evaluate((it) => it === document.activeElement)).toBe(true);
  await expectChinese(page, 'late warning');
  await expectNoBarriers(page, 'late warning');
  await takePicture(page, 'late-warning');
  await page.keyboard.type('母亲刚迁出，随外祖父母落户');
  await page.keyboard.press('F10');
  await counter.waitForState(birth.row.caseId, 'confirmed');
}, 120_000);
