import type { FaultCode } from '../../../../shared/contract/sweep.ts';
import {
  households,
  idOf,
  numberOf,
  people,
  places,
  visitorPermit,
  visitorResidence,
} from '../../../fixtures/small-register.ts';
import type { WellKeptCopy } from '../../../fixtures/well-kept-copy.ts';

const { father, mother, son, daughter, loner, visitor } = people;

type Spoilt = readonly [spoil: () => void, ...subjectIds: readonly [string, ...string[]]];

/** Ways to lay faults into a copy, and for every kind of fault what makes it and whose it is. */
export function spoilerOf(copy: WellKeptCopy) {
  const person = (id: string, values: Readonly<Record<string, string | null>>) => {
    for (const [column, value] of Object.entries(values))
      copy.run(`UPDATE persons SET ${column} = ? WHERE person_id = ?`, value, id);
  };
  const household = (id: string, column: string, value: string) =>
    copy.run(`UPDATE households SET ${column} = ? WHERE household_id = ?`, value, id);
  const relation = (personId: string, code: string) =>
    copy.run('UPDATE memberships SET relation = ? WHERE person_id = ?', code, personId);
  const leave = (personId: string) =>
    copy.run(`UPDATE memberships SET until_on = '2026-01-01' WHERE person_id = ?`, personId);
  const address = (id: string, column: string, value: string | number) =>
    copy.run(`UPDATE addresses SET ${column} = ? WHERE address_id = ?`, value, id);

  function addEvent(registeredOn: string): void {
    copy.run(
      `INSERT INTO events (event_id, seq, case_id, registered_on, body, hash, state) VALUES (?, 1, ?, ?, ?, 'h', 'waiting')`,
      ...[idOf(900), idOf(901), registeredOn, JSON.stringify({ facts: { acceptanceNumber: '2026-000001' } })],
    );
    copy.run('INSERT INTO outbox (event_id, seq) VALUES (?, 1)', idOf(900));
  }

  function addPaper(kind: string, status: string, validUntil: string, holder = visitor): void {
    copy.run(
      `INSERT INTO migration_papers VALUES (?, ?, '00000001', 2026, '220403010000', '2026-09-01', ?, ?, '', '', '', '', ?, NULL, NULL, 1, NULL)`,
      ...[
        idOf(902),
        kind,
        validUntil,
        JSON.stringify([{ personId: holder, name: '郑外', citizenId: '', relation: '02' }]),
        status,
      ],
    );
  }

  /** A case of this computer that the paper came of. */
  function addCaseOfPaper(addressId: string): void {
    copy.run(
      `INSERT INTO operators (operator_id, login, name, role, password_hash) VALUES ('li', 'li', '李练习', 'clerk', '')`,
    );
    copy.run(
      `INSERT INTO cases (case_id, state, procedure, pack, draft, revision, started_by, saved_at, changed_at)
       VALUES (?, 'closed', 'settle.residence', '', ?, 1, 'li', '', '')`,
      ...[idOf(907), JSON.stringify({ target: { addressId } })],
    );
    copy.run(
      `INSERT INTO happenings VALUES (?, 'register.changed', '220403010000', 'li', ?, 'settle.residence', '', '{}', '', '', '', '', NULL)`,
      ...[idOf(908), idOf(907)],
    );
    copy.run(`INSERT INTO record_history VALUES ('migration-paper', ?, ?, 1, NULL, '{}')`, ...[idOf(902), idOf(908)]);
  }

  function addBlank(status: string, changedOn: string): void {
    copy.run(
      `INSERT INTO blanks VALUES (?, '220403010000', 'household-book', 2026, '000123', ?, NULL, ?, 1, NULL)`,
      ...[idOf(903), status, changedOn],
    );
  }

  /** What the registry told of somebody lately. */
  function learn(personId: string, learntAt: string): void {
    copy.run(
      `INSERT INTO happenings VALUES (?, 'register.changed', '220402010000', NULL, NULL, 'move.in', '', '{}', '2026-11-20', '2026-11-20', ?, ?, NULL)`,
      ...[idOf(904), learntAt, learntAt],
    );
    copy.run(`INSERT INTO record_history VALUES ('person', ?, ?, 1, NULL, '{}')`, personId, idOf(904));
  }

  function holdPerson(citizenId: string, personId = idOf(905)): void {
    copy.run(`INSERT INTO held_records VALUES ('person', ?, 1, ?)`, personId, JSON.stringify({ citizenId }));
  }

  /** Two who were compared. */
  function record(one: string, other: string, outcome: string): void {
    copy.run(
      `INSERT INTO duplicate_findings (person_id, case_id, name, born_on, citizen_id, other_id, outcome, note, operator_id, found_at)
       SELECT person_id, NULL, name, born_on, citizen_id, ?, ?, '', 'li', '2026-11-21T00:00:00Z' FROM persons WHERE person_id = ?`,
      ...[other, outcome, one],
    );
  }

  /** Makes the loner somebody of the name and birth date of the son. */
  const makeTwinOf = (name: string) =>
    person(loner, { name, born_on: '2000-07-03', citizen_id: numberOf('2000-07-03', '1', 77) });

  /** What makes each fault, and whose it is. */
  const spoilt: { readonly [code in FaultCode]: Spoilt } = {
    'household-without-head': [() => household(households.family, 'head_person_id', loner), households.family],
    'household-several-heads': [() => relation(son, '03'), households.family],
    'household-empty': [() => leave(loner), households.loner],
    'household-closed-with-members': [() => household(households.loner, 'status', 'closed'), households.loner],
    'place-of-the-dead': [() => person(loner, { status: 'dead' }), loner],
    'registered-without-place': [() => leave(loner), loner],
    'number-twice': [() => holdPerson(numberOf('1985-01-05', '1', 111)), loner],
    'number-against-birth': [() => person(loner, { born_on: '1985-01-06' }), loner],
    'number-against-sex': [() => person(loner, { sex: '2' }), loner],
    'number-wrong': [() => person(loner, { citizen_id: '220402198501050010' }), loner],
    'same-name-and-birth': [() => makeTwinOf('周晓'), loner],
    'duplicate-open': [
      () => {
        makeTwinOf('周小');
        learn(son, '2026-11-20T00:00:00Z');
      },
      son,
    ],
    'minor-alone': [
      () => person(loner, { born_on: '2012-01-05', citizen_id: numberOf('2012-01-05', '1') }),
      households.loner,
    ],
    'head-is-minor': [
      () => person(father, { born_on: '2012-05-01', citizen_id: numberOf('2012-05-01', '1') }),
      households.family,
    ],
    'relation-against-sex': [() => relation(daughter, '20'), households.family],
    'relation-against-age': [() => relation(daughter, '51'), households.family],
    'spouse-twice': [() => relation(daughter, '12'), households.family],
    'spouse-unmarried': [() => person(mother, { marital_status: '10' }), mother],
    'spouse-one-sided': [() => person(mother, { spouse_id: null }), father],
    'very-old': [() => person(loner, { born_on: '1911-11-21', citizen_id: numberOf('1911-11-21', '1') }), loner],
    'address-unknown': [() => household(households.loner, 'address_id', idOf(77)), households.loner],
    'address-frozen': [() => address(places.lonerRoom, 'is_frozen', 1), households.loner],
    'address-not-room': [() => address(places.lonerRoom, 'level', 'building'), households.loner],
    'photo-missing': [() => person(loner, { photo_id: null }), loner],
    'name-private-use': [() => person(loner, { name: '吴\u{E123}' }), loner],
    'permit-suspended': [
      () => copy.run(`UPDATE permits SET first_issued_on = '2025-11-20' WHERE permit_id = ?`, visitorPermit),
      visitor,
    ],
    'permit-without-residence': [
      () => copy.run(`UPDATE residences SET ended_on = '2026-11-01' WHERE residence_id = ?`, visitorResidence),
      visitor,
    ],
    'residence-of-registered': [
      () => copy.run('UPDATE residences SET person_id = ? WHERE residence_id = ?', loner, visitorResidence),
      loner,
    ],
    'residence-of-the-dead': [() => person(visitor, { status: 'dead' }), visitor],
    'paper-expired': [() => addPaper('move-in-permit', 'issued', '2026-11-21'), idOf(902)],
    'blank-reserved-long': [() => addBlank('reserved', '2026-11-18'), idOf(903)],
    'outbox-old': [() => addEvent('2026-11-14'), idOf(900)],
  };

  return {
    person,
    household,
    relation,
    leave,
    address,
    addEvent,
    addPaper,
    addCaseOfPaper,
    addBlank,
    learn,
    holdPerson,
    record,
    makeTwinOf,
    spoilt,
  };
}
