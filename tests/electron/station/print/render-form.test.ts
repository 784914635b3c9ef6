import { describe, expect, it } from 'vitest';
import { exampleInputs } from './example-inputs.ts';
import { answer, formNamed, infoOf, inkOf, madeUpForm, printed, rasterOf, textOf } from './print-rig.ts';

const receipt = formNamed('acceptance-receipt');
const example = exampleInputs['acceptance-receipt'] ?? {};

describe('a printed form', () => {
  it('is the same bytes for the same input at the same instant', async () => {
    expect(Buffer.compare(await printed(receipt, example), await printed(receipt, example))).toBe(0);
  });

  it('says what it is, who made it and when', async () => {
    const info = infoOf(await printed(receipt, example));
    expect(info).toMatch(/Title:\s+受理回执单/);
    expect(info).toMatch(/Subject:\s+acceptance-receipt@1/);
    expect(info).toMatch(/Author:\s+辽源市公安局示例分局示例派出所/);
    expect(info).toMatch(/Creator:\s+Luohu 落户/);
    expect(info).toMatch(/CreationDate:.*2026/);
    expect(info).toMatch(/Page size:\s+595\.2\d+ x 419\.5\d+ pts/);
  });

  it('has a light stamp across the page when it is a preview', async () => {
    const [plain, stamped] = await Promise.all([
      printed(receipt, example),
      printed(receipt, example, { stamp: '预览无效' }),
    ]);
    expect(textOf(plain)).not.toContain('预览');
    expect(textOf(stamped).replace(/\s/g, '')).toMatch(/预.*览.*无.*效/s);
    // Light: nothing of it is dark enough to count as ink, and still it greys much of the page.
    expect(inkOf(rasterOf(stamped, 100))?.count).toBeLessThan((inkOf(rasterOf(plain, 100))?.count ?? 0) * 1.05);
    const greys = rasterOf(stamped, 50).pixels.filter((level) => level > 200 && level < 240).length;
    expect(greys).toBeGreaterThan(2000);
  });

  it('is printed once for every copy, each with its name', async () => {
    const result = await answer(receipt, example, { copies: ['申请人留存', '派出所存档'] });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const pages = textOf(result.value.pdf).split('\f');
    expect(result.value.pageCount).toBe(2);
    expect(pages[0]).toContain('申请人留存');
    expect(pages[1]).toContain('派出所存档');
    expect(pages[1]).not.toContain('申请人留存');
  });

  it('carries a photo in its frame', async () => {
    const photo = madeUpForm(`
fields: { face: { zh: 照片, en: Photo, type: image } }
boxes: [{ kind: photo, id: face, x: 10, y: 10, w: 20, h: 25, field: face, frame: false }]
`);
    const black =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB4iG8MwAAAABJRU5ErkJggg==';
    const ink = inkOf(rasterOf(await printed(photo, { face: black })));
    expect(ink?.left).toBeCloseTo(10, 0);
    expect(ink?.bottom).toBeLessThanOrEqual(35.1);
    expect(ink?.count).toBeGreaterThan(1000);
  });
});

describe('an input that does not fit the form', () => {
  it('is refused with the path and the name of every field at fault', async () => {
    const { phone: _phone, ...rest } = example;
    const bad = { ...rest, dueOn: '2026-02-30', extra: '甲', materials: [{ name: '居民身份证' }] };
    expect(await answer(receipt, bad)).toEqual({
      ok: false,
      error: {
        code: 'PRINT_INPUT_INVALID',
        details: {
          problems: [
            { path: 'extra', problem: 'unknown' },
            { path: 'dueOn', problem: 'type', field: { zh: '办结期限', en: 'Due on' } },
            { path: 'phone', problem: 'required', field: { zh: '查询电话', en: 'Telephone for questions' } },
            {
              path: 'materials[0].state',
              problem: 'required',
              field: { zh: '收取方式（原件／核验／承诺）', en: 'Original, verified or promised' },
            },
          ],
        },
      },
    });
  });

  it('never tells the value itself', async () => {
    const result = await answer(receipt, {
      ...example,
      applicant: { nameMasked: '王示例', numberMasked: '220421199001050015' },
    });
    expect(JSON.stringify(result)).not.toMatch(/王示例|220421199001050015/);
  });
});
