import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusalCodes } from '../../../shared/register/refusal.ts';
import { refusalWords } from '../../../shared/register/refusal-words.ts';

const folder = new URL('../../../shared/register/', import.meta.url).pathname;

/** Everything in shared/register that refuses or warns, as text. */
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('refusal'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');

const marksOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, mark = '']) => mark).sort();

describe('the words of refusals', () => {
  it('exist for every code and for nothing else', () => {
    expect(Object.keys(refusalWords).sort()).toEqual([...refusalCodes].sort());
  });

  it.each(refusalCodes)('%s: says in both languages what is wrong and what to do next', (code) => {
    const { zh, en } = refusalWords[code];
    expect(zh.split('。').filter(Boolean).length).toBeGreaterThanOrEqual(2);
    expect(en.split(/[.;] ?/).filter(Boolean).length).toBeGreaterThanOrEqual(2);
    expect(marksOf(zh)).toEqual(marksOf(en));
  });

  it('are each different', () => {
    const sentences = Object.values(refusalWords).flatMap(({ zh, en }) => [zh, en]);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('stand for refusals that can be met', () => {
    expect(refusalCodes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });
});
