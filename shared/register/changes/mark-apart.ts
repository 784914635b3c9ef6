import { z } from 'zod';
import { Day, RecordId } from '../../domain/records.ts';
import { defineChange } from '../change.ts';
import { checkHappened } from '../days.ts';
import { refuse } from '../refusal.ts';
import { getResident } from '../standing.ts';
import type { Workbench } from '../workbench.ts';

/** 人户分离登记 (C44): where somebody lives who is registered here is kept as 本市（县）其他住址, or taken off when they are back. */
export const markApart = defineChange({
  effect: 'mark-apart',
  input: z.strictObject({
    /** The person. */
    subject: RecordId,
    /** A standard address of the city; where there is none, `livesAt` says it in words. */
    livesAtId: RecordId.nullable().default(null),
    livesAt: z.string().trim().max(120).default(''),
    /** Lives where registered again. */
    isBack: z.boolean().default(false),
    since: Day.nullable().default(null),
  }),
  fields: {
    livesAtId: { kind: 'address' },
    livesAt: { kind: 'text' },
    isBack: { kind: 'yes-no' },
    since: { kind: 'date' },
  },
  plan(bench, input) {
    const { person, household } = getResident(bench, input.subject);
    const happenedOn = input.since ?? bench.context.today;
    checkHappened(bench, happenedOn, 'since', person);
    const otherAddress = input.isBack ? null : addressWords(bench, input, household.addressId);
    if (otherAddress === person.otherAddress) refuse('item-same', null, { name: person.name });
    bench.change('person', person.personId, { otherAddress });
    return { happenedOn, details: { isApart: otherAddress !== null } };
  },
});

function addressWords(
  bench: Workbench,
  { livesAtId, livesAt }: { readonly livesAtId: string | null; readonly livesAt: string },
  registeredAtId: string,
): string {
  if (livesAtId === registeredAtId) refuse('address-same', 'livesAtId');
  if (livesAtId !== null) return bench.get('address', livesAtId, 'livesAtId').fullName;
  if (livesAt === '') refuse('address-unknown', 'livesAtId');
  const isRegisteredAddress = livesAt === bench.get('address', registeredAtId).fullName;
  return isRegisteredAddress ? refuse('address-same', 'livesAt') : livesAt;
}
