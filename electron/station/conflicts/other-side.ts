import type { Claimant, OtherSide } from '../../../shared/contract/conflict.ts';
import type { Effect, RegisterEvent } from '../../../shared/domain/events.ts';
import type { VersionedRecord } from '../../../shared/domain/register-records.ts';
import type { ThreeSides } from '../../../shared/register/three-sides.ts';
import type { Program } from '../program.ts';
import { stationWords, toldSubject } from '../register/told-values.ts';
import { listClaimants } from '../store/claimants.ts';
import { findEvent } from '../store/events.ts';
import { findMaker, type Maker } from '../store/makers.ts';
import { findOperator } from '../store/operators.ts';
import { registerView } from '../store/register-view.ts';

/** Somebody of another station is told by the post alone; who registers is an officer, who undoes is a chief (N21 §7). */
function otherOf(program: Program, maker: Maker): OtherSide {
  const { eventId, kind, stationCode, operatorId, procedure, registeredOn, occurredAt } = maker;
  const isOwnStation = stationCode === program.stationCode;
  const name = isOwnStation && operatorId !== null ? findOperator(program.database, operatorId)?.name : null;
  return {
    eventId,
    station: stationWords(stationCode),
    isOwnStation,
    isThisComputer: findEvent(program.database, eventId) !== null,
    post: kind === 'event.reversed' ? 'chief' : 'officer',
    operator: name ?? '',
    occurredAt,
    registeredOn,
    procedure,
  };
}

interface Found {
  readonly row: Claimant;
  readonly maker: Maker | null;
}

/** The records of a lifted event's kind that hold by now what it claims, each once. */
export function claimantsOf(program: Program, sides: readonly ThreeSides[]): Found[] {
  const own = new Set(sides.map(({ id }) => id));
  const claimants = sides.flatMap(({ kind, id, ours }) =>
    listClaimants(program.database, { kind, id, version: 0, data: ours } as VersionedRecord),
  );
  const others = new Map(claimants.filter(({ id }) => !own.has(id)).map((record) => [record.id, record]));
  return [...others.values()].map((record) => {
    const maker = findMaker(program.database, record);
    const subject = toldSubject(program, { ...record.data }) || nameOf(record);
    return { row: { kind: record.kind, id: record.id, subject, madeBy: maker?.eventId ?? null }, maker };
  });
}

function nameOf({ data }: VersionedRecord): string {
  return 'name' in data ? data.name : '';
}

/** The event that made the registry's version of a record, where that is not the one the effect was based on. */
export function findOvertaker({ database }: Program, { kind, id, basedOn, basedOnEvent }: Effect): Maker | null {
  const version = registerView(database).find(kind, id)?.version ?? 0;
  const isOvertaken = version > basedOn || (version === basedOn && basedOnEvent !== undefined);
  return isOvertaken ? findMaker(database, { kind, id, version }) : null;
}

/** The events that made what the registry holds instead, the newest first; none this computer was not told of. */
export function othersOf(program: Program, event: RegisterEvent, claimants: readonly Found[]): OtherSide[] {
  const held = event.effects.flatMap((effect) => findOvertaker(program, effect) ?? []);
  const makers = new Map([...held, ...claimants.flatMap(({ maker }) => maker ?? [])].map((it) => [it.eventId, it]));
  return [...makers.values()]
    .sort((a, b) => (a.occurredAt < b.occurredAt ? 1 : -1))
    .map((maker) => otherOf(program, maker));
}
