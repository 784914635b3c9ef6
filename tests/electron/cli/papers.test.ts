import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { command as entitlements } from '../../../electron/cli/entitlements.ts';
import { command as guide } from '../../../electron/cli/guide.ts';
import { pdfWords } from '../../fixtures/pdf.ts';
import { exampleCityFolder } from '../../shared/policy/example-city.ts';

const folder = mkdtempSync(join(tmpdir(), 'papers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const pdf = join(folder, 'paper.pdf');

function asked(content: unknown): string {
  const file = join(folder, 'asked.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('luohu guide --pdf', () => {
  it('writes the page of the procedure that is handed out', async () => {
    const { exitCode } = await guide(['death.cancel', '--pack', exampleCityFolder, '--pdf', pdf]);
    expect(exitCode).toBe(0);
    const words = await pdfWords(readFileSync(pdf));
    expect(words).toContain('办事指南');
    expect(words).toContain('第31条');
  });

  it('ends with 1 when the file can not be written', async () => {
    const call = ['death.cancel', '--pack', exampleCityFolder, '--pdf', join(folder, 'none', 'paper.pdf')];
    expect(await guide(call)).toMatchObject({ exitCode: 1, problems: ['--pdf: the file can not be written'] });
  });
});

describe('luohu entitlements', () => {
  it('prints each right of a status with its office, and what the law leaves open as per local rule', async () => {
    const { output } = await entitlements(['--input', asked({ status: 'permit-holder', residenceYears: 2 })]);
    const housing = JSON.parse(String(output)).find(({ id }: { id: string }) => id === 'housing');
    expect(housing).toMatchObject({
      stateWords: { zh: '按本地规定', en: 'per local rule' },
      office: { zh: '住房和城乡建设部门' },
    });
  });

  it('writes the notice of a person', async () => {
    const input = { status: 'newly-registered', name: '王示例', since: '2026-11-21', station: '示例派出所' };
    expect((await entitlements(['--input', asked(input), '--pdf', pdf])).exitCode).toBe(0);
    const words = await pdfWords(readFileSync(pdf));
    expect(words).toContain('自2026年11月21日起，王示例可以在本市享有');
    expect(words).toContain('新落户人员');
  });

  it('ends with 2 on a status it does not know, on a missing file, and without one', async () => {
    expect(await entitlements(['--input', asked({ status: 'guest' })])).toMatchObject({ exitCode: 2 });
    expect((await entitlements(['--input', join(folder, 'none.json')])).exitCode).toBe(2);
    expect((await entitlements([])).exitCode).toBe(2);
  });
});
