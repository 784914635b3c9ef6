import { uuidv7 } from 'uuidv7';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { ExchangeState, ExchangeTaken } from '../../../shared/contract/exchange.ts';
import { ExchangeBroken, type ExchangeHead, exchangeEnding } from '../../../shared/exchange/format.ts';
import { type ExchangeIdentity, identityOf } from '../../../shared/exchange/identity.ts';
import { fingerprintOf } from '../../../shared/exchange/keys-file.ts';
import {
  type ExchangeSource,
  peekExchange,
  readExchange,
  verifyExchange,
} from '../../../shared/exchange/open-exchange.ts';
import { sealExchange } from '../../../shared/exchange/seal-exchange.ts';
import type { Calling, Program } from '../program.ts';
import {
  findNewestAnswers,
  findNewestRequests,
  listFiles,
  type MovedFile,
  putFile,
  summarizeWaiting,
} from '../store/exchange.ts';
import { findKeptDevice } from '../sync/device.ts';
import type { PushHooks } from '../sync/push.ts';
import type { RecoveryHooks } from '../sync/recover.ts';
import type { FurtherStep } from '../sync/sync-turn.ts';
import { Incoming } from './incoming.ts';
import { findRegistry, knownSender, listTrusted } from './parties.ts';
import { takeAnswers } from './take-answers.ts';
import { takeApplication } from './take-application.ts';
import { type Enrolling, listRequests } from './write-requests.ts';

const shownFiles = 50;
/** Progress is told to the windows not more often. */
const newsEveryMs = 250;

interface ExchangeOptions extends Enrolling {
  readonly program: () => Program;
  readonly dataDir: string;
  /** What the program does when answers come, as for those by wire. */
  readonly hooks: PushHooks & RecoveryHooks;
  readonly further: readonly FurtherStep[];
}

/** A file to be carried away. */
export interface WrittenFile {
  readonly fileName: string;
  readonly file: Uint8Array;
  readonly events: number;
}

const notAFile = fail('EXCHANGE_NOT_A_FILE');
const isTaking = fail('INPUT_INVALID', { paths: ['running'] });

/** Exchange by files on media: one file is taken at a time, and never beside an exchange by wire. */
export class Exchanges {
  readonly incoming: Incoming;
  readonly #options: ExchangeOptions;
  #identity: Promise<ExchangeIdentity> | null = null;
  #running: ExchangeState['running'] = null;
  #abort: AbortController | null = null;
  #toldAt = 0;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.incoming = new Incoming(options.dataDir);
  }

  /** As whom this computer seals and opens files: by the key it is enrolled with. */
  identity(): Promise<ExchangeIdentity> {
    this.#identity ??= this.#makeIdentity();
    return this.#identity;
  }

  /** How things stand, for the window. */
  async state(): Promise<ExchangeState> {
    const { database } = this.#options.program();
    const { party } = await this.identity();
    return {
      waiting: summarizeWaiting(database),
      nextFileName: this.#fileName(findNewestRequests(database) + 1),
      ownFingerprint: await fingerprintOf(party),
      trusted: await listTrusted(database),
      files: listFiles(database, shownFiles),
      running: this.#running,
    };
  }

  /**
   * Everything that waits for the registry in one sealed file; what was in a file before and is not answered yet is in this one again.
   * EXCHANGE_NO_KEYS: no registry is trusted; REGISTRY_REFUSED: this computer is not enrolled and has no code.
   */
  async write(operatorId: string | null): Promise<Answer<WrittenFile>> {
    const program = this.#options.program();
    const { database } = program;
    const registry = findRegistry(database);
    if (!registry) return fail('EXCHANGE_NO_KEYS');
    const identity = await this.identity();
    const requests = listRequests(program, this.#options);
    if (!requests.ok) return requests;
    const about = {
      ...{ kind: 'requests' as const, fileId: uuidv7(), answers: null, createdAt: program.now() },
      ...{ sequence: findNewestRequests(database) + 1, follows: findNewestAnswers(database) },
    };
    const events = summarizeWaiting(database).count;
    putFile(database, {
      ...{ fileId: about.fileId, direction: 'out', kind: 'requests', sequence: about.sequence, eventCount: events },
      ...{ partyName: registry.name, madeAt: about.createdAt, movedAt: about.createdAt, movedBy: operatorId },
      isWhole: true,
    });
    const { role, id, agreementKey } = registry;
    const lines = requests.value.map((request) => JSON.stringify(request));
    const parts = [{ name: 'requests', lines }];
    const pieces: Uint8Array[] = [];
    for await (const piece of sealExchange({ identity, to: { role, id, agreementKey }, about, parts }))
      pieces.push(piece);
    program.tell({ topic: 'sync' });
    return done({ fileName: this.#fileName(about.sequence), file: Buffer.concat(pieces), events });
  }

  /**
   * Takes a file over: answers of the registry, or a pre-filled application. Proved whole before anything of it is done. EXCHANGE_STOPPED: broken
   * off as asked; the same file again goes on.
   */
  take(calling: Calling, source: ExchangeSource, size: number): Promise<Answer<ExchangeTaken>> {
    return this.#alone((signal) => this.#takeProved(calling, source, size, signal));
  }

  /** As take, for the command line: answers of the registry alone. */
  takeAnswersOnly(source: ExchangeSource): Promise<Answer<ExchangeTaken>> {
    return this.#alone(async (signal) => {
      const proved = await this.#prove(source, signal);
      if (!proved.ok) return proved;
      return proved.value.kind === 'answers' ? this.#takeAnswers(null, proved.value, source, signal) : notAFile;
    });
  }

  async #alone(work: (signal: AbortSignal) => Promise<Answer<ExchangeTaken>>): Promise<Answer<ExchangeTaken>> {
    if (this.#abort) return isTaking;
    this.#abort = new AbortController();
    try {
      return await work(this.#abort.signal);
    } catch (error) {
      if (error instanceof ExchangeBroken) return fail(error.code);
      throw error;
    } finally {
      this.#abort = null;
      this.#tell(null);
      this.#options.program().tell({ topic: 'sync' });
    }
  }

  /** Whether a file is being taken; until it is done no other comes in. */
  get isBusy(): boolean {
    return this.#abort !== null;
  }

  /** Breaks off what is being taken. */
  stop(): void {
    this.#abort?.abort();
  }

  async #takeProved(calling: Calling, source: ExchangeSource, size: number, signal: AbortSignal) {
    const proved = await this.#prove(source, signal);
    if (!proved.ok) return proved;
    const { value: head } = proved;
    Object.assign(calling.details, { kind: head.kind, sequence: head.sequence, from: head.from.id, bytes: size });
    if (head.kind === 'application') return this.#takeApplication(calling, head, source);
    if (calling.operator.role === 'assistant') return fail('ROLE_REFUSED');
    return this.#takeAnswers(calling.operator.operatorId, head, source, signal);
  }

  /** The head of a file that is whole, unaltered, for this computer, and of somebody who may make files of its kind. */
  async #prove(source: ExchangeSource, signal: AbortSignal): Promise<Answer<ExchangeHead>> {
    const identity = await this.identity();
    const { database } = this.#options.program();
    const seen = await peekExchange(source, identity);
    const isKnown = seen.ok ? knownSender(database, seen.value) : seen;
    if (!isKnown.ok) return isKnown;
    let read = 0;
    const verified = await verifyExchange(source, identity, (bytes) => {
      if (signal.aborted) throw new ExchangeBroken('EXCHANGE_STOPPED');
      read += bytes;
      this.#tell({ phase: 'checking', done: read, total: 0 });
    });
    if (!verified.ok) return verified;
    const { head } = verified.value;
    const sender = knownSender(database, head);
    if (!sender.ok) return sender;
    const maker = { answers: 'registry', application: 'office', requests: null }[head.kind];
    return sender.value.role === maker ? done(head) : notAFile;
  }

  async #takeAnswers(
    operatorId: string | null,
    head: ExchangeHead,
    source: ExchangeSource,
    signal: AbortSignal,
  ): Promise<Answer<ExchangeTaken>> {
    const { program, hooks, further } = this.#options;
    const { database, stationCode, sync, now } = program();
    const identity = await this.identity();
    const taking = {
      ...{ database, stationCode, deviceId: sync.deviceId, now, further, signal, ...hooks },
      onProgress: (phase: 'filling' | 'taking', done: number, total: number) => this.#tell({ phase, done, total }),
    };
    const taken = await sync.alone(() => takeAnswers(taking, head, readExchange(source, identity)));
    if (!taken.ok) return taken;
    const { confirmed, refused, undecided } = taken.value;
    this.#keep(operatorId, head, confirmed + refused + undecided);
    return taken;
  }

  async #takeApplication(calling: Calling, head: ExchangeHead, source: ExchangeSource): Promise<Answer<ExchangeTaken>> {
    const lines = readExchange(source, await this.identity());
    const taken = await takeApplication(this.#options.program(), calling, head.from.name, lines);
    if (taken.ok) this.#keep(calling.operator.operatorId, head, 0);
    return taken;
  }

  #keep(movedBy: string | null, head: ExchangeHead, eventCount: number): void {
    const { database, now } = this.#options.program();
    const { fileId, kind, sequence, createdAt: madeAt, from } = head;
    const file: MovedFile = {
      ...{ fileId, direction: 'in', kind, sequence, partyName: from.name, madeAt, movedAt: now() },
      ...{ movedBy, eventCount, isWhole: true },
    };
    putFile(database, file);
  }

  #fileName(sequence: number): string {
    const { stationCode, sync } = this.#options.program();
    return `${stationCode}-${sync.deviceId.slice(-6)}-${String(sequence).padStart(4, '0')}${exchangeEnding}`;
  }

  async #makeIdentity(): Promise<ExchangeIdentity> {
    const { database, stationCode, stationName } = this.#options.program();
    const device = findKeptDevice(database);
    if (!device) throw new Error('this computer has no key');
    return identityOf({ role: 'station', id: device.deviceId, name: stationName, stationCode }, device.key);
  }

  #tell(running: ExchangeState['running']): void {
    const isSame = running?.phase === this.#running?.phase;
    this.#running = running;
    if (isSame && Date.now() - this.#toldAt < newsEveryMs) return;
    this.#toldAt = Date.now();
    this.#options.program().tell({ topic: 'sync' });
  }
}
