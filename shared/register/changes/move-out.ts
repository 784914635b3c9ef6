import { z } from 'zod';
import { isKnownArea } from '../../domain/divisions.ts';
import { Division, RecordId } from '../../domain/records.ts';
import { defineChange } from '../change.ts';
import { leaveHousehold, leavingFields, leavingInput } from '../leaving.ts';
import { issueCertificates } from '../migration-papers.ts';
import { type MoveReason, moveReasonNames, moveReasons } from '../move-reasons.ts';
import { checkRegistered } from '../moves.ts';
import { refuse } from '../refusal.ts';
import { getSubjectHousehold } from '../subjects.ts';
import type { Workbench } from '../workbench.ts';

/**
 * Moving out of the city (C11, C13, C22; N21 §41–43, L58 §10): members of a household leave with migration certificates. Across provinces the
 * 准迁证 of the destination comes first, but for students and graduates.
 */
export const moveOut = defineChange({
  effect: 'move-out',
  input: z.strictObject({
    /** The household, or a person of it. */
    subject: RecordId,
    /** Who leaves; empty: the person the case was started from, alone. */
    memberIds: z.array(RecordId).max(60).default([]),
    toDivision: Division,
    toAddress: z.string().min(1).max(120),
    /** The registration authority at the destination, in words. */
    toAuthority: z.string().max(60).default(''),
    reason: z.enum(moveReasons),
    /** 户口准迁证 of the destination. */
    permitNumber: z.string().max(30).default(''),
    /** N21 §41: students and graduates go on their letter or diploma. */
    isPermitFree: z.boolean().default(false),
    ...leavingInput,
  }),
  fields: {
    memberIds: { kind: 'members' },
    toDivision: { kind: 'division' },
    toAddress: { kind: 'text' },
    toAuthority: { kind: 'text' },
    reason: { kind: 'choice', values: moveReasons },
    permitNumber: { kind: 'text' },
    ...leavingFields,
  },
  plan(bench, input) {
    const household = getSubjectHousehold(bench, input.subject);
    const { division, fullName, urbanRural } = bench.get('address', household.addressId);
    checkDestination(division, input);
    const memberIds = input.memberIds.length > 0 ? input.memberIds : [input.subject];
    for (const personId of memberIds) checkRegistered(bench.get('person', personId, 'memberIds'), 'memberIds');
    const members = bench.listMembers(household.householdId);
    const movers = members.filter(({ person }) => memberIds.includes(person.personId));
    const papers = issueCertificates(bench, members, movers, {
      fromAddress: fullName,
      toAddress: input.toAddress,
      otherAuthority: input.toAuthority,
      reason: moveReasonNames[input.reason],
    });
    leaveHousehold(bench, household.householdId, memberIds, input);
    endRegistrations(bench, { ...input, memberIds });
    return {
      happenedOn: bench.context.today,
      details: {
        persons: movers.length,
        papers: papers.length,
        fromDivision: division,
        fromClass: urbanRural,
        toDivision: input.toDivision,
        reason: input.reason,
        moveInPermit: input.permitNumber || null,
      },
    };
  },
});

interface Destination {
  readonly toDivision: string;
  readonly permitNumber: string;
  readonly isPermitFree: boolean;
}

/** The first two digits are the province, the first four the city. */
function checkDestination(from: string, { toDivision, permitNumber, isPermitFree }: Destination): void {
  if (!isKnownArea(toDivision)) refuse('division-unknown', 'toDivision');
  if (toDivision.slice(0, 4) === from.slice(0, 4)) refuse('destination-inside-city', 'toDivision');
  const crossesProvinces = toDivision.slice(0, 2) !== from.slice(0, 2);
  if (crossesProvinces && !isPermitFree && permitNumber === '') refuse('move-in-permit-needed', 'permitNumber');
}

interface Departure {
  readonly memberIds: readonly string[];
  readonly toDivision: string;
  readonly toAddress: string;
  readonly reason: MoveReason;
}

function endRegistrations(bench: Workbench, { memberIds, toDivision, toAddress, reason }: Departure): void {
  for (const personId of memberIds)
    bench.change('person', personId, {
      status: 'moved-out',
      endedOn: bench.context.today,
      endReason: moveReasonNames[reason],
      hukouDivision: toDivision,
      hukouAddress: toAddress,
    });
}
