import { describe, expect, it } from 'vitest';
import { accept } from './errand.ts';
import { shown } from './look.ts';
import { openCounter } from './open-counter.ts';
import { press } from './person-entry.ts';
import { takePicture } from './pictures.ts';
import { expectChinese, expectNoBarriers } from './readable-page.ts';
import { TownPeople } from './town-people.ts';

const opened = openCounter();
const town = new TownPeople();

/** The departments of practice mode confirm what is said of anybody whose number does not end in 7 or 9. */
function whomPracticeConfirms() {
  for (;;) {
    const [person] = town.family('02').members;
    if (!/[79]$/.test(person.citizenId)) return person;
  }
}

/** Whole, in Chinese, in nobody's way. */
async function expectReadable(name: string): Promise<void> {
  await takePicture(opened.counter.page, `inquiries-${name}`);
  await expectChinese(opened.counter.page, name);
  await expectNoBarriers(opened.counter.page, name);
}

describe('a change that the county decides', () => {
  it('is verified with a department, sent to the county though the line is cut, and decided without paper', async () => {
    const { page, entry, form, register, record } = opened.counter;
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
    await shown(material.getByText(/核验一致，回执/));
    await expect.poll(() => material.getByRole('radio', { name: '共享核验' }).isChecked()).toBe(true);
    await expectReadable('verified');

    const caseId = await accept(opened.counter, { begin: async () => undefined });
    await opened.counter.become('suo');
    await opened.counter.openCase(caseId);
    await record.approve('拟同意');
    await record.decided(1);
    await opened.program.order('registry-off');
    await press(page.getByRole('button', { name: '网上报县级公安机关审批' }));
    await shown(page.getByText('已留存，恢复连接后自动发送').first());
    await expectReadable('queued');
    await opened.counter.goTo('同步');
    await shown(page.getByRole('table', { name: '等待答复的函询' }));
    await expectReadable('sync');
    await opened.program.order('registry-on');
    await opened.counter.openCase(caseId);
    await opened.counter.waitForState(caseId, 'approved');
    await shown(page.getByText(/分局批准，文号 练习/).first(), 60_000);
    await expectReadable('decided');
    await record.register();
    await shown(record.state(/市人口库已确认|已办结/));
  });
});
