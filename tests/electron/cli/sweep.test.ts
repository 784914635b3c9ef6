import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepCommand } from '../../../electron/cli/sweep.ts';
import { faultCodes } from '../../../shared/contract/sweep.ts';
import { ownStation, people } from '../../fixtures/small-register.ts';
import { WellKeptCopy } from '../../fixtures/well-kept-copy.ts';

let copy: WellKeptCopy;
beforeAll(() => {
  copy = new WellKeptCopy();
  copy.run('UPDATE persons SET photo_id = NULL WHERE person_id IN (?, ?)', people.loner, people.old);
});
afterAll(() => copy.discard());

const found = { code: 'photo-missing', count: 1, tookMs: expect.any(Number) };

describe('sweep', () => {
  it('counts the faults of every kind, and names nobody', async () => {
    const { exitCode, output } = await sweepCommand(['--data', copy.folder, '--day', copy.today]);
    expect(exitCode).toBe(0);
    expect(output).toMatchObject({ station: ownStation, day: copy.today, tookMs: expect.any(Number) });
    const { counts } = output as { counts: { code: string }[] };
    expect(counts.map(({ code }) => code)).toEqual(faultCodes);
    expect(counts).toContainEqual(found);
    expect(JSON.stringify(output)).not.toContain('吴刚');
  });

  it('looks at the station that is named', async () => {
    const { output } = await sweepCommand(['--data', copy.folder, '--station', '220402010000', '--day', copy.today]);
    expect(output).toMatchObject({ station: '220402010000', counts: expect.arrayContaining([found]) });
  });

  it('wants a folder with a database and a real day', async () => {
    for (const args of [[], ['--data'], ['--data', copy.folder, '--day', '2026-02-30'], ['--data', '/nowhere']])
      expect(await sweepCommand(args)).toMatchObject({ exitCode: 2 });
  });
});
