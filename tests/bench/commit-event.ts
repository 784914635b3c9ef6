import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../../electron/station/store/audit-lines.ts';
import type { Database } from '../../electron/station/store/database.ts';
import { applyOwnEvent } from '../../electron/station/store/effects.ts';
import { addEvent } from '../../electron/station/store/events.ts';
import { checkDigit } from '../../shared/domain/citizen-number.ts';
import type { SettlementEvent } from '../../shared/domain/events.ts';
import { bareParticulars, type Household, type Membership, type Person } from '../../shared/domain/records.ts';
import { blankPerson } from '../fixtures/small-people.ts';
import { benchStation } from './bench-town.ts';

const noHash = '0'.repeat(64);

function newPerson(serial: number): Person {
  const digits = `2204021987${String(1 + (serial % 12)).padStart(2, '0')}${String(10 + (serial % 19))}${String(900 + (serial % 90))}`;
  // Invented, and never the number of anybody in a made-up town: those end in 98 or 99 and a check digit that fits.
  const wrong = checkDigit(digits) === '0' ? '1' : '0';
  return {
    ...blankPerson,
    ...bareParticulars,
    personId: uuidv7(),
    citizenId: `${String(990000 + Math.floor(serial / 90)).slice(0, 6)}${digits.slice(6)}${wrong}`,
    name: `示例${String.fromCodePoint(0x4e00 + (serial % 2000))}`,
    sex: '1',
    bornOn: `1987-${digits.slice(10, 12)}-${digits.slice(12, 14)}`,
  };
}

/** A family of three settles in a household of its own. */
export function settlement(serial: number, addressId: string): SettlementEvent {
  const eventId = uuidv7();
  const people = [0, 1, 2].map((member) => newPerson(serial * 3 + member));
  const [head] = people;
  if (!head) throw new RangeError('nobody settles');
  const household: Household = {
    householdId: uuidv7(),
    stationCode: benchStation,
    number: `8${String(serial).padStart(8, '0')}`,
    kind: 'family',
    addressId,
    headPersonId: head.personId,
    status: 'open',
    openedOn: '2026-11-23',
    closedOn: null,
    unitName: null,
  };
  const memberships = people.map(
    ({ personId }, index): Membership => ({
      membershipId: uuidv7(),
      householdId: household.householdId,
      personId,
      relation: ['02', '10', '20'][index] ?? '97',
      sinceOn: '2026-11-23',
      untilOn: null,
    }),
  );
  return {
    kind: 'settlement.registered',
    eventId,
    deviceId: eventId,
    seq: 1_000_000_000 + serial,
    stationCode: benchStation,
    operatorId: eventId,
    caseId: eventId,
    occurredAt: '2026-11-23T01:30:00.000Z',
    prevHash: noHash,
    hash: noHash,
    facts: {
      procedure: 'settle.residence',
      acceptanceNumber: `220403-2099-${String(serial).padStart(6, '0')}`,
      registeredOn: '2026-11-23',
      destination: { division: '220402', urbanRural: 'urban' },
      movers: people.map(({ personId }) => ({ personId, fromDivision: '220102', fromClass: 'rural' })),
      householdId: household.householdId,
      isNewHousehold: true,
    },
    effects: [
      ...people.map((after) => ({ kind: 'person' as const, id: after.personId, basedOn: 0, after })),
      { kind: 'household', id: household.householdId, basedOn: 0, after: household },
      ...memberships.map((after) => ({ kind: 'membership' as const, id: after.membershipId, basedOn: 0, after })),
    ],
  };
}

/** What a registration writes, inside the caller's transaction: event, outbox, register, history, search, audit. */
export function writeSettlement(database: Database, event: SettlementEvent, body: string): void {
  addEvent(database, event, body);
  applyOwnEvent(database, event);
  appendAudit(database, {
    at: event.occurredAt,
    operatorId: null,
    action: 'case.register',
    subject: event.caseId,
    details: {},
    result: 'done',
  });
}
