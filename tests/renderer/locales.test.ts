import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { en } from '../../renderer/locales/en/index.ts';
import { zh } from '../../renderer/locales/zh/index.ts';

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
const packFolder = join(import.meta.dirname, '../../resources/policy/liaoyuan');
const readPack = (file: string) => parse(readFileSync(join(packFolder, file), 'utf8'));
const asKey = (id: string) => id.replaceAll('.', '-');

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

  it('writes no Chinese into English texts but the name of the other language', () => {
    const mixed = [...english].filter(([, text]) => /\p{Script=Han}/u.test(text.replace('中文', '')));
    expect(mixed.map(([key]) => key)).toEqual([]);
  });

  it('names what the ways of settling in this city speak of', () => {
    const pack = readPack('pack.yaml');
    const files = readdirSync(join(packFolder, 'procedures')).filter((file) => file.startsWith('settle.'));
    const spoken = ['common.yaml', ...files.map((file) => join('procedures', file))]
      .map((file) => readFileSync(join(packFolder, file), 'utf8'))
      .join('\n');
    const isSpoken = (id: string) => new RegExp(`[^\\w-]${id.replaceAll('.', '\\.')}[^\\w-]`).test(spoken);
    const ids = {
      material: Object.keys(readPack('materials.yaml')).filter(isSpoken),
      paper: Object.keys(readPack('documents.yaml')).filter(isSpoken),
      source: Object.keys(pack.sources).filter(isSpoken),
      fact: Object.keys(readPack('facts.yaml').facts).filter(isSpoken),
      procedure: [...pack.entry, ...pack.otherPaths],
    };
    const missing = Object.entries(ids).flatMap(([group, list]) =>
      list.map((id) => `${group}.${asKey(id)}`).filter((key) => !chinese.has(key)),
    );
    expect(missing).toEqual([]);
    expect(ids.material).toContain('id-card');
  });
});
