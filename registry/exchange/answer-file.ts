import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { type Answer, done, fail } from '../../shared/contract/errors.ts';
import { OwnChainAnswer, PushAnswer, registryPaths } from '../../shared/contract/registry.ts';
import { ExchangeBroken, type ExchangeHead, ExchangeRequest } from '../../shared/exchange/format.ts';
import type { ExchangeIdentity } from '../../shared/exchange/identity.ts';
import { type ExchangeSource, readExchange, verifyExchange } from '../../shared/exchange/open-exchange.ts';
import { type ExchangePart, sealExchange } from '../../shared/exchange/seal-exchange.ts';
import { answerRequest } from './answer-request.ts';
import { type FileDesk, makeDeviceServer } from './device-server.ts';
import { findSender } from './known-sender.ts';
import { snapshotLines } from './snapshot-lines.ts';

/** What was done with a file of a station. */
export interface AnsweredFile {
  readonly station: string;
  readonly sequence: number;
  readonly enrolled: boolean;
  readonly events: { confirmed: number; conflict: number; rejected: number };
  readonly leases: number;
  readonly pages: number;
  readonly snapshotRecords: number;
}

interface Answering extends FileDesk {
  readonly identity: ExchangeIdentity;
  /** Takes the answer file, piece by piece. */
  readonly write: (piece: Uint8Array) => Promise<void>;
}

/**
 * Carries out what a station asks in a file, exactly as if it had come by wire, and writes the file that answers it. Nothing is done before the
 * whole file is proved. The same file again, and files in another order, get the same answers: events and leases have ids of their own.
 */
export async function answerFile(answering: Answering, source: ExchangeSource): Promise<Answer<AnsweredFile>> {
  const verified = await verifyExchange(source, answering.identity);
  if (!verified.ok) return verified;
  const { head } = verified.value;
  if (head.kind !== 'requests' || head.from.role !== 'station') return fail('EXCHANGE_NOT_A_FILE');
  const requests = await readRequests(source, answering.identity);
  if (requests === null) return fail('EXCHANGE_NOT_A_FILE');
  const sender = await findSender(answering.database, head, requests[0]);
  if (!sender.ok) return sender;
  const app = makeDeviceServer(answering, head.from.id);
  try {
    const carrying = new Carrying(app, requests);
    await writeAnswers(answering, head, carrying);
    return done({ station: head.from.stationCode ?? '', sequence: head.sequence, ...carrying.done });
  } finally {
    await app.close();
  }
}

async function readRequests(source: ExchangeSource, identity: ExchangeIdentity): Promise<ExchangeRequest[] | null> {
  try {
    const requests: ExchangeRequest[] = [];
    for await (const { part, lines } of readExchange(source, identity))
      if (part === 'requests') requests.push(...lines.map((line) => ExchangeRequest.parse(JSON.parse(line))));
    return requests;
  } catch (error) {
    if (error instanceof ExchangeBroken) throw error;
    return null;
  }
}

async function writeAnswers({ identity, now, write }: Answering, head: ExchangeHead, carrying: Carrying) {
  const { role, id, agreementKey } = head.from;
  const { sequence, follows, fileId: answers } = head;
  const file = sealExchange({
    identity,
    to: { role, id, agreementKey },
    about: { kind: 'answers', fileId: uuidv7(), sequence, follows, answers, createdAt: now().toISOString() },
    parts: carrying.parts(),
  });
  for await (const piece of file) await write(piece);
}

class Carrying {
  readonly #app: FastifyInstance;
  readonly #requests: readonly ExchangeRequest[];
  readonly done = {
    enrolled: false,
    events: { confirmed: 0, conflict: 0, rejected: 0 },
    leases: 0,
    pages: 0,
    snapshotRecords: 0,
  };
  #isRefused = false;

  constructor(app: FastifyInstance, requests: readonly ExchangeRequest[]) {
    this.#app = app;
    this.#requests = requests;
  }

  async *parts(): AsyncGenerator<ExchangePart> {
    yield { name: 'answers', lines: this.#answers() };
    const wantsCopy = this.#requests.some(({ path }) => path === registryPaths.snapshot);
    if (wantsCopy && !this.#isRefused) yield { name: 'snapshot', lines: this.#snapshot() };
  }

  /**
   * Without enrolment there is nobody on whose behalf the rest could be done; and a registry that lacks what it has told this computer is an old
   * copy of itself, which must decide nothing.
   */
  async *#answers(): AsyncGenerator<string> {
    for (const request of this.#requests) {
      if (this.#isRefused) return;
      if (request.path === registryPaths.snapshot) continue;
      for await (const answer of answerRequest(this.#app, request)) {
        this.#count(request.path, answer.status, answer.body);
        yield JSON.stringify(answer);
      }
    }
  }

  async *#snapshot(): AsyncGenerator<string> {
    for await (const line of snapshotLines(this.#app)) {
      yield line;
      this.done.snapshotRecords += 1;
    }
    this.done.snapshotRecords -= 1;
  }

  #count(path: string, status: number, body: unknown): void {
    const isDone = status === 200;
    if (path.startsWith(registryPaths.ownChain)) this.#isRefused ||= isBehind(path, status, body);
    if (path === registryPaths.enrol) {
      this.done.enrolled = isDone;
      this.#isRefused = !isDone;
    }
    if (isDone && path === registryPaths.leases) this.done.leases += 1;
    if (isDone && path.startsWith(registryPaths.changes)) this.done.pages += 1;
    if (!isDone || path !== registryPaths.events) return;
    for (const { outcome } of PushAnswer.parse(body).outcomes) this.done.events[outcome] += 1;
  }
}

/** Whether the registry knows less of the computer's chain, or of its own feed, than that computer does. */
function isBehind(path: string, status: number, body: unknown): boolean {
  const knownSeq = Number(new URLSearchParams(path.split('?')[1] ?? '').get('afterSeq') ?? '0');
  const kept = OwnChainAnswer.safeParse(body);
  return (
    status !== 200 || !kept.success || kept.data.head.seq < knownSeq || (knownSeq > 0 && kept.data.afterHash === null)
  );
}
