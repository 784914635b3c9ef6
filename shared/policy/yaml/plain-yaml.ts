import { NotPlain, plainValue, unescaped } from './yaml-scalar.ts';

/** A text of the file and where it begins. */
export interface FoundText {
  readonly text: string;
  readonly offset: number;
}

/** What a plain YAML text says. */
export interface PlainYaml {
  readonly data: unknown;
  /** Every key and every text value. */
  readonly texts: readonly FoundText[];
}

/**
 * Reads the plain part of YAML 1.2 that packs are written in: block and flow maps and lists, words and quoted texts on one line,
 * comments, anchors. Null for everything else and for every mistake: the whole reader then reads the text and names the place. Where it
 * gives an answer, the answer is the whole reader's; it takes a tenth of the time, and that is nearly all of loading a pack.
 */
export function readPlainYaml(text: string): PlainYaml | null {
  if (/[\t\r\u0085\u2028\u2029\uFEFF\0]|^(---|\.\.\.|%)/m.test(text)) return null;
  try {
    return new PlainReader(text).read();
  } catch (error) {
    if (error instanceof NotPlain || error instanceof RangeError) return null;
    throw error;
  }
}

const plainStart = /[^\s\-?:,[\]{}#&*!|>'"%@`]/;

class PlainReader {
  readonly #text: string;
  readonly #texts: FoundText[] = [];
  readonly #anchors = new Map<string, unknown>();
  #at = 0;
  /** Column of the block that a flow value stands in; its lines are indented deeper. */
  #around = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): PlainYaml {
    this.#skipBlank();
    if (this.#at >= this.#text.length || this.#column() !== 0) throw new NotPlain();
    const data = this.#block(0);
    this.#skipBlank();
    if (this.#at < this.#text.length) throw new NotPlain();
    return { data, texts: this.#texts };
  }

  #column(): number {
    return this.#at - (this.#text.lastIndexOf('\n', this.#at - 1) + 1);
  }

  /** Past spaces, ends of lines and comments. A comment stands at the start of a line or after a space. */
  #skipBlank(): void {
    const blank = /(?:[ \n]|(?<![^ \n])#[^\n]*)*/y;
    blank.lastIndex = this.#at;
    blank.test(this.#text);
    this.#at = blank.lastIndex;
  }

  #skipSpaces(): void {
    while (this.#text[this.#at] === ' ') this.#at += 1;
  }

  /** Only a comment may follow on the line. */
  #endLine(): void {
    const rest = /(?: *(?<![^ ])#[^\n]*| *)(?=\n|$)/y;
    rest.lastIndex = this.#at;
    if (!rest.test(this.#text)) throw new NotPlain();
    this.#at = rest.lastIndex;
  }

  #isListItem(): boolean {
    return this.#text[this.#at] === '-' && [' ', '\n', undefined].includes(this.#text[this.#at + 1]);
  }

  /** A block of lines that begins here, at this column. */
  #block(column: number): unknown {
    return this.#isListItem() ? this.#list(column) : this.#map(column);
  }

  #list(column: number): unknown[] {
    const items: unknown[] = [];
    while (this.#at < this.#text.length && this.#column() === column && this.#isListItem()) {
      this.#at += 1;
      this.#skipSpaces();
      items.push(this.#startsMap() ? this.#map(this.#column()) : this.#value(column, false));
      this.#skipBlank();
    }
    this.#leave(column);
    return items;
  }

  /** Whether `key:` stands here, so that the item of a list is a map. */
  #startsMap(): boolean {
    const key = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`][^\n:#]*|"[^"\\\n]*"):(?=[ \n]|$)/y;
    key.lastIndex = this.#at;
    return key.test(this.#text);
  }

  #map(column: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    while (this.#at < this.#text.length && this.#column() === column && !this.#isListItem()) {
      const key = this.#key(map);
      this.#skipSpaces();
      map[key] = this.#value(column, true);
      this.#skipBlank();
    }
    this.#leave(column);
    return map;
  }

  /** After a block comes the end, or something less indented. */
  #leave(column: number): void {
    if (
      this.#at < this.#text.length &&
      this.#column() >= column &&
      !(this.#column() === column && this.#isListItem())
    ) {
      throw new NotPlain();
    }
  }

  #key(map: Readonly<Record<string, unknown>>): string {
    const key = this.#isQuoted() ? this.#quoted() : this.#word(/[^\n:#]*/y);
    if (this.#text[this.#at] !== ':' || ![' ', '\n', undefined].includes(this.#text[this.#at + 1]))
      throw new NotPlain();
    if (typeof key !== 'string' || key === '__proto__' || key === '<<' || Object.hasOwn(map, key)) throw new NotPlain();
    this.#at += 1;
    return key;
  }

  /** The value after `key:` or `-`: on this line, or a deeper block. A list may stand as deep as the key it belongs to. */
  #value(column: number, afterKey: boolean): unknown {
    const anchor = this.#anchor('&');
    const value = this.#isLineOver() ? this.#deeper(column, afterKey) : this.#inline(column);
    if (anchor !== null) this.#anchors.set(anchor, value);
    return value;
  }

  #isLineOver(): boolean {
    return [undefined, '\n', '#'].includes(this.#text[this.#at]);
  }

  #deeper(column: number, afterKey: boolean): unknown {
    this.#endLine();
    this.#skipBlank();
    if (this.#at >= this.#text.length) return null;
    const next = this.#column();
    if (next > column) return this.#isFlow() ? this.#inline(column) : this.#block(next);
    return afterKey && next === column && this.#isListItem() ? this.#list(column) : null;
  }

  #isFlow(): boolean {
    return this.#text[this.#at] === '{' || this.#text[this.#at] === '[';
  }

  #inline(column: number): unknown {
    this.#around = column;
    const value = this.#node(/[^\n:#]*/y);
    this.#endLine();
    this.#skipBlank();
    if (this.#at < this.#text.length && this.#column() > column) throw new NotPlain();
    return value;
  }

  /** A flow map or list, a quoted text, an alias, or a word that ends where the pattern does. */
  #node(wordEnd: RegExp): unknown {
    const first = this.#text[this.#at];
    if (first === '{') return this.#flowMap();
    if (first === '[') return this.#flowList();
    if (this.#isQuoted()) return this.#quoted();
    const alias = this.#anchor('*');
    if (alias === null) return this.#word(wordEnd);
    if (!this.#anchors.has(alias)) throw new NotPlain();
    return this.#anchors.get(alias);
  }

  #flowMap(): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    this.#at += 1;
    for (this.#skipInside(); this.#text[this.#at] !== '}'; this.#separator('}')) {
      const key = this.#isQuoted() ? this.#quoted() : this.#word(/[^\n:#,[\]{}]*/y);
      if (typeof key !== 'string' || key === '__proto__' || key === '<<' || Object.hasOwn(map, key))
        throw new NotPlain();
      if (this.#text[this.#at] !== ':' || this.#text[this.#at + 1] !== ' ') throw new NotPlain();
      this.#at += 1;
      map[key] = this.#flowValue();
    }
    this.#at += 1;
    return map;
  }

  #flowList(): unknown[] {
    const list: unknown[] = [];
    this.#at += 1;
    for (this.#skipInside(); this.#text[this.#at] !== ']'; this.#separator(']')) {
      list.push(this.#flowValue());
      if (this.#text[this.#at] === ':') throw new NotPlain();
    }
    this.#at += 1;
    return list;
  }

  #flowValue(): unknown {
    this.#skipInside();
    const anchor = this.#anchor('&');
    const value = this.#node(/[^\n:#,[\]{}]*/y);
    if (anchor !== null) this.#anchors.set(anchor, value);
    return value;
  }

  /** A comma and another member, or the closing bracket. */
  #separator(close: string): void {
    this.#skipInside();
    if (this.#text[this.#at] === close) return;
    if (this.#text[this.#at] !== ',') throw new NotPlain();
    this.#at += 1;
    this.#skipInside();
    if (this.#text[this.#at] === close) throw new NotPlain();
  }

  /** Past blanks inside a flow value, whose further lines stay indented. */
  #skipInside(): void {
    this.#skipBlank();
    if (this.#at >= this.#text.length || this.#column() <= this.#around) throw new NotPlain();
  }

  /** The name after `&` or `*`; null when there is none here. */
  #anchor(mark: '&' | '*'): string | null {
    if (this.#text[this.#at] !== mark) return null;
    const name = /[a-z0-9-]+(?=[ \n,\]}])/y;
    name.lastIndex = this.#at + 1;
    const found = name.exec(this.#text);
    if (found === null) throw new NotPlain();
    this.#at = name.lastIndex;
    this.#skipSpaces();
    return found[0];
  }

  #isQuoted(): boolean {
    return this.#text[this.#at] === '"' || this.#text[this.#at] === "'";
  }

  #quoted(): string {
    const offset = this.#at;
    const isDouble = this.#text[offset] === '"';
    const pattern = isDouble ? /"((?:[^"\\\n]|\\[^\n])*)"/y : /'((?:[^'\n]|'')*)'/y;
    pattern.lastIndex = offset;
    const inner = pattern.exec(this.#text)?.[1];
    if (inner === undefined) throw new NotPlain();
    this.#at = pattern.lastIndex;
    const text = isDouble ? unescaped(inner) : inner.replaceAll("''", "'");
    this.#texts.push({ text, offset });
    return text;
  }

  /** An unquoted word on this line. A colon or a hash inside it is left to the whole reader. */
  #word(end: RegExp): unknown {
    const offset = this.#at;
    if (!plainStart.test(this.#text[offset] ?? '') && !this.#isNegative(offset)) throw new NotPlain();
    end.lastIndex = offset;
    const found = end.exec(this.#text)?.[0] ?? '';
    this.#at = offset + found.length;
    const next = this.#text[this.#at];
    if (next === '#' && !found.endsWith(' ')) throw new NotPlain();
    const value = plainValue(found.trimEnd());
    if (typeof value === 'string') this.#texts.push({ text: value, offset });
    return value;
  }

  #isNegative(offset: number): boolean {
    return this.#text[offset] === '-' && /[0-9a-z]/.test(this.#text[offset + 1] ?? '');
  }
}
