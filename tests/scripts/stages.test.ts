import { describe, expect, it } from 'vitest';
import { countTests } from '../../scripts/stages/count-tests.ts';
import { failedOne, passedOne, runStages, type Stage } from '../../scripts/stages/stage.ts';

const quiet = () => undefined;
const passing = (name: string, needs?: readonly string[]): Stage => ({ name, needs, run: async () => passedOne });
const failing = (name: string): Stage => ({ name, run: async () => failedOne });

describe('the stages of a test run', () => {
  it('begins the next stages while one runs beside them, and lets who needs it wait', async () => {
    const order: string[] = [];
    let finish = (): void => {};
    const isDone = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const stage = (name: string, further: Partial<Stage> = {}): Stage => ({
      name,
      run: async () => {
        order.push(name);
        return passedOne;
      },
      ...further,
    });
    const slow = stage('electron', {
      isBeside: true,
      run: async () => {
        await isDone;
        order.push('electron');
        return passedOne;
      },
    });
    const unit = stage('unit', {
      run: async () => {
        order.push('unit');
        finish();
        return passedOne;
      },
    });
    const sum = await runStages([slow, unit, stage('e2e', { needs: ['electron'] })], quiet);
    expect(order).toEqual(['unit', 'electron', 'e2e']);
    expect(sum).toEqual({ passed: 3, failed: 0, failures: [] });
  });

  it('are added up', async () => {
    const unit: Stage = { name: 'unit', run: async () => ({ passed: 40, failed: 2 }) };
    expect(await runStages([passing('lint'), unit, failing('types')], quiet)).toMatchObject({ passed: 41, failed: 3 });
  });

  it('go on after one that failed, except where they need it', async () => {
    const lines: string[] = [];
    const sum = await runStages([failing('build'), passing('unit'), passing('e2e', ['build'])], (line) =>
      lines.push(line),
    );
    expect(sum).toMatchObject({ passed: 1, failed: 2 });
    expect(lines).toContain('left out: it needs build');
  });

  it('count one that throws as failed, with its message', async () => {
    const lines: string[] = [];
    const broken: Stage = { name: 'machine', run: () => Promise.reject(new Error('no screen')) };
    const sum = await runStages([broken], (line) => lines.push(line));
    expect(sum).toEqual({ passed: 0, failed: 1, failures: ['machine: no screen'] });
    expect(lines).toContain('no screen');
  });

  it('have a heading and their seconds', async () => {
    const lines: string[] = [];
    await runStages([passing('types')], (line) => lines.push(line));
    expect(lines[0]).toBe('\n=== types');
    expect(lines[1]).toMatch(/^--- types: 1 passed, 0 failed, \d+\.\d s$/);
  });
});

const report = (success: boolean, files: readonly (readonly string[])[], fileStatus = 'passed') => {
  const all = files.flat();
  return JSON.stringify({
    success,
    numPassedTests: all.filter((status) => status === 'passed').length,
    testResults: files.map((statuses, index) => ({
      name: `tests/${index}.test.ts`,
      status: statuses.includes('failed') ? 'failed' : fileStatus,
      message: fileStatus === 'failed' ? 'no such module' : '',
      assertionResults: statuses.map((status) => ({
        status,
        fullName: `it ${status}`,
        failureMessages: status === 'failed' ? ['expected 1 to be 2'] : [],
      })),
    })),
  });
};

describe('a report of tests', () => {
  it('counts what passed and what failed, and not what was skipped', () => {
    const counted = countTests(report(false, [['passed', 'failed', 'skipped'], ['passed']]));
    expect(counted).toMatchObject({ passed: 2, failed: 1 });
  });

  it('says file, name and message of each failed test', () => {
    const { failures } = countTests(report(false, [['passed'], ['failed']]));
    expect(failures).toEqual(['tests/1.test.ts: it failed\nexpected 1 to be 2']);
  });

  it('counts a file that could not be loaded as one failure', () => {
    const counted = countTests(report(false, [[]], 'failed'));
    expect(counted).toEqual({ passed: 0, failed: 1, failures: ['tests/0.test.ts\nno such module'] });
  });

  it('counts no test at all as a failure', () => {
    expect(countTests(report(true, []))).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts an error outside the tests as a failure', () => {
    expect(countTests(report(false, [['passed']]))).toMatchObject({ passed: 1, failed: 1 });
  });
});
