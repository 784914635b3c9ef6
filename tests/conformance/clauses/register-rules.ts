import { uuidv7 } from 'uuidv7';
import type { PushOutcome } from '../../../shared/contract/registry.ts';
import type { Effect } from '../../../shared/domain/events.ts';
import { makeHouseholdNumber } from '../../../shared/domain/household-number.ts';
import type { Household } from '../../../shared/domain/records.ts';
import { address } from '../../fixtures/register-records.ts';
import { type Clause, equal } from '../clause.ts';
import { effectOf, inventedBlank, inventedCitizenId, inventedPerson, inventedPlace } from '../invented.ts';
import type { KitDevice } from '../kit-device.ts';
import { arrival, left, settled } from './homes.ts';

async function refusal(device: KitDevice, effects: readonly Effect[], change = {}): Promise<unknown> {
  const [outcome] = await device.take(device.next(effects, change));
  return shortOf(outcome);
}

function shortOf(outcome: PushOutcome | undefined): unknown {
  return outcome?.outcome === 'rejected' ? [outcome.reason, outcome.recordId] : outcome?.outcome;
}

async function checkRefusals(
  device: KitDevice,
  reason: string,
  cases: Readonly<Record<string, readonly Effect[]>>,
  of = 0,
) {
  for (const [what, effects] of Object.entries(cases))
    equal(what, await refusal(device, effects), [reason, effects.at(of)?.id]);
}

/** What a station may touch: step 5. */
export const scopeRules: readonly Clause[] = [
  {
    id: 'P62',
    says: 'step 5: `scope` for what is another station’s, an address, another id than the record’s own, a record twice, a place in nothing',
    check: async ({ a, b, atA, atB, trial }) => {
      const home = await settled(a, atA.addressId);
      const { from } = await b.lease('household-number', 1);
      const number = makeHouseholdNumber(trial.otherStation, from);
      const [one, stranger] = [inventedPerson(), inventedPerson()];
      const misnamed = { ...effectOf('person', one), id: uuidv7() };
      const ownHouse = { ...home.house, householdId: uuidv7(), number };
      await checkRefusals(b, 'scope', {
        'an address': [effectOf('address', { ...atB, isFrozen: !atB.isFrozen }, 1)],
        'another station’s household': [effectOf('household', { ...home.house, closedOn: '2026-11-22' }, 1)],
        'another station’s household taken over': [
          effectOf('household', { ...home.house, stationCode: trial.otherStation }, 1),
        ],
        'a new household of another station': [effectOf('household', ownHouse)],
        'another station’s place ended': [left(home.place)],
        'a blank of another station': [effectOf('blank', inventedBlank(trial.station))],
        'a record under another id': [misnamed],
        'a record twice': [effectOf('person', one), effectOf('person', { ...one, name: '符再' })],
        'a place in no household': [effectOf('membership', inventedPlace({ householdId: uuidv7() }, home.person))],
        'a place for nobody': [effectOf('membership', inventedPlace(home.house, stranger))],
      });
      const foreign = await refusal(b, [effectOf('person', one)], { stationCode: trial.station });
      equal('an event of another station', foreign, ['scope', null]);
    },
  },
  {
    id: 'P63',
    says: 'the station of arrival ends the place and closes the household left, in the same event only',
    check: async (city) => {
      const { b } = city;
      const { from, effects } = await arrival(city);
      equal('the leaving without the arrival', await refusal(b, [left(from.place)]), [
        'scope',
        from.place.membershipId,
      ]);
      equal('both in one event', await refusal(b, effects), 'confirmed');
    },
  },
  {
    id: 'P64',
    says: 'a reversal may change again what the event it undoes had made of another station’s records',
    check: async (city) => {
      const { b } = city;
      const { from, to, effects } = await arrival(city);
      const moved = await b.make(effects);
      const back = [
        left(to.place),
        effectOf('household', { ...to.house, status: 'closed', closedOn: '2026-11-23' }, 1),
        effectOf('membership', from.place, 2),
        effectOf('household', from.house, 2),
      ];
      const facts = {
        reversedEventId: moved.eventId,
        procedure: 'settle.residence',
        registeredOn: '2026-11-23',
        reason: '录入有误',
      };
      const unnamed = { ...facts, reversedEventId: uuidv7() };
      equal(
        'undone as if by another',
        (await refusal(b, back, { kind: 'event.reversed', facts: unnamed })) !== 'confirmed',
        true,
      );
      equal('undone', await refusal(b, back, { kind: 'event.reversed', facts }), 'confirmed');
    },
  },
];

async function closedHome(device: KitDevice, addressId: string): Promise<Household> {
  const { house, place } = await settled(device, addressId);
  const closed = { ...house, status: 'closed' as const, closedOn: '2026-11-22' };
  await device.make([left(place), effectOf('household', closed, 1)]);
  return closed;
}

/** The rules of the register: step 7. */
export const registerRules: readonly Clause[] = [
  {
    id: 'P66',
    says: 'step 7: `lease` for a new 户号 outside the station’s blocks',
    check: async ({ a, b, atA, trial }) => {
      const last = makeHouseholdNumber(trial.station, 999_999);
      const never = await a.settling(atA.addressId, { citizenId: inventedCitizenId(), number: last });
      const { from } = await b.lease('household-number', 1);
      await checkRefusals(a, 'lease', { 'a number never leased': never }, 1);
      const own = makeHouseholdNumber(trial.station, from);
      const { until } = await a.lease('household-number', 1);
      if (from > until)
        await checkRefusals(
          a,
          'lease',
          {
            'another station’s serial': await a.settling(atA.addressId, {
              citizenId: inventedCitizenId(),
              number: own,
            }),
          },
          1,
        );
    },
  },
  {
    id: 'P67',
    says: 'step 7: `address-unknown`, and `scope` for another station’s address',
    check: async ({ a, atB }) => {
      const nowhere = await a.settling(address().addressId, { citizenId: inventedCitizenId() });
      await checkRefusals(a, 'address-unknown', { 'an address that is not there': nowhere }, 1);
      const elsewhere = await a.settling(atB.addressId, { citizenId: inventedCitizenId() });
      await checkRefusals(a, 'scope', { 'another station’s address': elsewhere }, 1);
    },
  },
  {
    id: 'P107',
    says: 'step 7: `address-frozen`',
    needs: ['frozen'],
    check: async ({ a, frozen }) => {
      if (!frozen) return;
      const effects = await a.settling(frozen.addressId, { citizenId: inventedCitizenId() });
      await checkRefusals(a, 'address-frozen', { 'an address that is frozen': effects }, 1);
    },
  },
  {
    id: 'P68',
    says: 'step 7: `household-closed` for moving into a closed household',
    check: async ({ a, atA }) => {
      const house = await closedHome(a, atA.addressId);
      const mover = inventedPerson();
      const effects = [effectOf('person', mover), effectOf('membership', inventedPlace(house, mover))];
      await checkRefusals(a, 'household-closed', { 'a place in one': effects }, 1);
    },
  },
  {
    id: 'P69',
    says: 'step 7: `person-elsewhere` names the person, `number-taken` the record',
    check: async ({ a, b, atA, atB }) => {
      const { person } = await settled(a, atA.addressId);
      const other = await settled(b, atB.addressId);
      const second = effectOf('membership', inventedPlace(other.house, person));
      equal('a second place', await refusal(b, [second]), ['person-elsewhere', person.personId]);
      const twin = await b.settling(atB.addressId, { citizenId: person.citizenId });
      await checkRefusals(b, 'person-elsewhere', { 'the same citizen number': twin });
      const taken = await b.settling(atB.addressId, { citizenId: inventedCitizenId(), number: other.house.number });
      await checkRefusals(b, 'number-taken', { 'a 户号 of another household': taken }, 1);
    },
  },
  {
    id: 'P70',
    says: 'step 7: `scope` for a person who lives at another station, but links to relatives and marital status may change',
    check: async ({ a, b, atA }) => {
      const { person } = await settled(a, atA.addressId);
      const renamed = effectOf('person', { ...person, name: '符他' }, 1);
      equal('the name', await refusal(b, [renamed]), ['scope', person.personId]);
      const widowed = { ...person, maritalStatus: '30', spouseId: null, fatherId: uuidv7() };
      equal('links', await refusal(b, [effectOf('person', widowed, 1)]), 'confirmed');
    },
  },
];
