import { type Answer, done, type Failure, fail } from '../../../shared/contract/errors.ts';
import type { Database } from '../store/database.ts';
import { applyPage } from './apply-records.ts';
import { Checkpoints } from './checkpoints.ts';
import type { FillProgress } from './fill.ts';
import { fillFromCopy } from './fill-from-copy.ts';
import { fillFromSnapshot } from './fill-from-snapshot.ts';
import type { Pause } from './in-slices.ts';
import { refillLeases } from './leases.ts';
import { noteUnreached } from './outbox.ts';
import { pagesAhead } from './pages-ahead.ts';
import { type PushHooks, pushOutbox } from './push.ts';
import { compareChains, type RecoveryHooks } from './recover.ts';
import type { RegistryClient } from './registry-client.ts';
import { dropSyncSetting, findCursor, findFeedPlace, findSyncSetting, putSyncSetting } from './sync-settings.ts';

/** So few that reading a page takes a few milliseconds, for nobody at the counter can commit meanwhile. */
const changesPerPage = 500;

/** A step of an exchange that is no part of the register's own. */
export type FurtherStep = (client: FurtherClient) => Promise<Answer<unknown>>;

/** What such a step may ask of the registry, by wire or in files. */
export type FurtherClient = Pick<
  RegistryClient,
  'sendInquiry' | 'inquiryAnswers' | 'publishKeys' | 'anchor' | 'offeredPacks' | 'packFile'
>;

export interface TurnOptions extends PushHooks, RecoveryHooks {
  readonly database: Database;
  readonly client: RegistryClient;
  readonly enrolCode: string;
  readonly stationCode: string;
  readonly deviceName: string;
  readonly now: () => string;
  /** Breaks off what takes long. */
  readonly signal: AbortSignal;
  readonly onSending: (eventIds: readonly string[]) => void;
  readonly onFill: (progress: FillProgress | null) => void;
  /** Whether the own chain is to be compared with the registry's before anything is sent. */
  readonly mustCompare: boolean;
  /** Told when it was compared and nothing stands against sending. */
  readonly onCompared: () => void;
  /** What else is exchanged once the register is up to date: each a step like the others. */
  readonly further: readonly FurtherStep[];
  /** Whether something new was registered since this was asked last. */
  readonly takeNudge: () => boolean;
}

/**
 * One whole exchange with the registry: make oneself known, compare the chains, send what waits, keep numbers in stock, fill the copy or bring it
 * up to date. A refusal of one step does not keep the others from being done; without a connection the turn is over. Answers the first failure or null.
 */
export async function runTurn(options: TurnOptions): Promise<Failure | null> {
  let refusal: Failure | null = null;
  const further = options.further.map((step) => () => step(options.client));
  for (const step of [greet, enrol, compare, push, refill, bringUpToDate, ...further]) {
    const answer = await step(options);
    if (answer.ok) continue;
    mend(options.database, answer.error);
    if (step === greet || step === enrol || step === compare)
      noteUnreached(options.database, answer.error.code, options.now());
    if (answer.error.code !== 'REGISTRY_REFUSED' || step === enrol || step === compare) return answer.error;
    refusal ??= answer.error;
  }
  return refusal;
}

/** What the next turn does differently after a refusal. */
function mend(database: Database, { details }: Failure): void {
  if (details?.reason === 'DEVICE_UNKNOWN') dropSyncSetting(database, 'sync.enrolled');
}

const greet = ({ client }: TurnOptions) => client.greet();

async function enrol({
  database,
  client,
  enrolCode: code,
  stationCode,
  deviceName,
}: TurnOptions): Promise<Answer<unknown>> {
  if (findSyncSetting(database, 'sync.enrolled') === stationCode) return done(null);
  if (code === '') return fail('REGISTRY_REFUSED', { reason: 'ENROL_CODE_INVALID' });
  const answer = await client.enrol({ code, stationCode, deviceName });
  if (answer.ok) putSyncSetting(database, 'sync.enrolled', stationCode);
  return answer;
}

/** Both sides may have been put back to an old copy since they last met. */
async function compare(options: TurnOptions): Promise<Answer<unknown>> {
  if (!options.mustCompare) return done(null);
  const compared = await compareChains(options.database, options.client, options);
  if (compared.ok) options.onCompared();
  return compared;
}

const push = (options: TurnOptions) => pushOutbox(options.database, options.client, options);

const refill = ({ database, client }: TurnOptions) => refillLeases(database, client);

async function bringUpToDate(options: TurnOptions): Promise<Answer<unknown>> {
  const { database, client, onFill, signal } = options;
  const checkpoints = new Checkpoints(database);
  const pause: Pause = (items) => checkpoints.pause(items);
  try {
    if (findCursor(database) === null) {
      const fill = { onProgress: onFill, signal, pause };
      const filled = (await fillFromCopy(database, client, fill)) ?? (await fillFromSnapshot(database, client, fill));
      onFill(null);
      if (!filled.ok) return filled;
    }
    return await pull(options, pause);
  } finally {
    await checkpoints.end();
  }
}

/**
 * Takes page after page, the next ones fetched while one is written; what is registered meanwhile goes out in between, and when that fails the
 * turn has failed.
 */
async function pull(options: TurnOptions, pause: Pause): Promise<Answer<unknown>> {
  const { database, client, takeNudge } = options;
  let unsent: Answer<unknown> | null = null;
  for await (const page of pagesAhead(client, findFeedPlace(database) ?? { cursor: 0, mark: null }, changesPerPage)) {
    if (!page.ok) return page;
    await applyPage(database, page.value, pause);
    if (takeNudge()) {
      const sent = await push(options);
      if (!sent.ok) unsent ??= sent;
    }
  }
  return unsent ?? done(null);
}
