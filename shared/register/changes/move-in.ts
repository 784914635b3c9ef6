import { z } from 'zod';
import { CitizenId, Day, RecordId } from '../../domain/records.ts';
import { linkSpouse, registerArrival } from '../arrivals.ts';
import { defineChange } from '../change.ts';
import { EnteredPerson, Target } from '../entered.ts';
import { enterHousehold } from '../joining.ts';
import { redeemPaper } from '../migration-papers.ts';
import { refuse } from '../refusal.ts';

const Mover = EnteredPerson.extend({ citizenId: CitizenId });

/**
 * Moving in from outside (C01–C15, C23; L58 §13): every settling route and moving in with papers. Persons who are not registered here get a
 * place in a new household or in one that is there; of the papers of the other place number and day are noted, and one that this register
 * issued is used up. Settling asks for no reason on a page of its own, so a head without full capacity is only warned of.
 */
export const moveIn = defineChange({
  effect: 'move-in',
  input: z.strictObject({
    subject: RecordId.nullish(),
    people: z.array(Mover).min(1).max(20),
    target: Target,
    /** 户口迁移证 of the other place. */
    certificateNumber: z.string().max(30).default(''),
    certificateOn: Day.nullable().default(null),
    /** 户口准迁证, where the move crosses provinces. */
    permitNumber: z.string().max(30).default(''),
    permitOn: Day.nullable().default(null),
  }),
  fields: {
    certificateNumber: { kind: 'text' },
    certificateOn: { kind: 'date' },
    permitNumber: { kind: 'text' },
    permitOn: { kind: 'date' },
  },
  plan(bench, input) {
    const { people, target } = input;
    const twice = people.find((one, index) => people.findIndex((each) => each.citizenId === one.citizenId) !== index);
    if (twice) refuse('person-entered-twice', 'people', { name: twice.name });
    const ids = people.map((person) => registerArrival(bench, person));
    for (const personId of ids) linkSpouse(bench, personId);
    const entrants = people.map(({ relation }, index) => ({ personId: ids[index] ?? '', relation }));
    const { addressId } = enterHousehold(bench, target, entrants, { isHeadSeen: true });
    const { certificateNumber, certificateOn, permitNumber, permitOn } = input;
    const certificate = { number: certificateNumber, issuedOn: certificateOn };
    redeemPaper(bench, { kind: 'migration-certificate', key: 'certificate', ...certificate }, ids);
    redeemPaper(bench, { kind: 'move-in-permit', key: 'permit', number: permitNumber, issuedOn: permitOn }, ids);
    const { division, urbanRural } = bench.get('address', addressId);
    return {
      happenedOn: bench.context.today,
      details: {
        persons: ids.length,
        isNewHousehold: target.household === 'new',
        toDivision: division,
        toClass: urbanRural,
        migrationCertificate: certificateNumber || null,
        moveInPermit: permitNumber || null,
        ...originsOf(ids, people),
      },
    };
  },
});

/** Families come from more than one place, and 公业57表 and 58表 count persons: each has an origin of their own, `from:` and `fromClass:`. */
function originsOf(ids: readonly string[], people: readonly EnteredPerson[]): Record<string, string | null> {
  const lines = ids.flatMap((id, index) => [
    [`from:${id}`, people[index]?.fromDivision ?? null] as const,
    [`fromClass:${id}`, people[index]?.fromClass ?? null] as const,
  ]);
  return Object.fromEntries(lines);
}
