import { describe, expect, it } from 'vitest';
import { en } from '../../renderer/locales/en/index.ts';
import { zh } from '../../renderer/locales/zh/index.ts';
import { errorWords } from '../../shared/contract/error-words.ts';
import { refusalWords } from '../../shared/register/refusal-words.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [below, text] of leaves(value, `${prefix}${key}.`)) found.set(below, text);
  }
  return found;
}

const chinese = leaves(zh);
const english = leaves(en);
const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((it) => it[1]).sort();

describe('the words of the program', () => {
  it('has every text in Chinese and in English', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('leaves no text empty', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('fills the same gaps in both languages', () => {
    const different = [...chinese].filter(([key, text]) => `${gaps(text)}` !== `${gaps(english.get(key) ?? '')}`);
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('writes Chinese where Chinese is read, and no English beside it', () => {
    const allowed = /\b(English|Ctrl|Enter|F\d+|X|PDF)\b|\{\w+\}/g;
    const mixed = [...chinese].filter(([, text]) => /[A-Za-z]{2,}/.test(text.replace(allowed, '')));
    expect(mixed.map(([key]) => key)).toEqual([]);
  });

  it('writes English with straight quotes: the fonts of the counter draw the others as wide as a character', () => {
    const sentences = [...Object.entries(errorWords), ...Object.entries(refusalWords)].map(
      ([code, words]) => [code, words.en] as const,
    );
    const wide = [...english, ...sentences].filter(([, text]) => /[’‘“”]/u.test(text)).map(([key]) => key);
    expect(wide).toEqual([]);
  });

  it('writes no Chinese into English texts but the name of the other language', () => {
    const mixed = [...english].filter(([, text]) => /\p{Script=Han}/u.test(text.replace('中文', '')));
    expect(mixed.map(([key]) => key)).toEqual([]);
  });
});
