/** How a command ended: 0 done (an answer such as "not valid" included), 1 it failed, 2 it was called wrongly. */
export type ExitCode = 0 | 1 | 2;

/** What a command hands back; only luohu.ts prints. `output` becomes one JSON object on standard output. */
export interface CommandResult {
  readonly exitCode: ExitCode;
  readonly output?: unknown;
  /** Lines for standard error. */
  readonly problems?: readonly string[];
}

export type Command = (args: readonly string[]) => Promise<CommandResult | number>;

/** The command was called wrongly; `usage` is its line of help. */
export function calledWrongly(usage: string): CommandResult {
  return { exitCode: 2, problems: [`luohu ${usage}`] };
}
