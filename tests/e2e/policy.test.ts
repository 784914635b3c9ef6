import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackTexts } from '../../electron/station/policy/read-pack-folder.ts';
import { projectRoot } from '../../scripts/project.ts';
import { giveKeys, laterVersion, signed, signedUnchecked } from '../fixtures/signed-packs.ts';
import { findBarriers } from './barriers.ts';
import { Counter } from './counter.ts';
import { focus, shown } from './look.ts';
import { findCutTexts, findLatinWords, isScrolledSideways } from './page-words.ts';
import { press } from './person-entry.ts';
import { practiceWorld } from './practice-world.ts';
import { type OpenedProgram, openProgram } from './program.ts';

/** User names are Latin in practice mode; names of files and keys are written as they are. */
const known = ['suo', 'yaml', 'materials', 'pack', 'json'];
const texts = readPackTexts(join(projectRoot, 'resources', 'policy', 'liaoyuan'));
const nextYear = laterVersion(texts, '2027.1', '2027-01-01');

let program: OpenedProgram;
let counter: Counter;

beforeAll(async () => {
  const dataDir = await practiceWorld();
  mkdirSync(join(dataDir, 'practice'), { recursive: true });
  giveKeys(join(dataDir, 'practice'));
  program = await openProgram({ dataDir });
  counter = new Counter(program.clerk);
  await counter.logIn('suo');
}, 300_000);
afterAll(() => program?.close());

/** Whole, in Chinese, and usable by someone with a disability. */
async function expectReadable(name: string): Promise<void> {
  const { page } = counter;
  const latin = (await findLatinWords(page, known)).filter((word) => !/^[a-f0-9]+$/.test(word));
  const found = { name, cut: await findCutTexts(page), latin, isWide: await isScrolledSideways(page) };
  expect({ ...found, barriers: await findBarriers(page) }).toEqual({
    name,
    cut: [],
    latin: [],
    isWide: false,
    barriers: [],
  });
}

describe('the guide of the procedures', () => {
  it('is found by pinyin initials, read, seen as the page that prints, and printed, all by keyboard', async () => {
    const { page } = counter;
    await counter.goTo('办事指南');
    await shown(page.getByText('共 60 项').or(page.getByText(/^共 6\d 项$/)));
    await focus(page.getByRole('textbox', { name: '查找事项' }));
    await page.keyboard.type('rcl');
    await page.keyboard.press('Enter');
    const guide = page.getByRole('article', { name: '人才落户' });
    await shown(guide.getByRole('region', { name: '办理条件' }));
    expect(await guide.getByText('《辽源市关于进一步推进户籍制度改革的意见》第5条').count()).toBeGreaterThan(0);
    await expectReadable('guide');
    await press(guide.getByRole('button', { name: '预览' }));
    await shown(guide.locator('.pdf canvas').first());
    await page.keyboard.press('F8');
    await shown(guide.getByText('已送到打印机'));
    expect(readdirSync(program.printedDir).some((file) => file.startsWith('guide-settle.talent'))).toBe(true);
  }, 120_000);
});

describe('the certificates', () => {
  it('are refused with the reason where papers prove it, and started where they are issued', async () => {
    const { page } = counter;
    await counter.goTo('开具证明');
    await press(page.getByRole('button', { name: '公民出生日期' }));
    const answer = page.getByRole('region', { name: '答复' });
    await shown(answer.getByText('不予开具：公民出生日期'));
    expect(await answer.textContent()).toContain('居民身份证、户口簿能够证明');
    await expectReadable('certificates');
    await press(answer.getByRole('button', { name: '亲属关系证明' }));
    await press(answer.getByRole('button', { name: '开始办理：亲属关系证明' }));
    await shown(page.getByRole('region', { name: '办理内容' }));
    const { draft } = await counter.ask('case.get', { caseId: counter.caseId() });
    expect(draft).toMatchObject({ procedure: 'certificate.issue', fields: { kind: 'kinship' } });
  }, 120_000);
});

describe('the policy packs', () => {
  const choose = async (written: string) => {
    const file = join(program.dataDir, 'chosen.pack.json');
    writeFileSync(file, written);
    await counter.page.locator('input[type=file]').setInputFiles(file);
  };

  it('are refused with place and article where a pack asks for rights to be given up', async () => {
    await counter.goTo('设置');
    const panel = counter.page.getByRole('region', { name: '政策包' });
    await shown(panel.getByText('今日施行'));
    await choose(
      signedUnchecked(nextYear, (good) => ({
        ...good,
        'materials.yaml': `${good['materials.yaml'] ?? ''}\nwaiver: { names: { zh: 退出宅基地协议, en: waiver } }\n`,
      })),
    );
    await shown(panel.getByText(/materials\.yaml 第 \d+ 行“退出宅基地协议”：违反意见第十条/));
    await expectReadable('refused pack');
  }, 120_000);

  it('are installed from a signed file and listed with their day and key, the one in force staying so until then', async () => {
    const panel = counter.page.getByRole('region', { name: '政策包' });
    await choose(signed(nextYear));
    await shown(panel.getByText('已安装版本 2027.1，2027-01-01 起施行。'));
    const row = panel.getByRole('row').filter({ hasText: '2027.1' });
    expect(await row.textContent()).toContain('示例市公安局');
    expect(await row.textContent()).toContain('尚未施行');
    expect(await panel.getByRole('row').filter({ hasText: '今日施行' }).textContent()).toContain('2026.1');
    await expectReadable('packs');
  }, 120_000);
});
