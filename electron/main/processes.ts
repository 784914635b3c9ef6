import { type UtilityProcess, utilityProcess } from 'electron';
import type { ProgramPlaces } from './program-places.ts';

/** Node calls Ed25519 keys experimental in some versions, and would tell the technician so at every start. */
const options = { stdio: 'inherit', env: { ...process.env, NODE_NO_WARNINGS: '1' } } as const;

/** Starts the station service; it waits for its first message. */
export function forkStation(places: ProgramPlaces): UtilityProcess {
  return utilityProcess.fork(places.station, [], { ...options, serviceName: 'Luohu station' });
}

/** Starts the registry of practice mode. */
export function forkRegistry(places: ProgramPlaces, args: string[]): UtilityProcess {
  return utilityProcess.fork(places.registry, args, { ...options, serviceName: 'Luohu practice registry' });
}

/** A process started before its keeper is loaded. */
export interface EarlyProcess {
  /** Hands it over, once; null when that was done, or when it has ended meanwhile. */
  take(): UtilityProcess | null;
}

/** Starts the station service ahead of the modules that talk to it: it needs longer than they do. */
export function forkStationAhead(places: ProgramPlaces): EarlyProcess {
  let child: UtilityProcess | null = forkStation(places);
  child.once('exit', () => {
    child = null;
  });
  return {
    take: () => {
      const taken = child;
      child = null;
      return taken;
    },
  };
}
