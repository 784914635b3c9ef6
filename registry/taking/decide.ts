import type { PushOutcome } from '../../shared/contract/registry.ts';
import type { RegisterEvent } from '../../shared/domain/events.ts';
import { inWritingOrder, type VersionedRecord } from '../../shared/domain/register-records.ts';
import { Refusal } from '../refusal.ts';
import { type Queryable, runLast, type Statement } from '../store/database.ts';
import { type ChainHead, type Device, type KeptDevice, lockDevices, puttingChainHeads } from '../store/devices.ts';
import { type AnsweredEvent, addingDecidedEvents, type DecidedEvent, listDecidedEvents } from '../store/events.ts';
import { appendingFeed, type FeedEntry } from '../store/feed.ts';
import { type Jti, takeJtis } from '../store/jtis.ts';
import { addingRecords, replacingRecords } from '../store/records.ts';
import { type Judgement, judge, rejected } from './judge.ts';
import { readRegister } from './read-register.ts';
import type { RegisterView } from './register-view.ts';
import type { SentEvent } from './sent-event.ts';

/** What a device sent in one request. */
export interface Push {
  readonly device: Device;
  /** The number of the request, taken with its events; null: it came by another way and has none. */
  readonly jti: Jti | null;
  readonly events: readonly SentEvent[];
}

/** The answers to a push, or why there are none: a Refusal of the whole request (the events before the one refused are decided), or a bug. */
export type Taken = readonly PushOutcome[] | Error;

/**
 * Decides the events of several pushes, one after the other, in the caller's transaction: whatever they meet is read at once, each is
 * judged by what the ones before it have made, and what they make is written at once, with the commit.
 */
export async function decide(transaction: Queryable, pushes: readonly Push[], now: string): Promise<Taken[]> {
  const [opened, replayed] = await Promise.all([openGroup(transaction, pushes), listReplayed(transaction, pushes)]);
  const group = new Group(opened, now);
  const taken = pushes.map((push) => {
    if (!isKept(push.device, opened.devices)) return new Refusal('DEVICE_UNKNOWN');
    return replayed.has(push) ? new Refusal('SIGNATURE_REPLAYED') : group.take(push);
  });
  await runLast(transaction, group.listWrites());
  return taken;
}

/** Takes the requests' numbers; answers the pushes whose number was taken before. */
async function listReplayed(transaction: Queryable, pushes: readonly Push[]): Promise<ReadonlySet<Push>> {
  const numbered = pushes.flatMap((push) => (push.jti ? [{ push, jti: push.jti }] : []));
  if (numbered.length === 0) return new Set();
  const isTaken = await takeJtis(
    transaction,
    numbered.map(({ jti }) => jti),
  );
  return new Set(numbered.flatMap(({ push }, index) => (isTaken[index] ? [] : [push])));
}

/** Whether the device is kept as it was when its signature was checked, perhaps from memory. */
function isKept({ deviceId, publicKey, stationCode }: Device, devices: Opened['devices']): boolean {
  const kept = devices.get(deviceId);
  return kept?.publicKey === publicKey && kept.stationCode === stationCode && !kept.isRevoked;
}

interface Opened {
  readonly devices: ReadonlyMap<string, KeptDevice>;
  readonly decided: Map<string, DecidedEvent>;
  readonly view: RegisterView;
}

/** The refused event that an event settles. */
function listSettled(event: RegisterEvent): string[] {
  return event.kind === 'conflict.settled' ? [event.facts.settledEventId] : [];
}

/** The devices' rows first: who waits there sees everything the one before has decided. */
async function openGroup(transaction: Queryable, pushes: readonly Push[]): Promise<Opened> {
  const sent = pushes.flatMap(({ events }) => events);
  const eventIds = sent.flatMap(({ envelope, event }) => [envelope.eventId, ...(event ? listSettled(event) : [])]);
  const [devices, decided, view] = await Promise.all([
    lockDevices(transaction, [...new Set(pushes.map(({ device }) => device.deviceId))]),
    listDecidedEvents(transaction, eventIds),
    readRegister(
      transaction,
      sent.flatMap(({ event }) => event ?? []),
    ),
  ]);
  return { devices, decided, view };
}

class Group {
  readonly #heads: Map<string, ChainHead>;
  readonly #decided: Map<string, DecidedEvent>;
  readonly #view: RegisterView;
  readonly #now: string;
  readonly #answered: AnsweredEvent[] = [];
  readonly #told: FeedEntry[] = [];
  readonly #moved = new Map<string, ChainHead>();

  constructor({ devices, decided, view }: Opened, now: string) {
    this.#heads = new Map(devices);
    this.#decided = decided;
    this.#view = view;
    this.#now = now;
  }

  take({ device, events }: Push): Taken {
    const outcomes: PushOutcome[] = [];
    for (const sent of events) {
      const { eventId, hash } = sent.envelope;
      const decided = this.#decided.get(eventId);
      if (decided && (decided.hash !== sent.hash || hash !== sent.hash))
        return new Refusal('IDEMPOTENCY_MISMATCH', eventId);
      outcomes.push(decided?.answer ?? this.#answer(device, sent));
    }
    return outcomes;
  }

  /** A broken chain or hash is answered but not kept, as the event may come again in its place. */
  #answer(device: Device, sent: SentEvent): PushOutcome {
    const { eventId, seq, hash, prevHash } = sent.envelope;
    const head = this.#heads.get(device.deviceId);
    if (!head) throw new Error('a device that signed is not kept');
    if (hash !== sent.hash) return rejected(eventId, { reason: 'hash', recordId: null });
    if (seq !== head.seq + 1 || prevHash !== head.hash) return rejected(eventId, { reason: 'chain', recordId: null });
    return this.#keep(device, sent);
  }

  #keep(device: Device, { envelope, event, body }: SentEvent): PushOutcome {
    const { eventId, deviceId, stationCode, seq, hash } = envelope;
    const { answer, told } = event
      ? this.#judge(device, event)
      : { answer: rejected(eventId, { reason: 'body', recordId: null }), told: null };
    this.#heads.set(deviceId, { seq, hash });
    this.#moved.set(deviceId, { seq, hash });
    this.#decided.set(eventId, { hash, answer });
    this.#answered.push({ eventId, deviceId, stationCode, seq, hash, body, answer });
    if (told) this.#told.push(told);
    return answer;
  }

  /** Only a refused event has anything to settle. */
  #judge(device: Device, event: RegisterEvent): Judgement {
    const isMoot = listSettled(event).some(
      (id) => (this.#decided.get(id)?.answer.outcome ?? 'confirmed') === 'confirmed',
    );
    if (isMoot) return { answer: rejected(event.eventId, { reason: 'scope', recordId: null }), told: null };
    return judge(this.#view, device, event, this.#now);
  }

  /** What is to be written, in this order. The feed comes last: it tells what the register holds by then, and everybody waits for its lock. */
  listWrites(): Statement[] {
    if (this.#answered.length === 0) return [];
    const isHeld = (record: VersionedRecord) => this.#view.find(record)?.record.version === record.version;
    return [
      ...writingRecords(this.#view),
      addingDecidedEvents(this.#answered, this.#now),
      puttingChainHeads(this.#moved),
      ...(this.#told.length > 0 ? [appendingFeed(this.#told, isHeld)] : []),
    ];
  }
}

/** New records claim only what is free once those that were there have given it up. */
function writingRecords(view: RegisterView): Statement[] {
  const made = view.listMade();
  const known = new Map(made.flatMap(({ held, before }) => (before ? [[held.record, { held, before }]] : [])));
  const inOrder = inWritingOrder([...known.keys()], (record) => known.get(record)?.before.record ?? null);
  const replaced = inOrder.flatMap((record) => known.get(record)?.held ?? []);
  const added = made.flatMap(({ held, before }) => (before ? [] : held));
  return [
    ...(replaced.length > 0 ? [replacingRecords(replaced)] : []),
    ...(added.length > 0 ? [addingRecords(added)] : []),
  ];
}
