import { join } from 'node:path';
import { readPackFolder, readPackTexts } from '../../../electron/station/policy/read-pack-folder.ts';
import type { Route, VerdictReport } from '../../../shared/contract/verdict.ts';
import { type FactGroup, type Facts, readFacts } from '../../../shared/policy/facts.ts';
import { judge } from '../../../shared/policy/judge.ts';
import { layFacts } from '../../../shared/policy/lay-facts.ts';
import { loadPack } from '../../../shared/policy/load-pack.ts';
import type { PackProblem } from '../../../shared/policy/yaml-file.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'policy', 'liaoyuan');

/** The pack that ships with the program, and the texts it is made of. */
export const pack = readPackFolder(folder);
export const packTexts = readPackTexts(folder);

/** A married man from a village of another city in Jilin, at a counter of Longshan district. */
export const newcomer: FactGroup = {
  asOf: '2026-11-02',
  applicant: {
    birthDate: '1990-01-01',
    sex: '1',
    maritalStatus: '20',
    hukou: { division: '220122', class: 'rural' },
  },
  destination: { division: '220402', kind: 'urban' },
};

/** Facts of the newcomer with others laid over them; throws when they are not valid. */
export function factsOf(own: FactGroup): Facts {
  const read = readFacts(pack, layFacts(newcomer, own));
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.facts;
}

export function decide(own: FactGroup): VerdictReport {
  return judge(pack, factsOf(own));
}

/** The verdict on one procedure for the newcomer. */
export function routeOf(procedure: string, own: FactGroup = {}): Route {
  const route = decide({ ...own, procedure }).routes[0];
  if (route === undefined) throw new Error(`no route ${procedure}`);
  return route;
}

/** Loads the pack with one file changed and gives the problems. */
export function problemsAfter(file: string, change: (text: string) => string): readonly PackProblem[] {
  const loaded = loadPack({ ...packTexts, [file]: change(packTexts[file] ?? '') });
  return loaded.ok ? [] : loaded.problems;
}
