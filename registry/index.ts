import { join } from 'node:path';
import { makeTown } from '../shared/town/town.ts';
import { ArgumentsInvalid, type RegistryArguments, readRegistryArguments } from './options.ts';
import { type RunningRegistry, startRegistry } from './server.ts';

/** Where the ready message goes: to the process that started this one as an Electron utility process, or to the standard output. */
function tellReady(port: number): void {
  const ready = { ready: true, port };
  if (process.parentPort) process.parentPort.postMessage(ready);
  else process.stdout.write(`${JSON.stringify(ready)}\n`);
}

async function start(options: RegistryArguments): Promise<RunningRegistry> {
  const { town, migrations, ...rest } = options;
  return startRegistry({
    ...rest,
    migrations: migrations ?? join(import.meta.dirname, 'migrations'),
    town: town && (() => makeTown(town)),
  });
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

try {
  const registry = await start(readRegistryArguments(process.argv.slice(2), process.env));
  stopOnSignals(registry);
  tellReady(registry.port);
} catch (error) {
  if (!(error instanceof ArgumentsInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
