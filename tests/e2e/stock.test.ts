import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Counter } from './counter.ts';
import { accept } from './errand.ts';
import { pick, press, tick } from './person-entry.ts';
import { takePicture } from './pictures.ts';
import { practiceWorld } from './practice-world.ts';
import { listPrinted } from './printed-papers.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { expectChinese, expectNoBarriers } from './readable-page.ts';
import { TownPeople } from './town-people.ts';

let program: OpenedProgram;
let counter: Counter;
const town = new TownPeople();
const form = 'migration-certificate';

beforeAll(async () => {
  program = await openProgram({ dataDir: await practiceWorld() });
  counter = new Counter(program.clerk);
  await counter.become('li');
  await counter.waitUntilSynchronised();
  await counter.countPointer();
}, 300_000);
afterAll(() => program?.close());

/** Whole, in Chinese, in nobody's way. */
async function onPage(name: string): Promise<void> {
  await takePicture(counter.page, `stock-${name}`);
  await expectChinese(counter.page, name);
  await expectNoBarriers(counter.page, name);
}

const panel = (name: string) => counter.page.getByRole('region', { name, exact: true });

async function type(label: string, text: string, part: string): Promise<void> {
  await panel(part).getByLabel(label, { exact: true }).focus();
  await counter.page.keyboard.press('ControlOrMeta+a');
  await counter.page.keyboard.type(text);
}

/** The certificate's line of the stock: left, reserved, used and spoiled today, next number. */
async function stockLine(): Promise<string> {
  const row = counter.page.getByRole('table', { name: '空白证件' }).getByRole('row').filter({ hasText: '户口迁移证' });
  return (await row.getByRole('cell').allTextContents()).slice(1).join(' ');
}

describe('where papers are printed', () => {
  it('is chosen in the settings: the certificate is put onto its stock from now on', async () => {
    const { page } = counter;
    await counter.goTo('设置');
    await press(page.getByRole('link', { name: '打开打印设置' }));
    await page.getByRole('heading', { name: '打印设置', level: 1 }).waitFor();
    await onPage('printing');
    await pick(page, page.getByRole('combobox', { name: '另设一种' }), '户口迁移证');
    await tick(panel('户口迁移证的打印位置').getByRole('radio', { name: /^套打/ }));
    await onPage('printing-editor');
    await press(page.getByRole('button', { name: '保存打印位置' }));
    const row = page.getByRole('row').filter({ hasText: '户口迁移证' });
    await row.filter({ hasText: '套打' }).waitFor();
    expect(await row.textContent()).toContain('尚未校准');
    await onPage('printing-chosen');
    const { forms } = await counter.ask('calibration.list', {});
    expect(forms.find((it) => it.form === form)).toMatchObject({ placedBy: 'window', place: { mode: 'overprint' } });
  });
});

describe('numbered stock at the counter', () => {
  it('is found by a key and a word, explains itself, and takes a delivery in', async () => {
    const { page } = counter;
    await page.keyboard.press('Control+K');
    await page.keyboard.type('kbzj');
    await page.getByRole('option', { name: /空白证件/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '空白证件', level: 1 }).waitFor();
    await page.keyboard.press('F1');
    await page.getByText('套打时自动预留下一张').waitFor();
    await onPage('help');
    await page.keyboard.press('Escape');
    await pick(page, panel('登记入库').getByRole('combobox', { name: '证件种类' }), '户口迁移证');
    await type('起始号码', '吉00200001', '登记入库');
    await type('截止号码', '吉00200004', '登记入库');
    await page.keyboard.press('Enter');
    await page.getByText('已入库 4 张').waitFor();
    expect(await stockLine()).toBe('4 0 0 0 吉00200001');
    await onPage('taken-in');
  });

  it('refuses a range that is none where it was typed', async () => {
    const { page } = counter;
    await type('起始号码', '吉00200009', '登记入库');
    await type('截止号码', '吉0020001', '登记入库');
    await page.keyboard.press('Enter');
    await panel('登记入库').getByRole('alert').waitFor();
    await onPage('refused');
  });

  it('prints a certificate on the next sheet, asks how it came out, and takes another for a spoiled one', async () => {
    const { entry, form: pageForm, register, record, page } = counter;
    const [, , son] = town.family('02 12 20').members;
    const caseId = await accept(counter, {
      begin: async () => {
        await register.openPerson(son);
        await register.begin('hkqc');
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await pageForm.fill({
          迁出人员: { tick: [son.name] },
          迁往地行政区划: { type: '220104' },
          迁往地址: { type: '吉林省长春市朝阳区示例路一号' },
          迁移原因: { pick: '务工' },
        });
      },
    });
    await counter.become('suo');
    await counter.openCase(caseId);
    await record.approve('同意');
    await record.register();
    await record.state('市人口库已确认').waitFor();
    await record.printAll();
    const question = page.getByRole('region', { name: '空白证件打印后请报告' });
    await question.getByText('空白证件 吉00200001 打印得怎么样').waitFor();
    await onPage('asked');
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.keyboard.press('2');
    await question.getByText('空白证件 吉00200002 打印得怎么样').waitFor();
    await page.keyboard.press('1');
    await counter.waitForState(caseId, 'closed');
    await question.waitFor({ state: 'detached' });
    expect(listPrinted(program.printedDir).filter((name) => name.includes(form))).toHaveLength(2);
    await onPage('closed');
  });

  it('is counted at the day’s end, and a sheet that is missing is noted as spoiled', async () => {
    const { page } = counter;
    await counter.goTo('空白证件');
    await expect.poll(stockLine).toBe('2 0 1 1 吉00200003');
    await pick(page, panel('日终盘点').getByRole('combobox', { name: '证件种类' }), '户口迁移证');
    await type('实物张数', '1', '日终盘点');
    await press(panel('日终盘点').getByRole('button', { name: '核对' }));
    await page.getByText('账实不符：库存 2 张，实物 1 张').waitFor();
    await onPage('differs');
    await pick(page, panel('登记作废').getByRole('combobox', { name: '证件种类' }), '户口迁移证');
    await pick(page, panel('登记作废').getByRole('combobox', { name: '号码' }), '吉00200004');
    await type('作废理由', '受潮', '登记作废');
    await page.keyboard.press('Enter');
    await page.getByText('吉00200004 已登记作废').waitFor();
    await press(panel('日终盘点').getByRole('button', { name: '核对' }));
    await page.getByText('账实相符：1 张').waitFor();
    await expect.poll(stockLine).toBe('1 0 1 2 吉00200003');
    await onPage('counted');
    expect(await counter.pointerCount()).toBe(0);
  });
});
