import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  households,
  idOf,
  numberOf,
  people,
  visitorPermit,
  visitorResidence,
} from '../../../fixtures/small-register.ts';
import { WellKeptCopy } from '../../../fixtures/well-kept-copy.ts';
import { spoilerOf } from './spoiler.ts';

const copy = new WellKeptCopy();
beforeEach(() => copy.begin());
afterEach(() => copy.rollBack());
afterAll(() => copy.discard());

const { father, mother, son, daughter, loner, keeper, visitor } = people;
const { person, household, relation, leave, addEvent, addPaper, addBlank, learn, holdPerson, record, makeTwinOf } =
  spoilerOf(copy);

describe('other ways of the same fault', () => {
  const others: Readonly<Record<string, readonly [spoil: () => void, ...faults: string[]]>> = {
    'a head in name whose relation is another one': [
      () => relation(loner, '99'),
      `household-without-head ${households.loner}`,
    ],
    'a head who is single beside a spouse': [
      () => person(father, { marital_status: '10' }),
      `spouse-unmarried ${father}`,
    ],
    'a spouse who died': [
      () => {
        person(mother, { status: 'dead' });
        leave(mother);
      },
      `spouse-one-sided ${father}`,
    ],
    'a character of the supplementary private use area': [
      () => person(loner, { name: '吴\u{F0001}' }),
      `name-private-use ${loner}`,
    ],
    'a permit whose residence is not in this copy': [
      () => copy.run('DELETE FROM residences WHERE residence_id = ?', visitorResidence),
      `permit-without-residence ${visitor}`,
    ],
    'an empty household, where no minor is alone': [
      () => leave(loner),
      `household-empty ${households.loner}`,
      `registered-without-place ${loner}`,
    ],
    'somebody whom two households had before': [
      () => {
        leave(loner);
        copy.run(
          `INSERT INTO memberships VALUES (?, ?, ?, '99', '2010-01-01', '2015-01-01', 1, NULL)`,
          ...[idOf(906), households.other, loner],
        );
      },
      `household-empty ${households.loner}`,
      `registered-without-place ${loner}`,
    ],
  };

  it.each(Object.keys(others))('%s', (name) => {
    const [spoil, ...faults] = others[name] ?? expect.unreachable();
    spoil();
    expect(copy.faults()).toEqual(faults);
  });

  it('somebody whose last household was at another station is that station’s', () => {
    leave(loner);
    copy.run(
      `INSERT INTO memberships VALUES (?, ?, ?, '99', '2026-02-01', '2026-03-01', 1, NULL)`,
      ...[idOf(906), households.other, loner],
    );
    expect(copy.faults()).toEqual([`household-empty ${households.loner}`]);
  });
});

describe('what is no fault', () => {
  const harmless: Readonly<Record<string, () => void>> = {
    'a head of a small collective household (03)': () => relation(keeper, '03'),
    'a spouse who is not in this copy': () => {
      person(mother, { spouse_id: idOf(55) });
      person(father, { spouse_id: idOf(56) });
    },
    'a newer record of the same person that waits aside': () => holdPerson(numberOf('1985-01-05', '1', 111), loner),
    'a head who is of age today': () =>
      person(loner, { born_on: '2008-11-22', citizen_id: numberOf('2008-11-22', '1') }),
    'somebody of 115': () => person(loner, { born_on: '1911-11-22', citizen_id: numberOf('1911-11-22', '1') }),
    'a permit on the last day of its year': () =>
      copy.run(`UPDATE permits SET first_issued_on = '2025-11-22' WHERE permit_id = ?`, visitorPermit),
    'a move-in permit that is used': () => addPaper('move-in-permit', 'used', '2026-11-21'),
    'a move-in permit on its last day': () => addPaper('move-in-permit', 'issued', '2026-11-22'),
    'a migration certificate that was used elsewhere': () => addPaper('migration-certificate', 'issued', '2026-11-21'),
    'a blank reserved three days ago': () => addBlank('reserved', '2026-11-19'),
    'a blank in stock': () => addBlank('stocked', '2026-01-01'),
    'an event that waits for a week': () => addEvent('2026-11-15'),
    'one name and birth date, but man and woman': () =>
      person(keeper, { name: '周晓', born_on: '2000-07-03', citizen_id: numberOf('2000-07-03', '2', 77) }),
    'two who were found to be different': () => {
      makeTwinOf('周晓');
      record(son, loner, 'different');
    },
    'two of similar name who were found to be different': () => {
      makeTwinOf('周小');
      learn(son, '2026-11-20T00:00:00Z');
      record(loner, son, 'different');
    },
    'two of similar name whom this copy has known for long': () => {
      makeTwinOf('周小');
      learn(son, '2026-10-20T00:00:00Z');
    },
    'a residence registration that has ended': () => {
      copy.run(`UPDATE residences SET ended_on = '2026-11-01'`);
      copy.run(`UPDATE permits SET status = 'cancelled', ended_on = '2026-11-01'`);
      person(visitor, { status: 'dead' });
    },
  };

  it.each(Object.keys(harmless))('%s', (name) => {
    harmless[name]?.();
    expect(copy.faults()).toEqual([]);
  });
});

describe('one name, sex and birth date', () => {
  it('is a fault in one household, too, and each pair is listed once', () => {
    person(daughter, { name: '周晓', sex: '1', born_on: '2000-07-03', citizen_id: numberOf('2000-07-03', '1', 77) });
    relation(daughter, '20');
    expect(copy.faults()).toEqual([`same-name-and-birth ${daughter}`]);
  });

  it('is listed under the one who is here where the other one is at another station', () => {
    makeTwinOf('周晓');
    household(households.loner, 'station_code', '220402010000');
    expect(copy.faults()).toEqual([`same-name-and-birth ${son}`]);
  });
});

describe('the days a sweep counts from', () => {
  it('makes somebody born on 29 February of age on 28 February, as everywhere', () => {
    person(loner, { born_on: '2008-02-29', citizen_id: numberOf('2008-02-29', '1') });
    expect(copy.faults('2026-02-27')).toContain(`minor-alone ${households.loner}`);
    expect(copy.faults('2026-02-28')).not.toContain(`minor-alone ${households.loner}`);
  });
});

describe('what is open between two people', () => {
  it.each(['same', 'unsure'])('stays on the list while both stand in the register: %s', (outcome) => {
    makeTwinOf('周晓');
    record(son, loner, outcome);
    expect(copy.faults()).toEqual([`duplicate-open ${son}`]);
    person(loner, { status: 'cancelled' });
    leave(loner);
    expect(copy.faults().filter((fault) => fault.startsWith('duplicate'))).toEqual([]);
  });

  it('is what was recorded last', () => {
    makeTwinOf('周晓');
    record(son, loner, 'unsure');
    record(loner, son, 'different');
    expect(copy.faults()).toEqual([]);
  });
});
