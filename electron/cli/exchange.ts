import { type CommandResult, calledWrongly } from './command.ts';

type Act = (args: readonly string[]) => Promise<CommandResult>;

/** Every act of `exchange`, loaded only when asked for. */
const acts: Readonly<Record<string, () => Promise<Act>>> = {
  export: async () => (await import('./exchange-station.ts')).exchangeExport,
  import: async () => (await import('./exchange-station.ts')).exchangeImport,
  keys: async () => (await import('./exchange-station.ts')).exchangeKeys,
  trust: async () => (await import('./exchange-station.ts')).exchangeTrust,
  'office-keys': async () => (await import('./exchange-office.ts')).officeKeys,
  application: async () => (await import('./exchange-office.ts')).officeApplication,
};

/** `exchange export|…`: files on media between a station, the registry and other windows, where there is no line. */
export async function command(args: readonly string[]): Promise<CommandResult> {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (load === undefined) return calledWrongly(`exchange ${Object.keys(acts).join('|')} …`);
  const act = await load();
  return await act(rest);
}
