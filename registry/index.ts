import { join } from 'node:path';
import { makeTown } from '../shared/town/town.ts';
import { ArgumentsInvalid, type RegistryArguments, readRegistryArguments } from './options.ts';
import { type RegistryOptions, type RunningRegistry, startRegistry } from './server.ts';

/** Where the ready message goes: to the process that started this one as an Electron utility process, or to the standard output. */
function tellReady(port: number): void {
  const ready = { ready: true, port };
  if (process.parentPort) process.parentPort.postMessage(ready);
  else process.stdout.write(`${JSON.stringify(ready)}\n`);
}

function optionsOf({ town, migrations, ...rest }: RegistryArguments): RegistryOptions {
  return {
    ...rest,
    migrations: migrations ?? join(import.meta.dirname, 'migrations'),
    town: town && (() => makeTown(town)),
  };
}

/** Ends cleanly once; a second signal while it ends is not waited for. */
function stopOnSignals(registry: RunningRegistry): void {
  const stop = () => {
    registry.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function serve(args: readonly string[]): Promise<void> {
  const registry = await startRegistry(optionsOf(readRegistryArguments(args, process.env)));
  stopOnSignals(registry);
  tellReady(registry.port);
}

/** `exchange FILE --out FILE` and `keys --out FILE`: one act on the database, without serving anybody. */
async function actOnce(verb: 'exchange' | 'keys', args: readonly string[]): Promise<void> {
  const { exchangeCommand, keysCommand, readExchangeArguments } = await import('./exchange/command.ts');
  const { places, out, isRenewed, rest } = readExchangeArguments(args);
  const [file] = places;
  const options = optionsOf(readRegistryArguments(rest, process.env));
  if ((verb === 'exchange') !== (file !== undefined)) throw new ArgumentsInvalid(`${verb}: wrong arguments`);
  const { exitCode, output } =
    file === undefined ? await keysCommand(out, isRenewed, options) : await exchangeCommand(file, out, options);
  process.stdout.write(`${JSON.stringify(output)}\n`);
  process.exitCode = exitCode;
}

try {
  const [verb, ...args] = process.argv.slice(2);
  if (verb === 'exchange' || verb === 'keys') await actOnce(verb, args);
  else await serve(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ArgumentsInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
