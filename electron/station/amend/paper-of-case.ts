import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { FormInput } from '../../../shared/domain/form.ts';
import { MigrationPaper, migrationPaperLimit } from '../../../shared/domain/paper-records.ts';
import { Day } from '../../../shared/domain/records.ts';
import { headRelation } from '../../../shared/domain/relations.ts';

/** What stands on a printed 准予迁入证明, as its form is filled in. */
const PrintedPermit = z.object({
  certificateNumber: z.string(),
  movers: z
    .array(z.object({ name: z.string(), citizenNumber: z.string().default(''), relation: z.string() }))
    .min(1)
    .max(migrationPaperLimit),
  origin: z.object({ address: z.string(), station: z.string() }),
  destination: z.object({ address: z.string() }),
  reason: z.string(),
  issuedOn: Day,
  validUntil: Day,
});

const relations: Readonly<Record<string, string>> = { 本人: headRelation, 配偶: '10', 子女: '20', 父母: '50' };

/**
 * The record of a permit that was printed from its case before anybody is registered: such a permit is in no register until it is amended,
 * because its number has to be void for everybody then. Throws when the form was filled in another way than this reads.
 */
export function recordOfPermit(input: FormInput, stationCode: string): MigrationPaper {
  const { certificateNumber, movers, origin, destination, reason, issuedOn, validUntil } = PrintedPermit.parse(input);
  return MigrationPaper.parse({
    paperId: uuidv7(),
    kind: 'move-in-permit',
    number: certificateNumber,
    printYear: Number(issuedOn.slice(0, 4)),
    stationCode,
    issuedOn,
    validUntil,
    holders: movers.map(({ name, citizenNumber, relation }) => ({
      personId: null,
      name,
      citizenId: citizenNumber,
      relation: relations[relation] ?? '97',
    })),
    fromAddress: origin.address,
    toAddress: destination.address,
    otherAuthority: origin.station,
    reason,
    status: 'issued',
    endReason: null,
    replacesId: null,
  });
}
