import { type Answer, done, type Failure, fail } from '../../../shared/contract/errors.ts';
import type { Database } from '../store/database.ts';
import { applyPage } from './apply-records.ts';
import { type FillProgress, fillFromSnapshot } from './first-fill.ts';
import { refillLeases } from './leases.ts';
import { noteUnreached } from './outbox.ts';
import { type PushHooks, pushOutbox } from './push.ts';
import type { RegistryClient } from './registry-client.ts';
import { dropSyncSetting, findCursor, findSyncSetting, putSyncSetting } from './sync-settings.ts';

/** Changes of one page: reading, writing and indexing them takes a few tens of milliseconds. */
const changesPerPage = 250;

export interface TurnOptions extends PushHooks {
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
  /** Whether something new was registered since this was asked last. */
  readonly takeNudge: () => boolean;
}

/**
 * One whole exchange with the registry: make oneself known, send what waits, keep numbers in stock, fill the copy or bring it up to date.
 * A refusal of one step does not keep the others from being done; without a connection the turn is over. Answers the first failure or null.
 */
export async function runTurn(options: TurnOptions): Promise<Failure | null> {
  let refusal: Failure | null = null;
  for (const step of [greet, enrol, push, refill, bringUpToDate]) {
    const answer = await step(options);
    if (answer.ok) continue;
    mend(options.database, answer.error);
    if (step === greet || step === enrol) noteUnreached(options.database, answer.error.code, options.now());
    if (answer.error.code !== 'REGISTRY_REFUSED' || step === enrol) return answer.error;
    refusal ??= answer.error;
  }
  return refusal;
}

/** What the next turn does differently after a refusal. */
function mend(database: Database, { details }: Failure): void {
  if (details?.reason === 'DEVICE_UNKNOWN') dropSyncSetting(database, 'sync.enrolled');
  if (details?.reason === 'CURSOR_INVALID') dropSyncSetting(database, 'sync.cursor');
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

const push = (options: TurnOptions) => pushOutbox(options.database, options.client, options);

const refill = ({ database, client }: TurnOptions) => refillLeases(database, client);

async function bringUpToDate(options: TurnOptions): Promise<Answer<unknown>> {
  const { database, client, onFill, signal } = options;
  if (findCursor(database) === null) {
    const filled = await fillFromSnapshot(database, client, { onProgress: onFill, signal });
    onFill(null);
    if (!filled.ok) return filled;
  }
  return pull(options);
}

/** Takes page after page, the next one fetched while one is written; what is registered meanwhile goes out in between. */
async function pull(options: TurnOptions): Promise<Answer<unknown>> {
  const { database, client, takeNudge } = options;
  let page = await client.changes(findCursor(database) ?? 0, changesPerPage);
  while (page.ok) {
    const { next, hasMore } = page.value;
    const following = hasMore ? client.changes(next, changesPerPage) : null;
    applyPage(database, page.value);
    if (takeNudge()) await push(options);
    if (following === null) return page;
    page = await following;
  }
  return page;
}
