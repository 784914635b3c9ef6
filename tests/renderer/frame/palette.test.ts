import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Command, listFitting } from '../../../renderer/frame/palette-fitting.ts';
import { innerPages } from '../../../renderer/frame/palette-pages.ts';
import { places } from '../../../renderer/frame/places.ts';
import { loadPinyin } from '../../../renderer/words/initials.ts';

const routes = readFileSync(join(import.meta.dirname, '../../../renderer/frame/router.tsx'), 'utf8');

/** As the commands are worded; what is done does not matter here. */
const command = (words: string, name?: string): Command => ({
  id: words,
  words,
  ...(name === undefined ? {} : { name }),
  run: () => undefined,
});
const goTo = (place: string) => command(`打开“${place}”`, place);
const begin = (name: string) => command(`办理：${name}`, name);
const wordsFitting = (typed: string, commands: readonly Command[]) =>
  listFitting(typed, commands).map((it) => it.words);

beforeAll(loadPinyin);

describe('the palette', () => {
  it('has a command for every page that can be opened without choosing somebody or something first', () => {
    const all = [...routes.matchAll(/ path: '([^']+)'/g)].map(([, path = '']) => path);
    const plain = all.filter((path) => !path.includes('$'));
    expect(plain.length).toBeGreaterThan(10);
    expect([...places, ...innerPages].map(({ path }) => path).sort()).toEqual(plain.sort());
  });

  it('puts what is named so before what only mentions it, whatever the order of the commands', () => {
    const commands = [begin('补领打印的证件'), goTo('打印设置'), goTo('打印')];
    expect(wordsFitting('打印', commands)).toEqual(['打开“打印设置”', '打开“打印”', '办理：补领打印的证件']);
    expect(wordsFitting('dysz', commands)).toEqual(['打开“打印设置”']);
  });

  it('finds a command by its verb as well as by its name, and nothing by what is in neither', () => {
    const commands = [goTo('首页'), begin('分户')];
    expect(wordsFitting('办理', commands)).toEqual(['办理：分户']);
    expect(wordsFitting('fh', commands)).toEqual(['办理：分户']);
    expect(wordsFitting('zzz', commands)).toEqual([]);
  });

  it('offers every command while nothing is typed, in their order', () => {
    const commands = Array.from({ length: 60 }, (_, at) => begin(`业务${at}`));
    expect(listFitting('', commands)).toEqual(commands);
  });
});
