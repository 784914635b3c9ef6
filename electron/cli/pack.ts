import { type CommandResult, calledWrongly } from './command.ts';

type Act = (args: readonly string[]) => Promise<CommandResult>;

/** Every act of `pack`, loaded only when asked for. */
const acts: Readonly<Record<string, () => Promise<Act>>> = {
  check: async () => (await import('./pack-check.ts')).packCheck,
};

/** `pack check|…`: the tools for whoever writes and installs policy packs. */
export async function command(args: readonly string[]): Promise<CommandResult> {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (load === undefined) return calledWrongly(`pack ${Object.keys(acts).join('|')} …`);
  const act = await load();
  return await act(rest);
}
