import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Counter } from './counter.ts';
import { carryOut } from './errand.ts';
import { press } from './person-entry.ts';
import { takePicture } from './pictures.ts';
import { practiceWorld } from './practice-world.ts';
import { listPrinted, readPrinted } from './printed-papers.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { expectChinese, expectNoBarriers } from './readable-page.ts';
import { TownPeople } from './town-people.ts';

let program: OpenedProgram;
let counter: Counter;
const town = new TownPeople();

beforeAll(async () => {
  program = await openProgram({ dataDir: await practiceWorld() });
  counter = new Counter(program.clerk);
  await counter.become('li');
  await counter.waitUntilSynchronised();
  await counter.countPointer();
}, 300_000);
afterAll(() => program?.close());

async function onPage(name: string): Promise<void> {
  await takePicture(counter.page, `papers-${name}`);
  await expectChinese(counter.page, name);
  await expectNoBarriers(counter.page, name);
}

const printed = () => listPrinted(program.printedDir).map((name) => readPrinted(program.printedDir, name));

/** Whether anything is drawn on the page that is previewed. */
const hasInk = (canvas: Locator) =>
  canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement) || element.width === 0) return false;
    const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? { data: [] };
    return data.some((value, at) => at % 4 === 0 && value < 100 && (data[at + 3] ?? 0) > 200);
  });

/** Opens the preview of a paper and waits until its first page is drawn. */
async function preview(title: string): Promise<void> {
  const { page, record } = counter;
  await press(
    record
      .papers()
      .getByRole('button', { name: new RegExp(`^预览：.*${title}`) })
      .first(),
  );
  const shown = page.getByRole('region', { name: new RegExp(`^预览 .*${title}`) });
  const canvas = shown.locator('canvas').first();
  await canvas.waitFor();
  await expect.poll(() => hasInk(canvas), { timeout: 20_000 }).toBe(true);
  await expect.poll(async () => ((await shown.boundingBox())?.y ?? 1000) < 400).toBe(true);
}

describe('a certificate asked for on the person’s page', () => {
  it('is entered, decided, previewed and printed by keyboard', async () => {
    const { entry, form, register } = counter;
    const [person] = town.family('02 12').members;
    await carryOut(counter, {
      onPage: async (name) => {
        if (name === 'registered') await preview('户籍类证明');
        await onPage(`certificate-${name}`);
      },
      begin: async () => {
        await register.openPerson(person);
        await register.begin('C55');
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({
          证明种类: { pick: '法律法规' },
          证明内容: { type: '该人户口登记在本所辖区。' },
          用途: { type: '办理公证' },
          接收单位: { type: '示例公证处' },
        });
      },
    });
    expect(printed().some((words) => words.includes('该人户口登记在本所辖区') && words.includes(person.name))).toBe(
      true,
    );
  });
});

describe('a migration certificate with a wrong address', () => {
  it('is amended by the chief from the closed case: slip, new certificate, notice to the other side', async () => {
    const { entry, form, record, register, page } = counter;
    const [, , son] = town.family('02 12 20').members;
    await carryOut(counter, {
      begin: async () => {
        await register.openPerson(son);
        await register.begin('hkqc');
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({
          迁出人员: { tick: [son.name] },
          迁往地行政区划: { type: '220104' },
          迁往地址: { type: '吉林省长春市朝阳区示例路一号' },
          迁移原因: { pick: '务工' },
        });
      },
    });
    const caseId = counter.caseId();
    await press(page.getByRole('button', { name: '更正迁移证件…' }));
    await onPage('amending');
    await press(page.getByRole('button', { name: '作废原编号并另开' }));
    await page.getByText('更正理由未填').waitFor();
    await page.getByLabel('迁往地址').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('吉林省长春市朝阳区示例路十一号');
    await page.getByLabel('更正理由').focus();
    await page.keyboard.type('门牌号写错');
    await press(page.getByRole('button', { name: '作废原编号并另开' }));
    await page.getByRole('heading', { name: /^告知书/ }).waitFor();
    await record.paper('迁移证件更正').filter({ hasText: '待打印' }).first().waitFor({ timeout: 60_000 });
    await onPage('amended');
    await preview('迁移证件更正');
    await onPage('slip');
    await page.keyboard.press('Escape');
    await record.printAll();
    await counter.waitForState(caseId, 'closed');
    const slip = printed().find((words) => words.includes('示例路十一号') && words.includes('作废重开'));
    expect(slip).toContain('门牌号写错');
    await register.openPerson(son);
    const papers = await register.rows('迁移证件', '迁移证件', [0, 5]);
    expect(papers.sort()).toEqual(['户口迁移证 已作废', '户口迁移证 已签发'].sort());
    await onPage('person-after');
  });
});

describe('papers that are made when somebody asks', () => {
  it('are put among those of the case: the list by which its file is handed over', async () => {
    const { record, register, page } = counter;
    const family = town.family('02');
    const [person] = family.members;
    await carryOut(counter, {
      begin: async () => {
        await register.openPerson(person);
        await register.begin('其他项目');
      },
      enter: async () => {
        await counter.entry.goOnTo('登记事项');
        await counter.form.fill({ 联系电话: { type: '13900000009' } });
      },
    });
    await press(page.getByRole('button', { name: '移交清单' }));
    await record.paper('移交清单').waitFor();
    await press(page.getByRole('button', { name: '常住人口登记表' }));
    await record.paper('常住人口登记表').waitFor();
    await preview('移交清单');
    await onPage('handover');
    await page.keyboard.press('Escape');
    await record.print('户籍档案移交清单');
    expect(printed().some((words) => words.includes('移交清单') && words.includes(person.name))).toBe(true);
    await onPage('on-demand');
    expect(await counter.pointerCount()).toBe(0);
  });
});
