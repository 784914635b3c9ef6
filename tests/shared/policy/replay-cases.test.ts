import { describe, expect, it } from 'vitest';
import { diffPacks } from '../../../shared/policy/diff-packs.ts';
import { loadPack } from '../../../shared/policy/load-pack.ts';
import { replayCases } from '../../../shared/policy/replay-cases.ts';
import { exampleCity, exampleTexts, withFile } from './example-city.ts';

const settling = 'procedures/settle.residence.yaml';

/** The example city with half a year instead of a whole one, under the next version. */
function halfAYear() {
  const texts = withFile(settling, (text) => text.replace('monthsAgoAtLeast: 12', 'monthsAgoAtLeast: 6'));
  const loaded = loadPack(
    { ...texts, 'pack.yaml': (texts['pack.yaml'] ?? '').replace('2026.1', '2026.2') },
    { examples: 'skip' },
  );
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => problem.message).join('\n'));
  return loaded.pack;
}

const cases = [
  { id: 'A', facts: { asOf: '2026-11-02', residence: { basis: 'rented', registeredSince: '2026-01-02' } } },
  { id: 'B', facts: { asOf: '2026-11-02', residence: { basis: 'none', registeredSince: '2026-01-02' } } },
  { id: 'C', facts: { asOf: '2026-11-02', residence: { area: 30 } } },
];

describe('replaying past cases under another pack', () => {
  it('names the case that would come out otherwise and the rule that makes it so', () => {
    const report = replayCases(exampleCity, halfAYear(), cases);
    expect(report).toMatchObject({ before: 'example-city@2026.1', after: 'example-city@2026.2', cases: 3 });
    expect(report.changed).toHaveLength(1);
    expect(report.changed[0]).toMatchObject({
      id: 'A',
      routes: [
        {
          procedure: 'settle.residence',
          before: 'ineligible',
          after: 'eligible',
          reasons: [{ rule: 'settle.residence.one-year', before: { holds: false }, after: { holds: true } }],
        },
      ],
    });
  });

  it('reports a case whose facts a pack does not understand, and goes on', () => {
    const report = replayCases(exampleCity, exampleCity, cases);
    expect(report.changed).toEqual([]);
    expect(report.unreadable[0]).toEqual({
      id: 'C',
      pack: 'example-city@2026.1',
      problems: ['residence.area: unknown key'],
    });
  });
});

describe('comparing packs', () => {
  it('finds the changed part by its id and nothing else', () => {
    const after = withFile(
      settling,
      (text) => `# a comment\n${text.replace('monthsAgoAtLeast: 12', 'monthsAgoAtLeast: 6')}`,
    );
    expect(diffPacks(exampleTexts, after).differences).toEqual([
      {
        file: settling,
        part: 'rules[settle.residence.one-year].requires.monthsAgoAtLeast',
        change: 'changed',
        before: 12,
        after: 6,
      },
    ]);
  });

  it('finds added and removed files', () => {
    const { 'procedures/death.cancel.yaml': _removed, ...without } = exampleTexts;
    expect(diffPacks(exampleTexts, without).differences).toMatchObject([
      { file: 'procedures/death.cancel.yaml', part: '', change: 'removed' },
    ]);
    expect(diffPacks(without, exampleTexts).differences).toMatchObject([{ change: 'added' }]);
  });

  it('finds nothing between a pack and itself with its keys in another order', () => {
    const turned = withFile('documents.yaml', (text) => text.trimEnd().split('\n').reverse().join('\n'));
    expect(diffPacks(exampleTexts, turned).differences).toEqual([]);
  });
});
