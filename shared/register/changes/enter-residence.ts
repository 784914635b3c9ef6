import { z } from 'zod';
import { CitizenId, RecordId } from '../../domain/records.ts';
import { Residence } from '../../domain/residence-records.ts';
import { defineChange } from '../change.ts';
import { EnteredPerson } from '../entered.ts';
import { getHomeAddress } from '../joining.ts';
import { refuse } from '../refusal.ts';
import { findUnbrokenStart } from '../residences.ts';
import { knowResident } from '../residents.ts';

/** A relation to a head of household says nothing of someone who stays registered elsewhere. */
const Resident = EnteredPerson.extend({ citizenId: CitizenId, relation: z.string().nullish() });

/** Keys that all of a residence registration's pages ask for in the same way. */
export const residenceFields = {
  addressId: { kind: 'address' },
  basis: { kind: 'choice', values: Residence.shape.basis.options },
  purpose: { kind: 'choice', values: Residence.shape.purpose.options },
  landlord: { kind: 'text' },
  employer: { kind: 'text' },
} as const;

/**
 * 居住登记 (C46; N21 §58–60, in force 2021-10-01): people registered in another city are entered at an address of this station. The half year
 * for the permit counts from here (Jilin, since 2017-10-01), and goes on counting where an earlier registration in the city ended the day before.
 */
export const enterResidence = defineChange({
  effect: 'enter-residence',
  input: z.strictObject({
    subject: RecordId.nullish(),
    people: z.array(Resident).min(1).max(20),
    addressId: RecordId,
    basis: Residence.shape.basis,
    purpose: Residence.shape.purpose,
    landlord: z.string().trim().max(50).default(''),
    employer: z.string().trim().max(80).default(''),
  }),
  fields: residenceFields,
  plan(bench, input) {
    const { people, addressId, basis, purpose } = input;
    const { today, stationCode } = bench.context;
    const { division } = getHomeAddress(bench, addressId, 'addressId');
    const twice = people.find((one, index) => people.findIndex((each) => each.citizenId === one.citizenId) !== index);
    if (twice) refuse('person-entered-twice', 'people', { name: twice.name });
    for (const { relation: _, ...entered } of people) {
      const personId = knowResident(bench, entered, division);
      bench.put('residence', {
        residenceId: bench.context.newId(),
        personId,
        stationCode,
        addressId,
        basis,
        purpose,
        landlord: input.landlord || null,
        employer: input.employer || null,
        firstRegisteredOn: findUnbrokenStart(bench, personId) ?? today,
        registeredOn: today,
        endedOn: null,
        endReason: null,
      });
    }
    return { happenedOn: today, details: { persons: people.length, basis, purpose } };
  },
});
