import { describe, expect, it } from 'vitest';
import { EventLog } from '../../fixtures/event-log.ts';
import { entered, households, numberOf, people, picked, places, SmallRegister } from '../../fixtures/small-register.ts';
import { breachesOf } from '../../fixtures/spoilt-register.ts';

const newcomer = entered({
  name: '郭新',
  sex: '1',
  bornOn: '1988-03-04',
  relation: '02',
  fromDivision: '210404',
  fromClass: 'rural',
});
const toEmptyRoom = { household: 'new', addressId: places.emptyRoom } as const;
const sonOut = {
  subject: people.son,
  memberIds: [people.son],
  toDivision: '220106',
  toAddress: '长春',
  reason: 'work',
};

function logOf(): EventLog {
  return new EventLog(new SmallRegister());
}

/** The register's records as they stand, without versions. */
function contents({ small }: EventLog): string {
  return small.register.export().replaceAll(/,"version":\d+/g, '');
}

describe('a reversal', () => {
  it('puts everybody back who moved inside the city, and closes the household they had opened', () => {
    const log = logOf();
    const movers = [picked(log.small, people.old, '02'), picked(log.small, people.wifeOfOld, '12')];
    const number = log.do('move-within', { people: movers, target: toEmptyRoom });
    const opened = log.small.placeOf(people.old) ?? '';
    log.reverse(number);
    expect(log.small.members(households.other)).toEqual(['王老 02', '赵氏 12'].sort());
    expect(log.small.household(households.other)).toMatchObject({ status: 'open', closedOn: null });
    expect(log.small.household(opened)).toMatchObject({ status: 'closed', closedOn: '2026-11-22' });
    expect(log.small.members(opened)).toEqual([]);
    expect(breachesOf(log.small)).toEqual([]);
  });

  it('gives back the head and every relation', () => {
    const log = logOf();
    const before = contents(log);
    const number = log.do('change-head', { subject: households.family, newHeadId: people.mother });
    expect(contents(log)).not.toBe(before);
    log.reverse(number);
    expect(contents(log)).toBe(before);
  });

  it('makes the certificates of a move void and registers the mover again', () => {
    const log = logOf();
    log.reverse(log.do('move-out', sonOut));
    expect(log.small.placeOf(people.son)).toBe(households.family);
    expect(log.small.person(people.son)).toMatchObject({ status: 'registered', endedOn: null, hukouDivision: null });
    expect(log.small.register.listAll('migration-paper').map(({ data }) => data.status)).toEqual(['void']);
  });

  it('leaves somebody new as registered where they came from, a newborn as cancelled', () => {
    const log = logOf();
    log.reverse(log.do('move-in', { people: [newcomer], target: toEmptyRoom }));
    const [mover] = log.small.register.list('person', 'citizenId', newcomer.citizenId ?? '');
    expect(mover?.data).toMatchObject({
      status: 'elsewhere',
      hukouDivision: '210404',
      hukouClass: 'rural',
      endReason: '登记已冲销',
    });
    const unknown = { ...newcomer, name: '郭幼', fromDivision: null, citizenId: numberOf('1988-03-04', '1', 5) };
    log.reverse(log.do('move-in', { people: [unknown], target: toEmptyRoom }));
    const [other] = log.small.register.list('person', 'citizenId', unknown.citizenId);
    expect(other?.data).toMatchObject({ status: 'cancelled', endedOn: '2026-11-22' });
    expect(log.small.household(households.family).status).toBe('open');
    expect(breachesOf(log.small)).toEqual([]);
  });

  it('gives a visitor the permit back that settling had ended', () => {
    const log = logOf();
    log.reverse(log.do('move-in', { people: [picked(log.small, people.visitor, '02')], target: toEmptyRoom }));
    expect(log.small.person(people.visitor)).toMatchObject({ status: 'elsewhere', hukouDivision: '210404' });
    expect(log.small.register.listAll('permit')[0]?.data).toMatchObject({ status: 'active', endedOn: null });
  });

  it('makes a reissued book void and the one before it valid again', () => {
    const log = logOf();
    const lost = { subject: households.family, paper: 'household-book', cause: 'lost' };
    log.do('reissue-paper', lost);
    log.reverse(log.do('reissue-paper', lost));
    expect(log.small.register.listAll('certificate').map(({ data }) => data.status)).toEqual(['issued', 'void']);
  });

  it('lets what was wrong be done again rightly', () => {
    const log = logOf();
    log.reverse(log.do('move-in', { people: [newcomer], target: toEmptyRoom }));
    log.do('move-in', { people: [newcomer], target: toEmptyRoom });
    const [mover] = log.small.register.list('person', 'citizenId', newcomer.citizenId ?? '');
    expect(mover?.data.status).toBe('registered');
  });
});

describe('a reversal is refused', () => {
  it('after the days that the pack allows', () => {
    const log = logOf();
    const number = log.do('move-out', sonOut);
    log.small.today = '2026-12-22';
    expect(log.refusal(number)).toBeNull();
    log.small.today = '2026-12-23';
    expect(log.refusal(number)).toBe('event-too-old');
  });

  it('when somebody else has joined the household since', () => {
    const log = logOf();
    const number = log.do('move-in', { people: [newcomer], target: toEmptyRoom });
    const [opened] = log.small.register.list('household', 'addressId', places.emptyRoom);
    const target = { household: 'join', householdId: opened?.data.householdId };
    log.do('move-within', { people: [picked(log.small, people.loner, '97')], target });
    expect(log.refusal(number)).toBe('event-built-upon');
    log.reverse(1);
    log.reverse(number);
    expect(log.small.household(opened?.data.householdId ?? '').status).toBe('closed');
  });

  it('when the record was changed since, and possible again after the later event was reversed', () => {
    const log = logOf();
    const first = log.do('move-out', sonOut);
    const second = log.do('move-in', {
      people: [picked(log.small, people.son, '99')],
      target: { household: 'join', householdId: households.unit },
    });
    expect(log.refusal(first)).toBe('event-built-upon');
    log.reverse(second);
    log.reverse(first);
    expect(log.small.placeOf(people.son)).toBe(households.family);
    expect(breachesOf(log.small)).toEqual([]);
  });

  it('when relations were counted from the head that it made', () => {
    const log = logOf();
    const number = log.do('change-head', { subject: households.family, newHeadId: people.mother });
    log.do('move-in', {
      people: [{ ...newcomer, relation: '97' }],
      target: { household: 'join', householdId: households.family },
    });
    expect(log.refusal(number)).toBe('event-built-upon');
  });

  it('when a certificate was issued about the person it entered', () => {
    const log = logOf();
    const number = log.do('move-in', { people: [newcomer], target: toEmptyRoom });
    const [mover] = log.small.register.list('person', 'citizenId', newcomer.citizenId ?? '');
    log.do('reissue-paper', { subject: mover?.data.personId, paper: 'household-book', cause: 'lost' });
    expect(log.refusal(number)).toBe('event-built-upon');
  });

  it('when the number it would give back is another person’s now', () => {
    const log = logOf();
    const former = log.small.person(people.loner);
    const changed = { ...former, citizenId: numberOf('1985-01-05', '1', 77) };
    const effect = { kind: 'person', id: people.loner, basedOn: 1, after: changed } as const;
    const number = log.take('change-item', {
      effects: [effect],
      note: { happenedOn: log.small.today, details: {} },
      warnings: [],
    });
    log.small.addPerson(people.gone, {
      ...log.small.person(people.gone),
      sex: '1',
      bornOn: former.bornOn,
      citizenId: former.citizenId,
    });
    expect(log.refusal(number)).toBe('number-taken');
  });

  it('a second time, for a reversal itself, before confirmation, and at another station', () => {
    const log = logOf();
    const number = log.do('move-out', sonOut);
    const { event } = log.logged[number] ?? {};
    expect(log.refusal(number, { state: 'waits' })).toBe('event-unconfirmed');
    expect(event && log.refusal(number, { event: { ...event, stationCode: '220402010000' } })).toBe(
      'event-other-station',
    );
    log.reverse(number);
    expect(log.refusal(number)).toBe('event-already-reversed');
    expect(log.refusal(number + 1)).toBe('event-is-reversal');
  });
});
