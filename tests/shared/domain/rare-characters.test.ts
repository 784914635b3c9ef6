import { describe, expect, it } from 'vitest';
import characters from '../../../resources/codes/characters.json' with { type: 'json' };
import { CharacterTable, readCharacterQuery } from '../../../shared/domain/rare-characters.ts';

const table = new CharacterTable(characters.lines);
const found = (text: string) => table.find(text).map(({ character }) => character);

describe('the table of characters', () => {
  it('has every 汉字 of the planes names are written in', () => {
    expect(table.size).toBeGreaterThan(100_000);
    for (const character of ['莹', '㛃', '䶮', '𠮷', '𬱖', '𫍯', '𰻞', '𱁬']) {
      expect(table.describe(character)?.character).toBe(character);
    }
    expect(table.describe('A')).toBeNull();
  });

  it('knows strokes, their number and the reading', () => {
    expect(table.describe('国')).toMatchObject({ strokes: '25112141', strokeCount: 8, reading: 'guó' });
    expect(table.describe('𬱖')).toMatchObject({ descriptions: ['⿰由页'], reading: 'dí' });
    expect(table.describe('道')?.strokes).toBe('431325111454');
    expect(table.describe('区')?.strokes).toBe('1345');
  });

  it('has strokes for most characters, and never another number of them than it says', () => {
    const lines = characters.lines.split('\n').map((line) => line.split('\t')[2] ?? '');
    expect(lines.filter((it) => /^[1-5]+$/.test(it)).length).toBeGreaterThan(75_000);
    expect(lines.every((it) => /^([1-5]+|\(\d+\))$/.test(it))).toBe(true);
  });
});

describe('a rare character is found', () => {
  it.each([
    ['王+莹', '𬎆'],
    ['⿰王莹', '𬎆'],
    ['由页', '𬱖'],
    ['⿰由页', '𬱖'],
    ['土口', '𠮷'],
    ['⿱龙天', '䶮'],
    ['吉吉', '喆'],
    ['讠咸', '𫍯'],
    ['⿰钅杜', '𬭊'],
  ])('first by all its components %s: %s', (typed, character) => {
    expect(found(typed)[0]).toBe(character);
  });

  it.each([
    ['方方土', '堃'],
    ['水水水', '淼'],
    ['金金金', '鑫'],
  ])('by the parts of its parts, each as often as it stands there: %s', (typed, character) => {
    expect(found(typed)).toContain(character);
  });

  it('by a component in whatever form it is written', () => {
    expect(found('王令')[0]).toBe('玲');
    expect(found('水青')[0]).toBe('清');
    expect(found('言炎')).toContain('谈');
  });

  it('by its strokes as digits or by their names', () => {
    expect(found('25121132534')[0]).toBe('𬱖');
    expect(found('横竖横')).toContain('土');
    expect(found('121')[0]).toMatch(/[土工士干扌]/u);
  });

  it('by components and strokes together', () => {
    expect(found('王 4511')).not.toEqual(found('王'));
    expect(found('页25121')).toContain('𬱖');
  });
});

describe('what was typed', () => {
  it.each([
    ['王+莹', { components: ['王', '莹'], strokes: '', description: '' }],
    ['⿰王莹', { components: ['王', '莹'], strokes: '', description: '⿰王莹' }],
    ['横竖撇捺折', { components: [], strokes: '12345', description: '' }],
    ['王 121', { components: ['王'], strokes: '121', description: '' }],
    ['', { components: [], strokes: '', description: '' }],
  ])('%s is read as components, strokes or a description', (typed, query) => {
    expect(readCharacterQuery(typed)).toEqual(query);
  });

  it('finds nothing where it says nothing', () => {
    for (const typed of ['', ' ', 'abc', '99', '⿰']) expect(found(typed)).toEqual([]);
  });
});
