import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from '../../shared/policy/editor-schemas.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { readCall } from './pack-files.ts';

/** `pack schema --out DIR`: writes the JSON Schema of every kind of file, for editors. */
export async function packSchema(args: readonly string[]): Promise<CommandResult> {
  const out = readCall(args, 0, ['out'])?.options.out;
  if (out === undefined) return calledWrongly('pack schema --out DIR');
  const schemas = editorSchemas();
  try {
    mkdirSync(out, { recursive: true });
    for (const [name, text] of Object.entries(schemas)) writeFileSync(join(out, name), text);
  } catch {
    return { exitCode: 1, problems: ['--out: the folder can not be written'] };
  }
  return { exitCode: 0, output: JSON.stringify({ files: Object.keys(schemas) }) };
}
