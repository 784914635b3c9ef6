import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { carryOut } from './errand.ts';
import { focus, shown } from './look.ts';
import { moveOut } from './move-out.ts';
import { openCounter } from './open-counter.ts';
import { press } from './person-entry.ts';
import { takePicture } from './pictures.ts';
import { listPrinted, readPrinted } from './printed-papers.ts';
import { expectChinese, expectNoBarriers } from './readable-page.ts';
import { TownPeople } from './town-people.ts';

const opened = openCounter();
const town = new TownPeople();

async function onPage(name: string): Promise<void> {
  await takePicture(opened.counter.page, `papers-${name}`);
  await expectChinese(opened.counter.page, name);
  await expectNoBarriers(opened.counter.page, name);
}

const printed = () =>
  listPrinted(opened.program.printedDir).map((name) => readPrinted(opened.program.printedDir, name));

/** Whether anything is drawn on the page that is previewed. */
const hasInk = (canvas: Locator) =>
  canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement) || element.width === 0) return false;
    const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? { data: [] };
    return data.some((value, at) => at % 4 === 0 && value < 100 && (data[at + 3] ?? 0) > 200);
  });

/** Opens the preview of a paper and waits until its first page is drawn. */
async function preview(title: string): Promise<void> {
  const { page, record } = opened.counter;
  await press(
    record
      .papers()
      .getByRole('button', { name: new RegExp(`^预览：.*${title}`) })
      .first(),
  );
  const region = page.getByRole('region', { name: new RegExp(`^预览 .*${title}`) });
  const canvas = region.locator('canvas').first();
  await shown(canvas);
  await expect.poll(() => hasInk(canvas), { timeout: 20_000 }).toBe(true);
  await expect.poll(async () => ((await region.boundingBox())?.y ?? 1000) < 400).toBe(true);
}

describe('a certificate asked for on the person’s page', () => {
  it('is entered, decided, previewed and printed by keyboard', async () => {
    const { entry, form, register } = opened.counter;
    const [person] = town.family('02 12').members;
    await carryOut(opened.counter, {
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
    const { record, register, page } = opened.counter;
    const [, , son] = town.family('02 12 20').members;
    await carryOut(opened.counter, {
      ...moveOut(opened.counter, son),
    });
    const caseId = opened.counter.caseId();
    await press(page.getByRole('button', { name: '更正迁移证件…' }));
    await onPage('amending');
    await press(page.getByRole('button', { name: '作废原编号并另开' }));
    await shown(page.getByText('更正理由未填'));
    await focus(page.getByLabel('迁往地址'));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('吉林省长春市朝阳区示例路十一号');
    await focus(page.getByLabel('更正理由'));
    await page.keyboard.type('门牌号写错');
    await press(page.getByRole('button', { name: '作废原编号并另开' }));
    await shown(page.getByRole('heading', { name: /^告知书/ }));
    await shown(record.paper('迁移证件更正').filter({ hasText: '待打印' }).first(), 60_000);
    await onPage('amended');
    await preview('迁移证件更正');
    await onPage('slip');
    await page.keyboard.press('Escape');
    await record.printAll();
    await opened.counter.waitForState(caseId, 'closed');
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
    const { record, register, page } = opened.counter;
    const family = town.family('02');
    const [person] = family.members;
    await carryOut(opened.counter, {
      begin: async () => {
        await register.openPerson(person);
        await register.begin('其他项目');
      },
      enter: async () => {
        await opened.counter.entry.goOnTo('登记事项');
        await opened.counter.form.fill({ 联系电话: { type: '13900000009' } });
      },
    });
    await press(page.getByRole('button', { name: '移交清单' }));
    await shown(record.paper('移交清单'));
    await press(page.getByRole('button', { name: '常住人口登记表' }));
    await shown(record.paper('常住人口登记表'));
    await preview('移交清单');
    await onPage('handover');
    await page.keyboard.press('Escape');
    await record.print('户籍档案移交清单');
    expect(printed().some((words) => words.includes('移交清单') && words.includes(person.name))).toBe(true);
    await onPage('on-demand');
    expect(await opened.counter.pointerCount()).toBe(0);
  });
});
