import type { Effect } from '../../../shared/domain/events.ts';
import { makeHouseholdNumber } from '../../../shared/domain/household-number.ts';
import { household } from '../../fixtures/register-records.ts';
import type { City } from '../city.ts';
import { type Clause, equal } from '../clause.ts';
import {
  effectOf,
  inventedBlank,
  inventedCertificate,
  inventedCitizenId,
  inventedPaper,
  inventedPermit,
  inventedPerson,
  inventedPlace,
  inventedResidence,
} from '../invented.ts';
import { outcomeWord } from '../kit-device.ts';

interface Claim {
  readonly id: string;
  readonly says: string;
  readonly reason: 'person-elsewhere' | 'number-taken';
  /** What is made first, then what claims the same; the last may be taken once the claim is given up by `freeing`. */
  make(city: City): Promise<{ first: Effect[]; same: Effect[]; freeing?: Effect[]; refusedId: string }>;
}

async function someone({ a }: City) {
  const person = inventedPerson();
  await a.make([effectOf('person', person)]);
  return person;
}

const claims: readonly Claim[] = [
  {
    id: 'P39',
    says: 'the citizen number is one person’s',
    reason: 'person-elsewhere',
    make: async () => {
      const [one, two] = [inventedPerson(), inventedPerson()];
      const same = { ...two, citizenId: one.citizenId };
      const freeing = [effectOf('person', { ...one, citizenId: inventedCitizenId() }, 1)];
      return { first: [effectOf('person', one)], same: [effectOf('person', same)], freeing, refusedId: same.personId };
    },
  },
  {
    id: 'P40',
    says: 'a 户号 is one household’s in its station',
    reason: 'number-taken',
    make: async ({ a, atA }) => {
      const first = await a.settling(atA.addressId, { citizenId: inventedCitizenId() });
      const house = first.find(({ kind }) => kind === 'household');
      const number = house?.kind === 'household' ? house.after.number : '';
      const same = await a.settling(atA.addressId, { citizenId: inventedCitizenId(), number });
      return { first, same, refusedId: same[1]?.id ?? '' };
    },
  },
  {
    id: 'P41',
    says: 'a person has one place',
    reason: 'person-elsewhere',
    make: async (city) => {
      const { a, atA } = city;
      const first = await a.settling(atA.addressId, { citizenId: inventedCitizenId() });
      const [mover, , place] = first;
      const neighbour = await a.settling(atA.addressId, { citizenId: inventedCitizenId() });
      await a.make(neighbour);
      if (mover?.kind !== 'person' || place?.kind !== 'membership') throw new Error('effects');
      const second = inventedPlace({ householdId: neighbour[1]?.id ?? '' }, mover.after);
      const freeing = [effectOf('membership', { ...place.after, untilOn: '2026-11-22' }, 1)];
      return { first, same: [effectOf('membership', second)], freeing, refusedId: mover.id };
    },
  },
  {
    id: 'P42',
    says: 'a person has one open residence',
    reason: 'number-taken',
    make: async (city) => {
      const { personId } = await someone(city);
      const [one, two] = [1, 2].map(() => inventedResidence(city.trial.station, city.atA.addressId, personId));
      if (!one || !two) throw new Error('two');
      const freeing = [effectOf('residence', { ...one, endedOn: '2026-11-22', endReason: 'moved-away' }, 1)];
      return {
        first: [effectOf('residence', one)],
        same: [effectOf('residence', two)],
        freeing,
        refusedId: two.residenceId,
      };
    },
  },
  {
    id: 'P43',
    says: 'a person has one active permit',
    reason: 'number-taken',
    make: async (city) => {
      const { personId } = await someone(city);
      const residence = inventedResidence(city.trial.station, city.atA.addressId, personId);
      await city.a.make([effectOf('residence', residence)]);
      const [one, two] = [inventedPermit(residence), inventedPermit(residence)];
      const freeing = [effectOf('permit', { ...one, status: 'replaced', endedOn: '2026-11-22' }, 1)];
      return { first: [effectOf('permit', one)], same: [effectOf('permit', two)], freeing, refusedId: two.permitId };
    },
  },
  {
    id: 'P44',
    says: 'kind, print year and number are one migration paper’s',
    reason: 'number-taken',
    make: async ({ trial }) => {
      const one = inventedPaper(trial.station);
      const two = inventedPaper(trial.station, { number: one.number });
      return {
        first: [effectOf('migration-paper', one)],
        same: [effectOf('migration-paper', two)],
        refusedId: two.paperId,
      };
    },
  },
  {
    id: 'P45',
    says: 'station and number are one certificate’s',
    reason: 'number-taken',
    make: async (city) => {
      const { personId } = await someone(city);
      const [one, two] = [
        inventedCertificate(city.trial.station, personId),
        inventedCertificate(city.trial.station, personId),
      ];
      const same = { ...two, number: one.number };
      return {
        first: [effectOf('certificate', one)],
        same: [effectOf('certificate', same)],
        refusedId: two.certificateId,
      };
    },
  },
  {
    id: 'P46',
    says: 'form, print year and number are one blank’s',
    reason: 'number-taken',
    make: async ({ trial }) => {
      const [one, two] = [inventedBlank(trial.station), inventedBlank(trial.station)];
      const same = { ...two, number: one.number };
      return { first: [effectOf('blank', one)], same: [effectOf('blank', same)], refusedId: two.blankId };
    },
  },
];

async function checkClaim(city: City, { make, reason, says }: Claim): Promise<void> {
  const { first, same, freeing, refusedId } = await make(city);
  await city.a.make(first);
  const [refusal] = await city.a.take(city.a.next(same));
  const expected = { outcome: 'rejected', reason, recordId: refusedId };
  equal(`claimed twice: ${says}`, refusal && { ...refusal, eventId: undefined }, { ...expected, eventId: undefined });
  if (!freeing) return;
  await city.a.make(freeing);
  await city.a.make(same);
}

/** Records, their versions, and what no two of them hold at a time. */
export const recordRules: readonly Clause[] = [
  {
    id: 'P38',
    says: '`version` counts from 1, and each confirmed event raises it by one',
    check: async ({ a }) => {
      const person = inventedPerson();
      const versions = [];
      for (const basedOn of [0, 1, 2]) {
        const [outcome] = await a.take(a.next([effectOf('person', { ...person, name: `符${basedOn}` }, basedOn)]));
        versions.push(outcome?.outcome === 'confirmed' ? outcome.versions : outcome);
      }
      equal(
        'three events',
        versions,
        [1, 2, 3].map((version) => [{ id: person.personId, version }]),
      );
    },
  },
  ...claims.map((claim): Clause => ({ id: claim.id, says: claim.says, check: (city) => checkClaim(city, claim) })),
  {
    id: 'P47',
    says: 'a 户号 is three digits of the unit code and a serial of six',
    check: async ({ a, atA, trial }) => {
      const { from } = await a.lease('household-number', 1);
      const right = makeHouseholdNumber(trial.station, from);
      const unit = right.startsWith('999') ? '998' : '999';
      const effects = await a.settling(atA.addressId, {
        citizenId: inventedCitizenId(),
        number: unit + right.slice(3),
      });
      const [outcome] = await a.take(a.next(effects));
      equal('a number of another unit, its serial leased', outcomeWord(outcome), 'lease');
      const mover = inventedPerson();
      const house = household({
        stationCode: trial.station,
        addressId: atA.addressId,
        headPersonId: mover.personId,
        number: right,
      });
      await a.make([
        effectOf('person', mover),
        effectOf('household', house),
        effectOf('membership', inventedPlace(house, mover)),
      ]);
    },
  },
];
