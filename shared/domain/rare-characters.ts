import { componentForms } from './component-forms.ts';

/** A 汉字 as it can be found and told apart from others. */
export interface HanCharacter {
  readonly character: string;
  /** Ideographic descriptions (⿰由页), the mainland's form first; empty where it has no parts. */
  readonly descriptions: readonly string[];
  /** Strokes as digits (1 横, 2 竖, 3 撇, 4 点捺, 5 折); null where only their number is known. */
  readonly strokes: string | null;
  readonly strokeCount: number;
  /** Pinyin with its tone; empty where Unihan has none. */
  readonly reading: string;
}

/** What was typed into the picker. */
export interface CharacterQuery {
  readonly components: readonly string[];
  /** The strokes of the character from the first on, or with components those of the rest; empty: any. */
  readonly strokes: string;
  /** The description itself where one was typed (⿰王莹); empty otherwise. */
  readonly description: string;
}

const describing = /[\u2FF0-\u2FFF]/gu;
const isDescribing = /[\u2FF0-\u2FFF]/u;
const strokeNames: Readonly<Record<string, string>> = { 横: '1', 竖: '2', 撇: '3', 捺: '4', 折: '5' };

/**
 * Reads what was typed: components (`王莹`, `王+莹`), a description (`⿰王莹`), strokes as digits 1–5 or by their names
 * (横竖撇捺折), or components and digits together.
 */
export function readCharacterQuery(text: string): CharacterQuery {
  const compact = text.replaceAll(/[\s+、，,]/gu, '');
  const isNamed = compact !== '' && [...compact].every((it) => strokeNames[it] !== undefined);
  if (isNamed) return { components: [], strokes: [...compact].map((it) => strokeNames[it]).join(''), description: '' };
  const components = [...compact.replaceAll(describing, '')].filter((it) =>
    /[\p{Script=Han}\p{Co}\u2E80-\u31EF]/u.test(it),
  );
  const isDescription = isDescribing.test(compact) && components.length > 0;
  return {
    components,
    strokes: compact.replaceAll(/[^1-5]/g, ''),
    description: isDescription ? compact.replaceAll(/[1-5]/g, '') : '',
  };
}

/** No character is described deeper; a longer way goes round in a circle. */
const deepest = 12;
/** At most so many characters are offered. */
const offeredAtMost = 60;

/** All characters of resources/codes/characters.json, to be found by components and strokes. */
export class CharacterTable {
  private readonly characters: ReadonlyMap<string, HanCharacter>;
  /** Characters in whose descriptions a component stands. */
  private readonly holders = new Map<string, string[]>();

  /** `lines`: character, descriptions, strokes or their number in brackets, reading, apart by tabs; a line each. */
  constructor(lines: string) {
    this.characters = new Map(lines.split('\n').map((line) => [line.slice(0, line.indexOf('\t')), readLine(line)]));
    for (const { character, descriptions } of this.characters.values()) {
      for (const part of new Set(descriptions.join('').replaceAll(/[\u2FF0-\u2FFF？\s]/gu, ''))) {
        const holders = this.holders.get(part);
        if (holders) holders.push(character);
        else this.holders.set(part, [character]);
      }
    }
  }

  /** How many characters there are. */
  get size(): number {
    return this.characters.size;
  }

  /** What is known of the character, or null. */
  describe(character: string): HanCharacter | null {
    return this.characters.get(character) ?? null;
  }

  /** Characters that fit, best first: the very description, all components and nothing else, then by few other strokes; at most 60. */
  find(text: string): HanCharacter[] {
    const query = readCharacterQuery(text);
    const { components, strokes } = query;
    if (components.length === 0) return strokes === '' ? [] : this.withStrokes([...this.characters.values()], strokes);
    const found = this.withComponents(components);
    const fitting = strokes === '' ? found : found.filter((it) => it.strokes?.includes(strokes));
    return fitting
      .map((it) => ({ it, rank: rankOf(it, query) }))
      .sort((a, b) => a.rank - b.rank || compare(a.it, b.it))
      .slice(0, offeredAtMost)
      .map(({ it }) => it);
  }

  private withStrokes(among: readonly HanCharacter[], strokes: string): HanCharacter[] {
    return among
      .filter((it) => it.strokes?.startsWith(strokes))
      .sort((a, b) => a.strokeCount - b.strokeCount || compare(a, b))
      .slice(0, offeredAtMost);
  }

  /** Characters with all the components in them at whatever depth, each as many times as it was typed. */
  private withComponents(components: readonly string[]): HanCharacter[] {
    const distinct = [...new Set(components)];
    const [first = new Set<string>(), ...others] = distinct.map((it) => this.holdersOf(it));
    const repeated = distinct
      .map((it) => ({ forms: componentForms(it), times: components.filter((other) => other === it).length }))
      .filter(({ times }) => times > 1);
    return [...first]
      .filter((it) => others.every((holders) => holders.has(it)) && !components.includes(it))
      .filter((it) => repeated.every(({ forms, times }) => this.timesIn(it, forms) >= times))
      .flatMap((it) => this.characters.get(it) ?? []);
  }

  /** How many times the component stands in the character. */
  private timesIn(character: string, forms: readonly string[], depth = 0): number {
    if (forms.includes(character)) return 1;
    const [description = ''] = depth < deepest ? (this.characters.get(character)?.descriptions ?? []) : [];
    return [...description].reduce((sum, part) => sum + this.timesIn(part, forms, depth + 1), 0);
  }

  private holdersOf(component: string): Set<string> {
    const found = new Set<string>();
    const waiting = [...componentForms(component)];
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      for (const holder of this.holders.get(part) ?? []) {
        if (found.has(holder)) continue;
        found.add(holder);
        waiting.push(holder);
      }
    }
    return found;
  }
}

function readLine(line: string): HanCharacter {
  const [character = '', descriptions = '', written = '', reading = ''] = line.split('\t');
  const strokes = written.startsWith('(') ? null : written;
  return {
    character,
    descriptions: descriptions === '' ? [] : descriptions.split(' '),
    strokes,
    strokeCount: strokes?.length ?? Number(written.slice(1, -1)),
    reading,
  };
}

/** The same for all forms of a component, so that ⿰王莹 is ⿰𤣩莹. */
function sameForms(description: string): string {
  return [...description].map((it) => componentForms(it)[0] ?? it).join('');
}

/** The description typed, then just these components in their order, each first in the very forms typed; then few strokes beside. */
function rankOf({ descriptions, strokeCount }: HanCharacter, { components, description }: CharacterQuery): number {
  const typed = components.join('');
  const parts = descriptions.map((it) => it.replaceAll(describing, ''));
  if (description !== '' && descriptions.includes(description)) return 0;
  if (description !== '' && descriptions.map(sameForms).includes(sameForms(description))) return 1;
  if (parts.includes(typed)) return 2;
  return parts.map(sameForms).includes(sameForms(typed)) ? 3 : 3 + strokeCount;
}

function compare(a: HanCharacter, b: HanCharacter): number {
  return (a.character.codePointAt(0) ?? 0) - (b.character.codePointAt(0) ?? 0);
}
