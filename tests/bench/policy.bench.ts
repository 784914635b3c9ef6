import { join } from 'node:path';
import { readPackTexts } from '../../electron/station/policy/read-pack-folder.ts';
import { readFacts } from '../../shared/policy/facts.ts';
import { judge } from '../../shared/policy/judge.ts';
import { loadPack } from '../../shared/policy/load-pack.ts';
import { nextQuestions } from '../../shared/policy/next-questions.ts';

/** Measures loading the pack, judging all entry routes and choosing the next questions; prints one JSON object, times in ms. */

const texts = readPackTexts(join(import.meta.dirname, '..', '..', 'resources', 'policy', 'liaoyuan'));

function timed(act: () => unknown, runs: number): { median: number; p99: number } {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    act();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => Number((times[Math.floor(runs * share)] ?? 0).toFixed(4));
  return { median: at(0.5), p99: at(0.99) };
}

const load = timed(() => loadPack(texts), 5);
const loaded = loadPack(texts);
if (!loaded.ok) throw new Error('the pack does not load');
const { pack } = loaded;
const read = readFacts(pack, {
  asOf: '2026-11-02',
  applicant: { birthDate: '1990-01-01', maritalStatus: '20', hukou: { division: '220122', class: 'rural' } },
  destination: { division: '220402', kind: 'urban' },
  residence: { basis: 'rented', stable: true },
  talent: { kind: 'skilled' },
  companions: [
    { relation: 'spouse', livesTogether: true },
    { relation: 'child', birthDate: '2015-01-01', livesTogether: true },
  ],
  materials: ['application', 'id-card', 'household-book'],
});
if (!read.ok) throw new Error(read.problems.join('\n'));
const { facts } = read;
timed(() => judge(pack, facts), 500);

console.log(
  JSON.stringify({
    loadPackMs: load,
    judgeAllRoutesMs: timed(() => judge(pack, facts), 3000),
    nextQuestionsMs: timed(() => nextQuestions(pack, facts), 500),
  }),
);
