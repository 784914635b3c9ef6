import { describe, expect, it } from 'vitest';
import { accept } from './errand.ts';
import { focus, gone, shown } from './look.ts';
import { moveOut } from './move-out.ts';
import { openCounter } from './open-counter.ts';
import { pick, press, tick, write } from './person-entry.ts';
import { takePicture } from './pictures.ts';
import { listPrinted } from './printed-papers.ts';
import { expectChinese, expectNoBarriers } from './readable-page.ts';
import { TownPeople } from './town-people.ts';

const opened = openCounter();
const town = new TownPeople();
const form = 'migration-certificate';

/** Whole, in Chinese, in nobody's way. */
async function onPage(name: string): Promise<void> {
  await takePicture(opened.counter.page, `stock-${name}`);
  await expectChinese(opened.counter.page, name);
  await expectNoBarriers(opened.counter.page, name);
}

const panel = (name: string) => opened.counter.page.getByRole('region', { name, exact: true });

async function type(label: string, text: string, part: string): Promise<void> {
  await focus(panel(part).getByLabel(label, { exact: true }));
  await opened.counter.page.keyboard.press('ControlOrMeta+a');
  await write(opened.counter.page, text);
}

/** The certificate's line of the stock: left, reserved, used and spoiled today, next number. */
async function stockLine(): Promise<string> {
  const row = opened.counter.page
    .getByRole('table', { name: '空白证件' })
    .getByRole('row')
    .filter({ hasText: '户口迁移证' });
  return (await row.getByRole('cell').allTextContents()).slice(1).join(' ');
}

describe('where papers are printed', () => {
  it('is chosen in the settings: the certificate is put onto its stock from now on', async () => {
    const { page } = opened.counter;
    await opened.counter.goTo('设置');
    await press(page.getByRole('link', { name: '打开打印设置' }));
    await shown(page.getByRole('heading', { name: '打印设置', level: 1 }));
    await onPage('printing');
    await pick(page, page.getByRole('combobox', { name: '另设一种' }), '户口迁移证');
    await tick(panel('户口迁移证的打印位置').getByRole('radio', { name: /^套打/ }));
    await onPage('printing-editor');
    await press(page.getByRole('button', { name: '保存打印位置' }));
    const row = page.getByRole('row').filter({ hasText: '户口迁移证' });
    await shown(row.filter({ hasText: '套打' }));
    expect(await row.textContent()).toContain('尚未校准');
    await onPage('printing-chosen');
    const { forms } = await opened.counter.ask('calibration.list', {});
    expect(forms.find((it) => it.form === form)).toMatchObject({ placedBy: 'window', place: { mode: 'overprint' } });
  });
});

describe('numbered stock at the counter', () => {
  it('is found by a key and a word, explains itself, and takes a delivery in', async () => {
    const { page } = opened.counter;
    await page.keyboard.press('Control+K');
    await page.keyboard.type('kbzj');
    await shown(page.getByRole('option', { name: /空白证件/ }));
    await page.keyboard.press('Enter');
    await shown(page.getByRole('heading', { name: '空白证件', level: 1 }));
    await page.keyboard.press('F1');
    await shown(page.getByText('套打时自动预留下一张'));
    await onPage('help');
    await page.keyboard.press('Escape');
    await pick(page, panel('登记入库').getByRole('combobox', { name: '证件种类' }), '户口迁移证');
    await type('起始号码', '吉00200001', '登记入库');
    await type('截止号码', '吉00200004', '登记入库');
    await page.keyboard.press('Enter');
    await shown(page.getByText('已入库 4 张'));
    expect(await stockLine()).toBe('4 0 0 0 吉00200001');
    await onPage('taken-in');
  });

  it('refuses a range that is none where it was typed', async () => {
    const { page } = opened.counter;
    await type('起始号码', '吉00200009', '登记入库');
    await type('截止号码', '吉0020001', '登记入库');
    await page.keyboard.press('Enter');
    await shown(panel('登记入库').getByRole('alert'));
    await onPage('refused');
  });

  it('prints a certificate on the next sheet, asks how it came out, and takes another for a spoiled one', async () => {
    const { record, page } = opened.counter;
    const [, , son] = town.family('02 12 20').members;
    const caseId = await accept(opened.counter, {
      ...moveOut(opened.counter, son),
    });
    await opened.counter.become('suo');
    await opened.counter.openCase(caseId);
    await record.approve('同意');
    await record.register();
    await shown(record.state('市人口库已确认'));
    await record.printAll();
    const question = page.getByRole('region', { name: '空白证件打印后请报告' });
    await shown(question.getByText('空白证件 吉00200001 打印得怎么样'));
    await onPage('asked');
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.keyboard.press('2');
    await shown(question.getByText('空白证件 吉00200002 打印得怎么样'));
    await page.keyboard.press('1');
    await opened.counter.waitForState(caseId, 'closed');
    await gone(question);
    expect(listPrinted(opened.program.printedDir).filter((name) => name.includes(form))).toHaveLength(2);
    await onPage('closed');
  });

  it('is counted at the day’s end, and a sheet that is missing is noted as spoiled', async () => {
    const { page } = opened.counter;
    await opened.counter.goTo('空白证件');
    await expect.poll(stockLine).toBe('2 0 1 1 吉00200003');
    await pick(page, panel('日终盘点').getByRole('combobox', { name: '证件种类' }), '户口迁移证');
    await type('实物张数', '1', '日终盘点');
    await press(panel('日终盘点').getByRole('button', { name: '核对' }));
    await shown(page.getByText('账实不符：库存 2 张，实物 1 张'));
    await onPage('differs');
    await pick(page, panel('登记作废').getByRole('combobox', { name: '证件种类' }), '户口迁移证');
    await pick(page, panel('登记作废').getByRole('combobox', { name: '号码' }), '吉00200004');
    await type('作废理由', '受潮', '登记作废');
    await page.keyboard.press('Enter');
    await shown(page.getByText('吉00200004 已登记作废'));
    await press(panel('日终盘点').getByRole('button', { name: '核对' }));
    await shown(page.getByText('账实相符：1 张'));
    await expect.poll(stockLine).toBe('1 0 1 2 吉00200003');
    await onPage('counted');
    expect(await opened.counter.pointerCount()).toBe(0);
  });
});
