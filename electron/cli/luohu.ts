import type { Command, CommandResult } from './command.ts';

/** The commands, each in the file of its name, loaded only when asked for: one that is broken fails alone. */
const commands = [
  'id-number',
  'id-card',
  'decide',
  'guide',
  'entitlements',
  'pack',
  'print',
  'document-keys',
  'verify-document',
  'town',
  'search',
  'sweep',
  'register',
  'registry',
  'exchange',
  'copy',
  'audit',
  'doctor',
] as const;
type CommandName = (typeof commands)[number];

function isCommand(name: string | undefined): name is CommandName {
  return commands.some((command) => command === name);
}

function exportName(name: CommandName): string {
  return `${name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}Command`;
}

async function load(name: CommandName): Promise<Command> {
  const module: Record<string, unknown> = await import(`./${name}.ts`);
  const command = module[exportName(name)] ?? module.command;
  if (typeof command !== 'function') throw new Error(`${name}.ts has no command`);
  return command as Command;
}

async function run(name: string | undefined, args: readonly string[]): Promise<CommandResult | number> {
  if (!isCommand(name)) return { exitCode: 2, problems: [`luohu COMMAND: ${commands.join(' ')}`] };
  try {
    const command = await load(name);
    return await command(args);
  } catch (error) {
    return { exitCode: 1, problems: [`luohu ${name}: ${wordsOf(error)}`] };
  }
}

/** Messages of the module loader name folders of this machine; they are left out. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const isLoader = 'code' in error && String(error.code).startsWith('ERR_MODULE');
  return isLoader ? 'this command is not in this copy of the program' : error.message;
}

/** Some commands write their own lines and hand back the exit code alone. */
function say(result: CommandResult | number): number {
  if (typeof result === 'number') return result;
  const { exitCode, output, problems = [] } = result;
  if (output !== undefined) process.stdout.write(`${typeof output === 'string' ? output : JSON.stringify(output)}\n`);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return exitCode;
}

const [, , name, ...args] = process.argv;
process.exitCode = say(await run(name, args));
