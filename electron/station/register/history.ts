import type { Answer } from '../../../shared/contract/errors.ts';
import { done } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { FieldChange, HistoryEntry } from '../../../shared/contract/register.ts';
import { readableAnswer } from '../../../shared/domain/private-characters.ts';
import { idFields, type RecordKind } from '../../../shared/domain/register-records.ts';
import { maskHistory, seesMasked } from '../lookups/masked.ts';
import type { Calling, Program } from '../program.ts';
import { findEvent } from '../store/events.ts';
import { type HistoryLine, listHistory } from '../store/happenings.ts';
import { listRefusedLines } from '../store/refused-history.ts';
import { registerView } from '../store/register-view.ts';
import { refusalOf, settlesOf } from './refusals.ts';
import { isSameValue, stationWords, toldSubject, toldValue } from './told-values.ts';
import { whoDid } from './who-did.ts';

type Ref = readonly [kind: RecordKind, id: string];

/** The record itself and everything that hangs on it. */
function refsOf(program: Program, kind: 'person' | 'household' | 'address', id: string): Ref[] {
  const view = registerView(program.database);
  switch (kind) {
    case 'person':
      return [
        ['person', id],
        ...view.list('membership', 'personId', id).map(({ data }): Ref => ['membership', data.membershipId]),
        ...view.list('residence', 'personId', id).map(({ data }): Ref => ['residence', data.residenceId]),
        ...view.list('permit', 'personId', id).map(({ data }): Ref => ['permit', data.permitId]),
        ...view.list('migration-paper', 'holderIds', id).map(({ data }): Ref => ['migration-paper', data.paperId]),
        ...view.list('certificate', 'personId', id).map(({ data }): Ref => ['certificate', data.certificateId]),
      ];
    case 'household':
      return [
        ['household', id],
        ...view.list('membership', 'householdId', id).map(({ data }): Ref => ['membership', data.membershipId]),
      ];
    case 'address':
      return [
        ['address', id],
        ...view.list('household', 'addressId', id).map(({ data }): Ref => ['household', data.householdId]),
        ...view.list('residence', 'addressId', id).map(({ data }): Ref => ['residence', data.residenceId]),
      ];
  }
}

/** A record before and after, without saying by which event. */
type Change = Pick<HistoryLine, 'kind' | 'recordId' | 'before' | 'after'>;

/** Told by something else: the id by the record itself, numbers given up by the number that was changed. */
function isTold(kind: RecordKind, field: string): boolean {
  return field === idFields[kind] || field === 'formerCitizenIds';
}

function changesOf(program: Program, line: Change): FieldChange[] {
  const subject = toldSubject(program, line.after);
  return Object.keys(line.after)
    .filter((field) => !isTold(line.kind, field) && !isSameValue(line.before?.[field], line.after[field]))
    .map((field) => ({
      kind: line.kind,
      recordId: line.recordId,
      subject,
      field,
      before: toldValue(program, field, line.before?.[field]),
      after: toldValue(program, field, line.after[field]),
    }))
    .filter(({ before, after }) => before !== after);
}

function entryOf(program: Program, lines: readonly HistoryLine[], line: HistoryLine): HistoryEntry {
  const { stationCode } = line;
  return {
    eventId: line.eventId,
    eventKind: line.eventKind,
    procedure: line.procedure,
    acceptanceNumber: line.acceptanceNumber,
    happenedOn: line.happenedOn,
    registeredOn: line.registeredOn,
    learntAt: line.learntAt,
    station: stationWords(stationCode),
    isHere: stationCode === program.stationCode,
    ...whoDid(program, line),
    caseId: line.caseId,
    isProvisional: findEvent(program.database, line.eventId)?.state === 'provisional',
    isReversed: line.reversedBy !== null,
    refusal: refusalOf(program, line.eventId),
    settles: settlesOf(program, line.eventId),
    changes: lines.filter(({ eventId }) => eventId === line.eventId).flatMap((each) => changesOf(program, each)),
  };
}

/** What happened to a record and everything that hangs on it, newest first; empty for a record no event of this copy changed. */
export function listHistoryEntries(
  program: Program,
  kind: 'person' | 'household' | 'address',
  id: string,
): HistoryEntry[] {
  const refs = refsOf(program, kind, id);
  const lines = refs.flatMap(([recordKind, recordId]) => listHistory(program.database, recordKind, recordId));
  const firstOfEach = lines.filter(
    ({ eventId }, index) => lines.findIndex((each) => each.eventId === eventId) === index,
  );
  const entries = firstOfEach.map((line) => ({ at: line.occurredAt, entry: entryOf(program, lines, line) }));
  return [...entries, ...refusedEntries(program, refs)]
    .sort((a, b) => (a.at + a.entry.eventId < b.at + b.entry.eventId ? 1 : -1))
    .map(({ entry }) => entry);
}

/** What the registry refused and was taken out of the register: it stays to be read, with what became of it. */
function refusedEntries(program: Program, refs: readonly Ref[]): { at: string; entry: HistoryEntry }[] {
  const lines = refs.flatMap(([kind, recordId]) => listRefusedLines(program.database, kind, recordId));
  const events = new Map(lines.map(({ event }) => [event.eventId, event]));
  return [...events.values()].map((event) => ({
    at: event.occurredAt,
    entry: {
      eventId: event.eventId,
      eventKind: event.kind,
      procedure: event.facts.procedure,
      acceptanceNumber: 'acceptanceNumber' in event.facts ? event.facts.acceptanceNumber : '',
      happenedOn: 'happenedOn' in event.facts ? event.facts.happenedOn : event.facts.registeredOn,
      registeredOn: event.facts.registeredOn,
      learntAt: event.occurredAt,
      station: stationWords(event.stationCode),
      isHere: true,
      ...whoDid(program, event),
      caseId: event.caseId,
      isProvisional: false,
      isReversed: false,
      refusal: refusalOf(program, event.eventId),
      settles: settlesOf(program, event.eventId),
      changes: lines.filter((line) => line.event.eventId === event.eventId).flatMap((line) => changesOf(program, line)),
    },
  }));
}

/** The same for a window, with who asked and why in the log. */
export function readHistory(
  program: Program,
  calling: Calling,
  { kind, id, purpose }: ParsedInputOf<'history.get'>,
): Answer<HistoryEntry[]> {
  calling.subject = id;
  calling.details = { purpose };
  const entries = listHistoryEntries(program, kind, id);
  return done(readableAnswer(seesMasked(calling) ? maskHistory(entries) : entries));
}
