import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decideCommand } from '../../../electron/cli/decide.ts';
import { VerdictReport } from '../../../shared/contract/verdict.ts';

const folder = mkdtempSync(join(tmpdir(), 'decide-'));
afterAll(() => rmSync(folder, { recursive: true }));

function caseFile(content: unknown): string {
  const file = join(folder, 'case.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('luohu decide', () => {
  it('prints one JSON object of exactly the published shape and ends with 0, whatever the verdict', async () => {
    const facts = { asOf: '2026-11-02', residence: { basis: 'none', stable: false }, procedure: 'settle.residence' };
    const result = await decideCommand(['--case', caseFile(facts)]);
    expect(result).toMatchObject({ exitCode: 0 });
    const report = VerdictReport.parse(JSON.parse(result.output ?? ''));
    expect(report.routes[0]?.verdict).toBe('ineligible');
  });

  it('ends with 2 and a line with its path for each problem of the case', async () => {
    const result = await decideCommand(['--case', caseFile({ asOf: '2026-11-02', residence: { basis: 'x' }, y: 1 })]);
    expect(result.exitCode).toBe(2);
    expect(result.output).toBeUndefined();
    expect(result.problems).toEqual([
      'residence.basis: expected one of owned, rented, employer, relative, none',
      'y: unknown key',
    ]);
  });

  it.each(['{', '', '[]', 'null'])('ends with 2 on a case file that says %j', async (content) => {
    expect((await decideCommand(['--case', caseFile(content)])).exitCode).toBe(2);
  });

  it('ends with 2 when the case file is not there', async () => {
    expect((await decideCommand(['--case', join(folder, 'none.json')])).exitCode).toBe(2);
  });

  it('ends with 1 on a wrong call or a pack that can not be loaded', async () => {
    expect((await decideCommand([])).exitCode).toBe(1);
    expect((await decideCommand(['--case', caseFile({}), '--pack', join(folder, 'none')])).exitCode).toBe(1);
    expect((await decideCommand(['--case', caseFile({}), '--pack', folder])).exitCode).toBe(1);
  });
});
