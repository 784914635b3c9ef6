import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { VersionedRecord } from '../shared/domain/register-records.ts';
import { makeApp, makeRegistry, type Registry } from './app.ts';
import { InquiryDesk } from './inquiries/inquiry-desk.ts';
import { type Answering, openInquiryDesk } from './inquiries/open-desk.ts';
import { addChangesRoute } from './routes/changes.ts';
import { addCopyRoutes } from './routes/copies.ts';
import { addEnrolRoute } from './routes/enrol.ts';
import { addEventsRoute } from './routes/events.ts';
import { addHealthRoute } from './routes/health.ts';
import { addInquiryRoutes } from './routes/inquiries.ts';
import { addLeasesRoute } from './routes/leases.ts';
import { addOfficeRoutes } from './routes/offices.ts';
import { addOpenApiRoute } from './routes/openapi.ts';
import { addOwnChainRoute } from './routes/own-chain.ts';
import { addPeerRoutes } from './routes/peers.ts';
import { addPublishedRoutes } from './routes/published.ts';
import { addSnapshotRoute } from './routes/snapshot.ts';
import type { RegistryDatabase } from './store/database.ts';
import { type EnrolmentCode, putEnrolmentCode } from './store/devices.ts';
import { schemaOf } from './store/division.ts';
import { migrate } from './store/migrate.ts';
import { openPglite } from './store/pglite.ts';
import { openPostgres } from './store/postgres.ts';
import { fillWithTown } from './town.ts';

/** How many devices may enrol with a code given at the start, where nothing else is said. */
const usualUses = 20;

/** A code given at the start; given again at the next start, it is as new. */
export interface StartCode extends Omit<EnrolmentCode, 'usesLeft'> {
  /** How many devices may enrol with it; 20 when absent. */
  readonly uses?: number;
}

export interface RegistryOptions extends Answering {
  /** 0: any free port. */
  readonly port: number;
  /** Folder with the numbered migrations. */
  readonly migrations: string;
  /** `postgres://…`; null: PGlite inside this process. */
  readonly databaseUrl?: string | null;
  /** The division whose register this is, on a database that several share; null: the database is this register's alone. */
  readonly division?: string | null;
  /** Where PGlite keeps its data; null: in memory. */
  readonly dataDir?: string | null;
  /** Records to begin with, when there are none yet; see fillWithTown. */
  readonly town?: (() => Iterable<VersionedRecord>) | null;
  readonly enrolmentCodes?: readonly StartCode[];
  /** Folder with the signed policy packs that stations are offered; null: none are. */
  readonly packs?: string | null;
  /** Folder with ready copies of the register for a first fill; null: none are offered. */
  readonly copies?: string | null;
  readonly now?: () => Date;
}

export interface RunningRegistry {
  readonly port: number;
  readonly url: string;
  /** Ends open requests, then closes the database. */
  stop(): Promise<void>;
}

/** Starts a registry on 127.0.0.1: migrates, fills, listens. */
export async function startRegistry(options: RegistryOptions): Promise<RunningRegistry> {
  const database = await openRegistryDatabase(options);
  try {
    return await listen(database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The registry's database, migrated, filled, with the codes given. */
export async function openRegistryDatabase(options: Omit<RegistryOptions, 'port'>): Promise<RegistryDatabase> {
  const { databaseUrl = null, dataDir = null } = options;
  const schema = schemaIn(options);
  const database = databaseUrl === null ? await openPglite(dataDir) : openPostgres(databaseUrl, schema);
  try {
    await prepare(database, options);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function schemaIn({ division = null }: Pick<RegistryOptions, 'division'>): string | null {
  return division === null ? null : schemaOf(division);
}

async function prepare(database: RegistryDatabase, options: Omit<RegistryOptions, 'port'>): Promise<void> {
  await migrate(database, options.migrations, schemaIn(options));
  if (options.town) await fillWithTown(database, options.town());
  for (const { uses = usualUses, ...code } of options.enrolmentCodes ?? [])
    await putEnrolmentCode(database, { ...code, usesLeft: uses });
}

/** What a server leaves out when it is not given. */
interface ServerParts {
  /** Without it no system answers inquiries by itself. */
  readonly desk?: InquiryDesk;
  readonly packs?: string | null | undefined;
  readonly copies?: string | null | undefined;
  /** How requests are told whose they are; by the signature of each when absent. */
  readonly registry?: Registry;
}

/** The registry's whole server over a database that is ready, not listening yet. */
export function makeServer(database: RegistryDatabase, now: () => Date, parts: ServerParts = {}): FastifyInstance {
  const { desk = new InquiryDesk({ database, now, systems: [] }), packs = null, copies = null } = parts;
  const app = makeApp();
  const registry = parts.registry ?? makeRegistry(database, now);
  addHealthRoute(app, registry);
  addEnrolRoute(app, registry);
  addOwnChainRoute(app, registry);
  addEventsRoute(app, registry);
  addChangesRoute(app, registry);
  addSnapshotRoute(app, registry);
  addCopyRoutes(app, registry, copies);
  addLeasesRoute(app, registry);
  addInquiryRoutes(app, registry, desk);
  addOfficeRoutes(app, registry);
  addPeerRoutes(app, registry);
  addPublishedRoutes(app, registry, packs);
  addOpenApiRoute(app);
  return app;
}

async function listen(database: RegistryDatabase, options: RegistryOptions): Promise<RunningRegistry> {
  const now = options.now ?? (() => new Date());
  const desk = await openInquiryDesk(database, now, options);
  const app = makeServer(database, now, { desk, packs: options.packs, copies: options.copies });
  await app.listen({ host: '127.0.0.1', port: options.port });
  desk.nudge();
  const { port } = app.server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      app.server.closeAllConnections();
      await app.close();
      await desk.stop();
      await database.close();
    },
  };
}
