import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { readCommonStrokes, Strokes } from './characters/strokes.ts';
import { projectRoot } from './project.ts';

/*
 * Makes resources/codes/characters.json anew: every 汉字 of Unicode with its description (IDS), strokes and reading. Needs two files
 * that are not installed with the program, out of the npm packages @mandel59/mojidata 1.8 (dist/moji.db) and cnchar-order 3.2
 * (cnchar.order.min.js):
 * node scripts/make-characters.ts --moji FILE --order FILE
 */

const { values } = parseArgs({ options: { moji: { type: 'string' }, order: { type: 'string' } } });
if (!values.moji || !values.order) throw new Error('--moji FILE --order FILE');
const database = new Sqlite(values.moji, { readonly: true });

/** At most so many descriptions of a character, the mainland's form first. */
const descriptionsAtMost = 2;

function readDescriptions(): Map<string, string[]> {
  const rows = database
    .prepare<[], { character: string; description: string }>(
      `SELECT UCS AS character, IDS AS description FROM ids ORDER BY UCS, instr(source, 'G') = 0, instr(source, 'T') = 0, source`,
    )
    .all();
  const found = new Map<string, string[]>();
  for (const { character, description } of rows) {
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    const plain = description.replaceAll('〾', '').replaceAll(/\{\d+\}/g, '？');
    const list = found.get(character) ?? [];
    if (list.length < descriptionsAtMost && !list.includes(plain)) list.push(plain);
    found.set(character, list);
  }
  return found;
}

function readValues(table: string): Map<string, string[]> {
  const rows = database.prepare<[], { UCS: string; value: string }>(`SELECT UCS, value FROM "${table}"`).all();
  return new Map(rows.map(({ UCS, value }) => [UCS, value.split(' ')]));
}

const descriptions = readDescriptions();
const counts = new Map([...readValues('unihan_kTotalStrokes')].map(([it, list]) => [it, list.map(Number)]));
const readings = readValues('unihan_each_kMandarin');
const strokes = new Strokes({ common: readCommonStrokes(readFileSync(values.order, 'utf8')), descriptions, counts });

const lines = [...descriptions]
  .sort(([a], [b]) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
  .map(([character, list]) => {
    const described = list.filter((it) => it !== character).join(' ');
    const written = strokes.of(character) ?? `(${counts.get(character)?.[0] ?? 0})`;
    return [character, described, written, readings.get(character)?.[0] ?? ''].join('\t');
  });
const source = [
  'Descriptions: BabelStone IDS (not copyrighted, free for any use) and Mojidata IDS (MIT-0).',
  'Counts of strokes and readings: Unicode Han Database, Unicode License v3, © Unicode, Inc.',
  'Strokes: put together from those of cnchar (MIT, © theajack) and of own components; a count in brackets where they are not known.',
];
const file = join(projectRoot, 'resources', 'codes', 'characters.json');
writeFileSync(file, `${JSON.stringify({ source, lines: lines.join('\n') }, null, 2)}\n`);
const isWritten = (line: string): boolean => !line.includes('\t(');
process.stdout.write(`${lines.length} characters, ${lines.filter(isWritten).length} with their strokes\n`);
