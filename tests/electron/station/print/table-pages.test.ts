import { describe, expect, it } from 'vitest';
import { exampleInputs, monthlyReport } from './example-inputs.ts';
import { answer, formNamed, inkOf, printed, rasterOf, textOf, wordsOf } from './print-rig.ts';

const report = formNamed('settlement-report');
const pageTexts = (pdf: Uint8Array) => textOf(pdf).split('\f').slice(0, -1);

describe('a table longer than the page', () => {
  it('goes on to the next pages with its header on each', async () => {
    const pages = pageTexts(await printed(report, monthlyReport(90)));
    expect(pages.length).toBeGreaterThanOrEqual(4);
    for (const page of pages.slice(1, -1)) expect(page).toContain('序号 日期 件数 人数 其中农业转移人口');
  });

  it('loses no row and repeats none', async () => {
    const words = wordsOf(await printed(report, monthlyReport(90)));
    const days = words.filter(({ text }) => /^2026年\d+月\d+日$/.test(text)).map(({ text }) => text);
    const asked = (monthlyReport(90).byDay as { day: string }[]).map(({ day }) => day);
    const shown = asked.map((day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'));
    expect(days.filter((day) => shown.includes(day))).toEqual(expect.arrayContaining(shown));
    expect(new Set(shown).size).toBe(90);
    expect(days.filter((day) => day === '2026年12月15日')).toHaveLength(1);
  });

  it('numbers its pages', async () => {
    const pages = pageTexts(await printed(report, monthlyReport(90)));
    pages.forEach((page, index) => {
      expect(page).toContain(`第 ${index + 1} 页 共 ${pages.length} 页`);
    });
  });

  it('keeps off the foot of every page', async () => {
    const pdf = await printed(report, monthlyReport(90));
    const inGap = inkOf(rasterOf(pdf, 100, 2), (_x, y) => y > 277.5 && y < 279.5);
    expect(inGap).toBeNull();
  });

  it('turns the page for a long list of materials and keeps the receipt’s foot whole', async () => {
    const materials = Array.from({ length: 30 }, (_, index) => ({ name: `示例材料${index + 1}`, state: '原件' }));
    const pages = pageTexts(
      await printed(formNamed('acceptance-receipt'), { ...exampleInputs['acceptance-receipt'], materials }),
    );
    expect(pages.length).toBe(3);
    expect(pages.at(-1)).toContain('领取须知');
    expect(pages.at(-1)).toContain('申请人（签名）');
  });

  it('is refused where the paper has a fixed number of lines', async () => {
    const changes = Array.from({ length: 10 }, () => ({ item: '职业', newValue: '会计', changedOn: '2026-11-21' }));
    expect(await answer(formNamed('resident-card-back'), { changes })).toMatchObject({
      error: { code: 'PRINT_INPUT_INVALID', details: { problems: [{ path: 'changes', problem: 'too-many' }] } },
    });
  });
});

describe('the report of a month without settling', () => {
  it('prints its noughts and no empty tables', async () => {
    const totals = { cases: 0, households: 0, persons: 0, ruralPersons: 0, talents: 0, pending: 0 };
    const pages = pageTexts(
      await printed(report, { ...monthlyReport(1), totals, byRoute: [], byOrigin: [], byDay: [] }),
    );
    expect(pages).toHaveLength(1);
    expect(pages[0]).not.toContain('序号');
  });
});

describe('words before a signature', () => {
  it('never leave the signatures alone on a page', async () => {
    const notice = formNamed('one-time-notice');
    const example = exampleInputs['one-time-notice'] ?? {};
    for (const count of [1, 5, 6, 7, 8, 9, 10, 11, 12]) {
      const missing = Array.from({ length: count }, (_, index) => ({
        name: `材料${index}`,
        remedy: '提交原件',
        basis: '第（四）条',
      }));
      const last = pageTexts(await printed(notice, { ...example, missing })).at(-1);
      expect(last, `${count} materials`).toContain('咨询电话');
    }
  });
});
