import { z } from 'zod';
import { permitStateOn } from '../domain/permit-function.ts';
import { RecordId } from '../domain/records.ts';
import { type Endorsement, Permit } from '../domain/residence-records.ts';
import type { ChangeNote } from './change.ts';
import type { Workbench } from './workbench.ts';

/** What endorsing in time and endorsing late both take. */
export const endorsementInput = z.strictObject({
  /** The holder. */
  subject: RecordId,
  /** The ground that holds now; as before where nothing is given. */
  ground: Permit.shape.ground.nullable().default(null),
});
export type EndorsementInput = z.infer<typeof endorsementInput>;

/** How a page asks for `endorsementInput`. */
export const endorsementFields = { ground: { kind: 'choice', values: Permit.shape.ground.options } } as const;

/** Adds today's endorsement to a permit and notes until when it functions now. */
export function addEndorsement(
  bench: Workbench,
  permit: Permit,
  { kind, ground }: { readonly kind: Endorsement['kind']; readonly ground: Permit['ground'] | null },
): ChangeNote {
  const on = bench.context.today;
  const endorsements = [...permit.endorsements, { on, kind }];
  bench.change('permit', permit.permitId, { endorsements, ground: ground ?? permit.ground });
  const { coveredUntil, fullYears } = permitStateOn({ ...permit, endorsements }, on);
  return { happenedOn: on, details: { kind, coveredUntil, fullYears } };
}
