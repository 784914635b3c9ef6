import { z } from 'zod';
import { RecordId } from '../domain/records.ts';
import { makeHead, relationsInput } from './heads.ts';
import { refuse } from './refusal.ts';
import type { BenchMember, Workbench } from './workbench.ts';

/** What a page gives about the household that somebody leaves: who becomes head when the head leaves and others stay. */
export const leavingInput = {
  newHeadId: RecordId.nullable().default(null),
  relations: relationsInput,
  incapableHeadReason: z.string().max(100).default(''),
};

/** How a page asks for `leavingInput`. */
export const leavingFields = {
  newHeadId: { kind: 'member' },
  relations: { kind: 'relations' },
  incapableHeadReason: { kind: 'text' },
} as const;

/** The values of `leavingInput`. */
export interface Leaving {
  readonly newHeadId: string | null;
  readonly relations: Readonly<Record<string, string>>;
  readonly incapableHeadReason: string;
}

/**
 * Takes members out of a household on a day: a head who leaves is replaced by one who stays (N21 §15), and a household nobody stays in is
 * closed. Where only one stays, that one is head without being named. The leavers' records are the caller's to change. Refuses with
 * not-a-member, head-needed, head-stays-needed (the new head leaves too), head-not-leaving, and whatever makeHead refuses.
 */
export function leaveHousehold(
  bench: Workbench,
  householdId: string,
  leaverIds: readonly string[],
  input: Leaving,
  on: string = bench.context.today,
): void {
  const members = bench.listMembers(householdId);
  const leavers = members.filter(({ person }) => leaverIds.includes(person.personId));
  if (leavers.length < new Set(leaverIds).size) refuse('not-a-member', 'memberIds');
  const staying = members.filter((member) => !leavers.includes(member));
  replaceHead(bench, householdId, { leavers, staying }, input);
  for (const { membership } of leavers) bench.change('membership', membership.membershipId, { untilOn: on });
  if (staying.length === 0) bench.change('household', householdId, { status: 'closed', closedOn: on });
}

function replaceHead(
  bench: Workbench,
  householdId: string,
  { leavers, staying }: { leavers: readonly BenchMember[]; staying: readonly BenchMember[] },
  input: Leaving,
): void {
  const { headPersonId } = bench.get('household', householdId);
  const named = input.newHeadId === headPersonId ? null : input.newHeadId;
  const isHeadStaying = staying.some(({ person }) => person.personId === headPersonId);
  if (isHeadStaying && named !== null) refuse('head-not-leaving', 'newHeadId');
  if (isHeadStaying || staying.length === 0) return;
  const only = staying.length === 1 ? staying[0]?.person.personId : undefined;
  const newHeadId = named ?? only ?? refuse('head-needed', 'newHeadId');
  if (leavers.some(({ person }) => person.personId === newHeadId)) refuse('head-stays-needed', 'newHeadId');
  makeHead(bench, householdId, { ...input, newHeadId }, new Set(leavers.map(({ person }) => person.personId)));
}
