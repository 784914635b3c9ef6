import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConflictFacts, type Effect, RegisterEvent, type SettlementFacts } from '../../../shared/domain/events.ts';
import { type PlannedSettling, planSettling, type SettlingAsked } from '../../../shared/register/settle-conflict.ts';
import { mergeSides, type ThreeSides } from '../../../shared/register/three-sides.ts';
import { entered, households, idOf, ownStation, people, places, SmallRegister } from '../../fixtures/small-register.ts';

type Change = Parameters<SmallRegister['plan']>;

const hash = '0'.repeat(64);
const newcomer = entered({ name: '郭新', sex: '1', bornOn: '1988-03-04', relation: '02' });
const arrival: Change = ['move-in', { people: [newcomer], target: { household: 'new', addressId: places.emptyRoom } }];
const items = (fields: object): Change => ['change-item', { subject: people.loner, item: 'other', ...fields }];

function eventOf(effects: readonly Effect[], facts: ConflictFacts | SettlementFacts | null = null): RegisterEvent {
  const said = {
    ...{ procedure: 'item.other', acceptanceNumber: 'T-1', registeredOn: '2026-11-22', happenedOn: '2026-11-22' },
    ...{ personIds: [], householdIds: [], details: {} },
  };
  const common = { deviceId: idOf(1), seq: 1, stationCode: ownStation, operatorId: idOf(2), caseId: idOf(3) };
  const kind = facts === null ? 'register.changed' : 'movers' in facts ? 'settlement.registered' : 'conflict.settled';
  const told = { eventId: idOf(9), occurredAt: '2026-11-22T02:00:00.000Z', prevHash: hash, hash };
  return RegisterEvent.parse({ kind, facts: facts ?? said, ...common, ...told, effects });
}

/** An event planned on a register that another window changed before the registry heard of it. */
class Refused {
  readonly small = new SmallRegister();
  readonly #sides: Omit<ThreeSides, 'theirs'>[];
  readonly effects: readonly Effect[];

  constructor(ours: Change, theirs: Change | null) {
    const planned = this.small.plan(...ours);
    if (!planned.ok) throw new Error(planned.refusal.code);
    this.effects = planned.plan.effects;
    this.#sides = this.effects.map(({ kind, id, after }) => ({
      kind,
      id,
      base: this.small.register.find(kind, id)?.data ?? null,
      ours: after,
    }));
    if (theirs !== null) this.small.do(...theirs);
  }

  sides(): ThreeSides[] {
    return this.#sides.map((it) => ({ ...it, theirs: this.small.register.find(it.kind, it.id)?.data ?? null }));
  }

  settle(asked: Partial<SettlingAsked> = {}): PlannedSettling {
    const remedies = { isNumberRenewed: false, addressId: null };
    const given = { event: eventOf(this.effects), sides: this.sides(), picks: [], remedies, ...asked };
    return planSettling(this.small.register, this.small.context, given);
  }
}

const personOf = (planned: PlannedSettling) =>
  planned.ok ? planned.effects.find(({ kind }) => kind === 'person')?.after : planned.refusal;

describe('a refused change of one person', () => {
  const refused = () =>
    new Refused(items({ phone: '13800000001', workplace: '甲' }), items({ phone: '13800000002', occupation: '教师' }));

  it('keeps what only one side changed, and what was confirmed earlier where both did', () => {
    const planned = refused().settle();
    expect(planned).toMatchObject({ ok: true, choice: 'mix' });
    expect(personOf(planned)).toMatchObject({ phone: '13800000002', workplace: '甲', occupation: '教师' });
  });

  it('is based on the version that the registry holds', () => {
    const planned = refused().settle();
    expect(planned.ok && planned.effects).toMatchObject([{ kind: 'person', basedOn: 2 }]);
  });

  it('takes the own side of a clash where that is chosen, and is then sent whole', () => {
    const planned = refused().settle({ picks: [{ id: people.loner, isLeftOut: false, fields: { phone: 'ours' } }] });
    expect(planned).toMatchObject({ ok: true, choice: 'ours' });
    expect(personOf(planned)).toMatchObject({ phone: '13800000001', workplace: '甲', occupation: '教师' });
  });

  it('sends nothing where everything is left to the other side', () => {
    const planned = refused().settle({ picks: [{ id: people.loner, isLeftOut: true, fields: {} }] });
    expect(planned).toMatchObject({ ok: true, choice: 'theirs', effects: [], restates: null });
  });
});

describe('a refused move of somebody who died meanwhile', () => {
  const refused = () =>
    new Refused(
      [
        'move-out',
        { subject: people.son, memberIds: [people.son], toDivision: '220106', toAddress: '长春', reason: 'work' },
      ],
      ['cancel-person', { subject: people.son, reason: 'death', endedOn: '2026-11-20' }],
    );

  it('leaves the dead dead where nothing is chosen', () => {
    const planned = refused().settle();
    expect(planned.ok && planned.effects.some(({ kind }) => kind === 'person')).toBe(false);
  });

  it('is refused with the register’s sentence where it would give the dead a place again', () => {
    const membershipId = refused().effects.find(({ kind }) => kind === 'membership')?.id ?? '';
    const both = refused();
    const before = both.small.register.find('membership', membershipId)?.data;
    if (!before) throw new Error('the place is there');
    const sides = both
      .sides()
      .map((it) => (it.id === membershipId ? { ...it, ours: { ...before, untilOn: null } } : it));
    const picks = [{ id: membershipId, isLeftOut: false, fields: { untilOn: 'ours' as const } }];
    expect(both.settle({ sides, picks })).toMatchObject({ ok: false, refusal: { code: 'person-still-registered' } });
  });
});

describe('a household opened at an address that was frozen meanwhile', () => {
  it('is refused there, and sent to another address without another case', () => {
    const refused = new Refused(arrival, null);
    const room = refused.small.register.find('address', places.emptyRoom)?.data;
    if (!room) throw new Error('the room is there');
    refused.small.register.take('address', { ...room, isFrozen: true });
    expect(refused.settle()).toMatchObject({ ok: false, refusal: { code: 'address-frozen' } });
    const remedies = { isNumberRenewed: false, addressId: places.lonerRoom };
    const planned = refused.settle({ remedies });
    expect(planned).toMatchObject({ ok: true, choice: 'mix' });
    expect(planned.ok && planned.effects.find(({ kind }) => kind === 'household')?.after).toMatchObject({
      addressId: places.lonerRoom,
    });
  });

  it('gets another number of the block where the first is taken; without a block that is said', () => {
    const refused = new Refused(arrival, null);
    const before = refused.effects.find(({ kind }) => kind === 'household')?.after;
    const remedies = { isNumberRenewed: true, addressId: null };
    const planned = refused.settle({ remedies });
    const after = planned.ok && planned.effects.find(({ kind }) => kind === 'household')?.after;
    expect(after).toMatchObject({ status: 'open' });
    expect(after).not.toMatchObject({ number: (before as { number: string }).number });
    refused.small.numbers.household = null;
    expect(refused.settle({ remedies })).toMatchObject({ ok: false, refusal: { code: 'numbers-exhausted' } });
  });
});

describe('a settlement that is sent again', () => {
  it('counts those who are sent, and where they go', () => {
    const refused = new Refused(arrival, null);
    const [mover] = refused.effects.filter(({ kind }) => kind === 'person');
    const [opened] = refused.effects.filter(({ kind }) => kind === 'household');
    const facts: SettlementFacts = {
      ...{ procedure: 'settle.residence', acceptanceNumber: 'T-1', registeredOn: '2026-11-01' },
      destination: { division: '220402', urbanRural: 'rural' },
      movers: [mover?.id ?? '', idOf(777)].map((personId) => ({ personId, fromDivision: null, fromClass: null })),
      householdId: opened?.id ?? '',
      isNewHousehold: true,
    };
    const planned = refused.settle({ event: eventOf(refused.effects, facts) });
    expect(planned).toMatchObject({
      restates: { movers: [{ personId: mover?.id }], registeredOn: '2026-11-22', isNewHousehold: true },
    });
  });
});

describe('a reversal', () => {
  it('is never sent again', () => {
    const refused = new Refused(items({ phone: '13800000001' }), items({ workplace: '乙' }));
    const { eventId, ...rest } = eventOf(refused.effects);
    const facts = { reversedEventId: idOf(8), procedure: 'item.other', registeredOn: '2026-11-22', reason: '误录' };
    const event = RegisterEvent.parse({ ...rest, eventId, kind: 'event.reversed', facts });
    expect(refused.settle({ event })).toMatchObject({ ok: false, refusal: { code: 'event-built-upon' } });
  });
});

describe('merging any two versions of a household', () => {
  it('takes each field from one side, and from nowhere else', () => {
    const small = new SmallRegister();
    const base = small.household(households.family);
    const version = fc.record({
      unitName: fc.constantFrom(null, '甲', '乙'),
      number: fc.constantFrom('010000001', '010000009'),
    });
    const side = fc.constantFrom('ours' as const, 'theirs' as const);
    const property = fc.property(
      version,
      version,
      fc.dictionary(fc.constantFrom('unitName', 'number'), side),
      (a, b, fields) => {
        const sides: ThreeSides = {
          kind: 'household',
          id: base.householdId,
          base,
          ours: { ...base, ...a },
          theirs: { ...base, ...b },
        };
        const merged = { ...mergeSides(sides, { id: base.householdId, isLeftOut: false, fields }) } as Record<
          string,
          unknown
        >;
        return (['unitName', 'number'] as const).every((field) => {
          const asked = fields[field];
          if (asked !== undefined) return merged[field] === (asked === 'ours' ? a : b)[field];
          const isOnlyOurs = b[field] === base[field];
          return merged[field] === (isOnlyOurs ? a : b)[field];
        });
      },
    );
    fc.assert(property);
  });
});
