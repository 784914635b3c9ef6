import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../shared/policy/load-pack.ts';
import { pack, packTexts, problemsAfter } from './liaoyuan.ts';

const residence = 'procedures/settle.residence.yaml';
const lineOf = (file: string, text: string): number =>
  (packTexts[file] ?? '').split('\n').findIndex((line) => line.includes(text)) + 1;

describe('loading a pack', () => {
  it('loads the pack of the program with every procedure of the interface', () => {
    const ids = `settle.residence settle.talent settle.spouse settle.child settle.parent settle.relative settle.transfer
      settle.veteran settle.graduate settle.return birth.register birth.abroad adoption.register person.late-registration
      death.cancel move.out move.out-student settled-abroad.cancel duplicate.cancel person.restore move.within household.create
      household.split household.merge household.change-head item.name item.sex item.ethnicity item.birth-date item.id-number
      item.other book.reissue certificate.issue migration-paper.reissue residence.register residence.change residence.cancel
      permit.apply permit.endorse permit.late-endorse permit.change permit.replace permit.reissue permit.cancel`;
    expect([...pack.procedures.keys()]).toEqual(expect.arrayContaining(ids.split(/\s+/)));
  });

  it('carries at least four example cases for every procedure', () => {
    const counts = new Map(pack.examples.map((sheet) => [sheet.procedure, sheet.examples.length]));
    expect([...pack.procedures.keys()].filter((id) => (counts.get(id) ?? 0) < 4)).toEqual([]);
  });

  it('leaves the examples unread when told that they were checked before', () => {
    const broken = { ...packTexts, 'examples/settle.talent.yaml': 'procedure: [' };
    const loaded = loadPack(broken, { examples: 'skip' });
    expect(loaded.ok && loaded.pack.procedures.size).toBe(pack.procedures.size);
    expect(loadPack(broken).ok).toBe(false);
  });

  it('refuses a misspelt key at its line', () => {
    const problems = problemsAfter(residence, (text) => text.replace('companions: family', 'companion: family'));
    expect(problems).toContainEqual({
      file: residence,
      line: lineOf(residence, 'companions: family'),
      message: 'companion: unknown key',
    });
  });

  it('refuses a rule about a fact that does not exist, at its line', () => {
    const problems = problemsAfter(residence, (text) =>
      text.replace('{ use: stable-home }', '{ fact: residence.area, is: 30 }'),
    );
    expect(problems).toContainEqual({
      file: residence,
      line: lineOf(residence, '{ use: stable-home }'),
      message: 'no fact residence.area in facts.yaml',
    });
  });

  it.each([
    ['a value the fact can not have', '{ fact: residence.basis, is: castle }', "residence.basis can't be castle"],
    [
      'a test of another kind of fact',
      '{ fact: residence.basis, monthsAgoAtLeast: 6 }',
      'residence.basis is a choice, expected a date',
    ],
    ['an unknown word', '{ fact: residence.basis, equals: owned }', 'expected fact and one of'],
    ['code instead of data', '{ eval: "true" }', 'expected one of fact, all'],
    ['a word every object has', '{ constructor: x }', 'expected one of fact, all'],
    ['an unknown named condition', '{ use: castle }', 'no condition castle'],
    ['a fact of a companion', '{ fact: companion.relation, is: spouse }', 'fact of a companion'],
    ['an empty list', '{ all: [] }', 'at least one condition'],
  ])('refuses %s', (_what, requires, message) => {
    const problems = problemsAfter(residence, (text) => text.replace('{ use: stable-home }', requires));
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
  });

  it('names the department that can be asked about a material, and refuses one that the opinion does not know', () => {
    expect(pack.materials.get('marriage-certificate')?.verifiedBy).toBe('marriage');
    expect(pack.materials.get('household-book')?.verifiedBy).toBeNull();
    const problems = problemsAfter('materials.yaml', (text) =>
      text.replace('verifiedBy: property', 'verifiedBy: post'),
    );
    expect(problems[0]).toMatchObject({
      file: 'materials.yaml',
      line: lineOf('materials.yaml', 'verifiedBy: property'),
    });
  });

  it('refuses a condition that refers to itself', () => {
    const problems = problemsAfter('common.yaml', (text) =>
      text.replace('{ fact: employment.stable, is: true }', '{ use: permit-ground }'),
    );
    expect(problems.map((problem) => problem.message).join('\n')).toContain('refers to itself');
  });

  it('refuses an article the pack does not list', () => {
    const problems = problemsAfter(residence, (text) => text.replace('article: "4"', 'article: "99"'));
    expect(problems.map((problem) => problem.message)).toContain(
      'pack.yaml does not list article 99 of liaoyuan-opinion',
    );
  });

  it.each([
    ['material', (text: string) => text.replace('use: home-proof', 'use: castle-proof'), 'nothing named castle-proof'],
    ['document', (text: string) => text.replace('[acceptance-receipt', '[castle-deed'), 'no document castle-deed'],
    ['question', (text: string) => text.replace('[home, ', '[castle, '), 'no question castle'],
  ])('refuses a %s that does not exist', (_what, change, message) => {
    expect(
      problemsAfter(residence, change)
        .map((problem) => problem.message)
        .join('\n'),
    ).toContain(message);
  });

  it('refuses a pack whose own example comes out otherwise, and says how', () => {
    const problems = problemsAfter(residence, (text) =>
      text.replace('{ use: stable-home }', '{ fact: residence.basis, is: owned }'),
    );
    expect(problems[0]?.file).toBe('examples/settle.residence.yaml');
    expect(problems[0]?.message).toContain('verdict is "ineligible", expected "eligible"');
  });

  it('refuses a pack without a file, with a strange file, with broken YAML or a key written twice', () => {
    const without = Object.fromEntries(Object.entries(packTexts).filter(([name]) => name !== 'facts.yaml'));
    const loaded = loadPack(without);
    expect(loaded.ok ? [] : loaded.problems).toContainEqual({
      file: 'facts.yaml',
      line: 0,
      message: 'the file is missing',
    });
    expect(problemsAfter('notes.yaml', () => 'a: 1')).toContainEqual({
      file: 'notes.yaml',
      line: 0,
      message: 'no such file belongs to a pack',
    });
    expect(problemsAfter(residence, (text) => `${text}\n  - [`)).not.toEqual([]);
    expect(problemsAfter(residence, (text) => `${text}\nid: settle.talent\n`)[0]?.message).toMatch(/unique/i);
  });

  it('answers an empty folder with problems and never throws', () => {
    const loaded = loadPack({});
    expect(loaded.ok).toBe(false);
  });
});
