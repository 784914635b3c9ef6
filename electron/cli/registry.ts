import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { CommandResult } from './command.ts';

const Ready = z.looseObject({ ready: z.literal(true), port: z.number().int() });

const usage = `luohu registry serve [--db URL [--division CODE]] [--data DIR] [--port N] [--town PERSONS:SEED] [--enrol-code CODE:STATION[:city]] [--migrations DIR]
                      [--office-code CODE:POLICE[:DEPARTMENT]] [--peers FILE] [--packs DIR] [--copies DIR] [--practice-offices]
luohu registry inquiries --registry URL --key FILE [--enrol-code CODE --police CODE] --list | --answer ID --file FILE
luohu registry packs add FILE --keys FILE --to DIR
luohu registry keys --out FILE [--renew] [--db URL | --data DIR]
luohu registry exchange FILE --out ANSWERFILE [--db URL | --data DIR] [--enrol-code …] [--packs DIR]

Serves the municipal reference registry on 127.0.0.1 until it is stopped. Without --db and --data the environment's DATABASE_URL
is used, and without that a database in memory. \`inquiries\` is for offices without a program of their own; \`packs add\` verifies a signed
policy pack and puts it into the folder from which \`serve --packs\` offers it to the stations. \`keys\` writes the registry's public keys for
the stations, \`exchange\` carries out the file of a station that has no line and writes the file that answers it.
`;

/** What the command needs of its surroundings. */
export interface RegistryCommandOptions {
  /** The registry's program; the checkout's when absent. */
  readonly entry?: string;
  readonly write?: (text: string) => void;
}

/** The other verbs, each loaded only when asked for. */
const verbs: Readonly<Record<string, (args: readonly string[]) => Promise<CommandResult>>> = {
  inquiries: async (args) => (await import('./registry-inquiries.ts')).registryInquiries(args),
  packs: async ([act, ...args]) =>
    act === 'add' ? (await import('./pack-install.ts')).packInstall(args) : { exitCode: 2, problems: [usage] },
};

/**
 * `luohu registry serve …`: runs the registry as a process of its own with this Node and resolves with its exit code. Interrupting the
 * command stops the registry cleanly.
 */
export async function registryCommand(
  args: readonly string[],
  options: RegistryCommandOptions = {},
): Promise<CommandResult | number> {
  const {
    entry = join(import.meta.dirname, '..', '..', 'registry', 'index.ts'),
    write = (text) => process.stdout.write(text),
  } = options;
  const [verb, ...rest] = args;
  const other = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (other) return other(rest);
  const isAct = verb === 'exchange' || verb === 'keys';
  if (!isAct && verb !== 'serve') {
    write(usage);
    return verb === undefined || verb === '--help' ? 0 : 2;
  }
  const child = spawn(process.execPath, [entry, ...(isAct ? args : rest)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', passOn).on('SIGTERM', passOn);
  createInterface({ input: child.stdout }).on('line', (line) => write(announce(line)));
  try {
    return await new Promise((resolve, reject) =>
      child.once('error', reject).once('close', (code) => resolve(code ?? 1)),
    );
  } finally {
    process.off('SIGINT', passOn).off('SIGTERM', passOn);
  }
}

function announce(line: string): string {
  const ready = Ready.safeParse(jsonOf(line));
  return ready.success ? `市人口库 Registry: http://127.0.0.1:${ready.data.port}\n` : `${line}\n`;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
