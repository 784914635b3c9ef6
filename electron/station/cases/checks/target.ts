import type { Problem } from '../../../../shared/contract/problems.ts';
import { findPoliceOrg } from '../../../../shared/domain/police-orgs.ts';
import { type Check, type CheckContext, problem } from './check.ts';

const atTarget = { step: 'target' } as const;

function checkAddress({ target, stationCode }: CheckContext): Problem[] {
  const at = 'target.addressId';
  if (!target) return [problem(at, 'address-unknown', atTarget)];
  if (target.level !== 'room') return [problem(at, 'address-not-room', atTarget)];
  if (target.isFrozen) return [problem(at, 'address-frozen', atTarget)];
  if (target.stationCode === stationCode) return [];
  const station = target.stationCode ? (findPoliceOrg(target.stationCode)?.zh ?? target.stationCode) : '';
  return [problem(at, 'address-other-station', { ...atTarget, params: { station } })];
}

function checkJoined(context: CheckContext, addressId: string, movers: number): Problem[] {
  const at = 'target.householdId';
  const joined = context.household;
  if (!joined) return [problem(at, 'required', atTarget)];
  if (joined.household.status !== 'open') return [problem(at, 'household-closed', atTarget)];
  if (joined.household.addressId !== addressId) return [problem(at, 'household-elsewhere', atTarget)];
  const isFull = joined.household.kind === 'family' && joined.members.length + movers > context.bookPages;
  return isFull ? [problem(at, 'household-full', { ...atTarget, params: { limit: context.bookPages } })] : [];
}

/** Where only an address is chosen, it is one of the standard addresses. */
export const checkTargetAddress: Check = (draft, { target }) => {
  const at = 'target.addressId';
  if (draft.target.addressId === '') return [problem(at, 'required', atTarget)];
  return target ? [] : [problem(at, 'address-unknown', atTarget)];
};

/** Article 6: registered at a standard address, down to the room, of this station; in a new household or an open one there. */
export const checkTarget: Check = (draft, context) => {
  const { addressId, household } = draft.target;
  if (addressId === '') return [problem('target.addressId', 'required', atTarget)];
  const problems = checkAddress(context);
  if (household === '') return [...problems, problem('target.household', 'required', atTarget)];
  if (household === 'join') return [...problems, ...checkJoined(context, addressId, draft.people.length)];
  const isBookFull = draft.people.length > context.bookPages;
  return isBookFull
    ? [
        ...problems,
        problem('target.household', 'household-full', { ...atTarget, params: { limit: context.bookPages } }),
      ]
    : problems;
};
