import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareRoute } from '../../../shared/policy/check-examples.ts';
import { readFacts } from '../../../shared/policy/facts.ts';
import { judge } from '../../../shared/policy/judge.ts';
import type { Expectation } from '../../../shared/policy/pack.ts';
import { pack } from './liaoyuan.ts';

interface Sample {
  readonly id: string;
  readonly why: string;
  readonly case: unknown;
  readonly expect: Readonly<Record<string, Expectation>>;
}

/** Sample cases kept beside the project; absent in a bare checkout. */
const file = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'cases', 'decide-samples.json');
const samples: readonly Sample[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

describe.skipIf(samples.length === 0)('sample cases', () => {
  it.each(samples.map((sample) => [sample.id, sample.why, sample] as const))('%s: %s', (_id, _why, sample) => {
    const read = readFacts(pack, sample.case);
    expect(read).toMatchObject({ ok: true });
    const routes = read.ok ? judge(pack, read.facts).routes : [];
    const differences = Object.entries(sample.expect).flatMap(([id, expected]) => {
      const route = routes.find((each) => each.procedure === id);
      return route === undefined ? [`no route ${id}`] : compareRoute(route, expected);
    });
    expect(differences).toEqual([]);
  });
});
