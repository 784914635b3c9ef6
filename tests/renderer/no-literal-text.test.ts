import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../renderer');
/** All but the lists of texts: those of the windows and that of the page that stands alone. */
const files = globSync('**/*.{ts,tsx}', { cwd: root }).filter((file) => !/^(locales\/|verify\/words\.ts)/.test(file));

/** Digits of law are a way of counting, not a text of the screen. */
const counting = 'words/chinese-number.ts';
const spokenAttributes = ['aria-label', 'title', 'placeholder', 'alt', 'label'];

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
  }
}

function literalTexts(code: string, file: string): string[] {
  const found: string[] = [];
  for (const node of walk(parseSync(file, code).program as unknown as Node)) {
    const text = String(node.value ?? '');
    if (node.type === 'JSXText' && /\p{L}/u.test(text)) found.push(text.trim());
    if (node.type === 'Literal' && typeof node.value === 'string' && /\p{Script=Han}/u.test(text)) found.push(text);
    if (node.type === 'TemplateElement' && /\p{Script=Han}/u.test(JSON.stringify(node.value))) found.push(text);
    if (node.type === 'JSXAttribute' && isNode(node.name) && isNode(node.value)) {
      const spoken = String(node.value.value ?? '');
      if (spokenAttributes.includes(String(node.name.name)) && /\p{L}/u.test(spoken)) found.push(spoken);
    }
  }
  return found;
}

describe('the components', () => {
  it('hold no text of their own in any language', () => {
    const literal = files
      .filter((file) => file !== counting)
      .flatMap((file) => literalTexts(readFileSync(join(root, file), 'utf8'), file).map((text) => `${file}: ${text}`));
    expect(literal).toEqual([]);
  });

  it('would be caught if one did', () => {
    expect(literalTexts('const A = () => <p title="Save">保存</p>;', 'a.tsx')).toEqual(['Save', '保存']);
  });
});
