import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { askJobState, type JobState } from './ipp-job.ts';

const execute = promisify(execFile);
const commandLimitMs = 10_000;

/** Runs a program of CUPS and answers what it writes. */
export type RunCommand = (command: string, args: readonly string[]) => Promise<string>;

/** The print system of a computer: its programs, and how a job (`queue-number`) stands. */
export interface Cups {
  readonly run: RunCommand;
  jobState(job: string): Promise<JobState>;
}

/** CUPS as its programs reach it with these variables; they write plain English whatever language the computer speaks. */
export function openCups(env: NodeJS.ProcessEnv = process.env): Cups {
  const runCommand: RunCommand = async (command, args) =>
    (await execute(command, [...args], { timeout: commandLimitMs, env: { ...env, LC_ALL: 'C' } })).stdout;
  return {
    run: runCommand,
    jobState: async (job) => {
      const server = (await runCommand('lpstat', ['-H'])).trim();
      return askJobState(server, Number(job.slice(job.lastIndexOf('-') + 1)));
    },
  };
}
