import { type CommandResult, calledWrongly } from './command.ts';

type Act = (args: readonly string[]) => Promise<CommandResult>;

/** Every act of `pack`, loaded only when asked for. */
const acts: Readonly<Record<string, () => Promise<Act>>> = {
  check: async () => (await import('./pack-check.ts')).packCheck,
  diff: async () => (await import('./pack-diff.ts')).packDiff,
  replay: async () => (await import('./pack-replay.ts')).packReplay,
  schema: async () => (await import('./pack-schema.ts')).packSchema,
  keygen: async () => (await import('./pack-keygen.ts')).packKeygen,
  sign: async () => (await import('./pack-sign.ts')).packSign,
  install: async () => (await import('./pack-install.ts')).packInstall,
  verify: async () => (await import('./pack-verify.ts')).packVerify,
};

/** `pack check|…`: the tools for whoever writes and installs policy packs. */
export async function command(args: readonly string[]): Promise<CommandResult> {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (load === undefined) return calledWrongly(`pack ${Object.keys(acts).join('|')} …`);
  const act = await load();
  return await act(rest);
}
