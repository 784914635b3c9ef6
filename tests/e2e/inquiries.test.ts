import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './barriers.ts';
import { Counter } from './counter.ts';
import { accept } from './errand.ts';
import { press } from './person-entry.ts';
import { practiceWorld } from './practice-world.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { expectChinese } from './readable-page.ts';
import { TownPeople } from './town-people.ts';

let program: OpenedProgram;
let counter: Counter;
const town = new TownPeople();

beforeAll(async () => {
  program = await openProgram({ dataDir: await practiceWorld() });
  counter = new Counter(program.clerk);
  await counter.become('li');
  await counter.waitUntilSynchronised();
}, 300_000);
afterAll(() => program?.close());

/** The departments of practice mode confirm what is said of anybody whose number does not end in 7 or 9. */
function whomPracticeConfirms() {
  for (;;) {
    const [person] = town.family('02').members;
    if (!/[79]$/.test(person.citizenId)) return person;
  }
}

const picture = async (name: string) => {
  const folder = process.env.LUOHU_E2E_PICTURES;
  if (folder) await counter.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};
const expectReadable = async (name: string) => {
  await picture(name);
  await expectChinese(counter.page, name);
  expect(await findBarriers(counter.page)).toEqual([]);
};

describe('a change that the county decides', () => {
  it('is verified with a department, sent to the county though the line is cut, and decided without paper', async () => {
    const { page, entry, form, register, record } = counter;
    const person = whomPracticeConfirms();
    await register.openPerson(person);
    await register.begin('C32');
    await entry.goOnTo('登记事项');
    await form.fill({ 变更更正后的性别: { type: person.sex === '1' ? '2' : '1' } });
    await entry.goOnTo('材料');
    const material = page.getByRole('group', { name: '国内三级医院性别鉴定证明或者司法鉴定证明' }).first();
    await press(material.getByRole('button', { name: '共享核验…' }));
    await page.getByRole('textbox', { name: '需核验的内容' }).fill('经三级医院鉴定，性别与登记不符');
    await expectReadable('verification');
    await press(page.getByRole('button', { name: '发送核验' }));
    await material.getByText(/核验一致，回执/).waitFor();
    await expect.poll(() => material.getByRole('radio', { name: '共享核验' }).isChecked()).toBe(true);
    await expectReadable('verified');

    const caseId = await accept(counter, { begin: async () => undefined });
    await counter.become('suo');
    await counter.openCase(caseId);
    await record.approve('拟同意');
    await record.decided(1);
    await program.order('registry-off');
    await press(page.getByRole('button', { name: '网上报县级公安机关审批' }));
    await page.getByText('已留存，恢复连接后自动发送').first().waitFor();
    await expectReadable('queued');
    await counter.goTo('同步');
    await page.getByRole('table', { name: '等待答复的函询' }).waitFor();
    await expectReadable('sync');
    await program.order('registry-on');
    await counter.openCase(caseId);
    await counter.waitForState(caseId, 'approved');
    await page
      .getByText(/分局批准，文号 练习/)
      .first()
      .waitFor({ timeout: 60_000 });
    await expectReadable('decided');
    await record.register();
    await record.state(/市人口库已确认|已办结/).waitFor();
  });
});
