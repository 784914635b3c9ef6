import type { Answer } from '../../../shared/contract/errors.ts';
import { done } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { FieldChange, HistoryEntry } from '../../../shared/contract/register.ts';
import { findPoliceOrg } from '../../../shared/domain/police-orgs.ts';
import { readableAnswer } from '../../../shared/domain/private-characters.ts';
import { idFields, type RecordKind } from '../../../shared/domain/register-records.ts';
import { maskHistory, seesMasked } from '../lookups/masked.ts';
import type { Calling, Program } from '../program.ts';
import { findAddress } from '../store/addresses.ts';
import { findEvent } from '../store/events.ts';
import { type HistoryLine, listHistory } from '../store/happenings.ts';
import { findHousehold } from '../store/households.ts';
import { findOperator } from '../store/operators.ts';
import { findPerson } from '../store/persons.ts';
import { registerView } from '../store/register-view.ts';

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

/** Fields that name another record, told as its name, number or address. */
function tell(program: Program, field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string') return typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (field === 'addressId') return findAddress(program.database, value)?.data.fullName ?? value;
  if (field === 'householdId') return findHousehold(program.database, value)?.data.number ?? value;
  if (/^(person|headPerson|father|mother|spouse)Id$/.test(field))
    return findPerson(program.database, value)?.data.name ?? value;
  return value;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function subjectOf(program: Program, { after }: HistoryLine): string {
  const personId = after.personId ?? after.headPersonId;
  if (typeof personId === 'string') return findPerson(program.database, personId)?.data.name ?? '';
  return typeof after.number === 'string' ? after.number : '';
}

function changesOf(program: Program, line: HistoryLine): FieldChange[] {
  const subject = subjectOf(program, line);
  return Object.keys(line.after)
    .filter((field) => field !== idFields[line.kind] && !isSame(line.before?.[field], line.after[field]))
    .map((field) => ({
      kind: line.kind,
      recordId: line.recordId,
      subject,
      field,
      before: tell(program, field, line.before?.[field]),
      after: tell(program, field, line.after[field]),
    }))
    .filter(({ before, after }) => before !== after);
}

function entryOf(program: Program, lines: readonly HistoryLine[], line: HistoryLine): HistoryEntry {
  const { stationCode, operatorId } = line;
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
    operator: operatorId === null ? '' : (findOperator(program.database, operatorId)?.name ?? ''),
    caseId: line.caseId,
    isProvisional: findEvent(program.database, line.eventId)?.state === 'provisional',
    isReversed: line.reversedBy !== null,
    changes: lines.filter(({ eventId }) => eventId === line.eventId).flatMap((each) => changesOf(program, each)),
  };
}

function stationWords(code: string): { zh: string; en: string } {
  const org = findPoliceOrg(code);
  return { zh: org?.zh ?? code, en: org?.en ?? code };
}

/** What happened to a record and everything that hangs on it, newest first; empty for a record no event of this copy changed. */
export function listHistoryEntries(
  program: Program,
  kind: 'person' | 'household' | 'address',
  id: string,
): HistoryEntry[] {
  const lines = refsOf(program, kind, id).flatMap(([recordKind, recordId]) =>
    listHistory(program.database, recordKind, recordId),
  );
  const firstOfEach = lines.filter(
    ({ eventId }, index) => lines.findIndex((each) => each.eventId === eventId) === index,
  );
  return firstOfEach
    .sort((a, b) => (a.occurredAt + a.eventId < b.occurredAt + b.eventId ? 1 : -1))
    .map((line) => entryOf(program, lines, line));
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
