import { z } from 'zod';
import { RecordId } from '../../domain/records.ts';
import { defineChange } from '../change.ts';
import { checkHead, relationsInput, relationsTo } from '../heads.ts';
import { addMembers, getOwnHousehold, openHousehold } from '../joining.ts';
import { leaveHousehold, leavingFields, leavingInput } from '../leaving.ts';
import { refuse } from '../refusal.ts';

/**
 * 分户 (C27; N21 §17): some members of a family get a household of their own, at the same address or another one of this station. Both sides
 * keep a head.
 */
export const splitHousehold = defineChange({
  effect: 'split-household',
  input: z.strictObject({
    /** The household. */
    subject: RecordId,
    memberIds: z.array(RecordId).min(1).max(60),
    /** Head of the new household, one of those who split off. */
    splitHeadId: RecordId,
    /** Relations of those who split off to their head, where they can't be worked out. */
    splitRelations: relationsInput,
    /** Null: the same address. */
    addressId: RecordId.nullable().default(null),
    ...leavingInput,
  }),
  fields: {
    memberIds: { kind: 'members' },
    splitHeadId: { kind: 'member' },
    splitRelations: { kind: 'relations' },
    addressId: { kind: 'address' },
    ...leavingFields,
  },
  plan(bench, input) {
    const household = getOwnHousehold(bench, input.subject);
    const members = bench.listMembers(household.householdId);
    const leavers = members.filter(({ person }) => input.memberIds.includes(person.personId));
    if (members.length === 1) refuse('household-of-one');
    if (leavers.length === members.length) refuse('household-whole', 'memberIds');
    const head = leavers.find(({ person }) => person.personId === input.splitHeadId);
    if (!head) refuse('not-a-member', 'splitHeadId');
    checkHead(bench, head.person, input.incapableHeadReason);
    const asked = { of: leavers, confirmed: input.splitRelations, field: 'splitRelations' };
    const relations = relationsTo(members, input.splitHeadId, asked);
    leaveHousehold(bench, household.householdId, input.memberIds, input);
    const addressId = input.addressId ?? household.addressId;
    const opened = openHousehold(
      bench,
      { addressId, headPersonId: input.splitHeadId, kind: 'family', unitName: null },
      input.addressId === null ? null : 'addressId',
    );
    addMembers(
      bench,
      opened,
      [...relations].map(([personId, relation]) => ({ personId, relation })),
    );
    const details = {
      persons: leavers.length,
      number: opened.number,
      isOtherAddress: addressId !== household.addressId,
    };
    return { happenedOn: bench.context.today, details };
  },
});
