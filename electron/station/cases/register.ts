import { uuidv7 } from 'uuidv7';
import type { CaseView } from '../../../shared/contract/case.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { SettlementFacts } from '../../../shared/domain/events.ts';
import { makeHouseholdNumber } from '../../../shared/domain/household-number.ts';
import type { Address, Household } from '../../../shared/domain/records.ts';
import { type Mover, type Settlement, settlementEffects } from '../../../shared/domain/settlement-effects.ts';
import type { Calling, Program } from '../program.ts';
import { findAddress } from '../store/addresses.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { putCaseEvent, putCaseState } from '../store/cases.ts';
import { putEffect } from '../store/effects.ts';
import { indexPersons } from '../store/person-index.ts';
import { findPersonByNumber } from '../store/persons.ts';
import { takeSerial } from '../sync/leases.ts';
import { addFinalPapers } from './final-papers.ts';
import { makeEvent } from './make-event.ts';
import { personOfDraft } from './person-of-draft.ts';
import { type OpenCase, readCase } from './read-draft.ts';
import { findObstacle } from './register-obstacles.ts';
import { viewCase } from './view.ts';

function moversOf(program: Program, { draft }: OpenCase, registeredOn: string): Mover[] {
  return draft.people.map((entered) => {
    const known = findPersonByNumber(program.database, entered.citizenId);
    const person = personOfDraft(entered, known?.id ?? uuidv7(), registeredOn);
    return { person, basedOn: known?.version ?? 0, membershipId: uuidv7(), relation: entered.relationToHead };
  });
}

function openHousehold(program: Program, addressId: string, head: Mover, openedOn: string): Answer<Household> {
  const serial = takeSerial(program.database, 'household-number');
  if (serial === null) return fail('NUMBERS_EXHAUSTED');
  return done({
    householdId: uuidv7(),
    stationCode: program.stationCode,
    number: makeHouseholdNumber(program.stationCode, serial),
    kind: 'family',
    addressId,
    headPersonId: head.person.personId,
    status: 'open',
    openedOn,
  });
}

function settlementOf(program: Program, open: OpenCase): Answer<Settlement> {
  const registeredOn = program.today();
  const movers = moversOf(program, open, registeredOn);
  const { target } = open.draft;
  if (target.household === 'join')
    return done({ householdId: target.householdId, newHousehold: null, movers, registeredOn });
  const head = movers.find(({ relation }) => relation === '02') ?? movers[0];
  if (!head) return fail('CASE_INCOMPLETE');
  const opened = openHousehold(program, target.addressId, head, registeredOn);
  if (!opened.ok) return opened;
  return done({ householdId: opened.value.householdId, newHousehold: opened.value, movers, registeredOn });
}

function factsOf(open: OpenCase, settlement: Settlement, address: Address): SettlementFacts {
  return {
    procedure: open.draft.procedure,
    acceptanceNumber: open.stored.acceptanceNumber ?? '',
    registeredOn: settlement.registeredOn,
    destination: { division: address.division, urbanRural: address.urbanRural },
    movers: settlement.movers.map(({ person }, index) => ({
      personId: person.personId,
      fromDivision: open.draft.people[index]?.hukouDivision || null,
      fromClass: open.draft.people[index]?.hukouClass || null,
    })),
    householdId: settlement.householdId,
    isNewHousehold: settlement.newHousehold !== null,
  };
}

/**
 * Registers an approved settlement: persons, household, memberships, event and outbox row in the caller's one transaction.
 * The case is provisional until the registry confirms. Anything that changed since acceptance refuses it, and nothing is changed.
 */
export function registerCase(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'case.register'>,
): Answer<CaseView> {
  const { caseId } = input;
  calling.subject = caseId;
  const read = readCase(program.database, caseId);
  if (!read.ok) return read;
  if (read.value.stored.state !== 'approved') return fail('CASE_STATE');
  const obstacle = findObstacle(program, read.value.draft);
  if (obstacle) return obstacle;
  const address = findAddress(program.database, read.value.draft.target.addressId);
  if (!address) return fail('ADDRESS_UNKNOWN');
  const settlement = settlementOf(program, read.value);
  if (!settlement.ok) return settlement;
  keep(program, calling, { open: read.value, settlement: settlement.value, address: address.data });
  return viewCase(program, calling, caseId);
}

function keep(
  program: Program,
  calling: Calling,
  { open, settlement, address }: { open: OpenCase; settlement: Settlement; address: Address },
): void {
  const { database } = program;
  const { caseId } = open.stored;
  const at = program.now();
  const operatorId = calling.operator.operatorId;
  const facts = factsOf(open, settlement, address);
  const event = makeEvent(program, {
    caseId,
    operatorId,
    occurredAt: at,
    facts,
    effects: settlementEffects(settlement),
  });
  for (const effect of event.effects) putEffect(database, effect, event.eventId);
  indexPersons(
    database,
    facts.movers.map(({ personId }) => personId),
  );
  putCaseEvent(database, caseId, event.eventId);
  putCaseState(database, caseId, 'provisional', at);
  addFinalPapers(program, caseId, settlement, at);
  addCaseAct(database, { caseId, act: 'registered', operatorId, at });
  calling.details = { eventId: event.eventId, persons: facts.movers.length };
  program.tell({ topic: 'queues' });
  program.afterCommit(() => program.sync.nudge());
}
