import type { ConflictView } from '../../../shared/contract/conflict.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { RegisterEvent } from '../../../shared/domain/events.ts';
import { readableAnswer } from '../../../shared/domain/private-characters.ts';
import type { ThreeSides } from '../../../shared/register/three-sides.ts';
import type { Calling, Program } from '../program.ts';
import { findEvent } from '../store/events.ts';
import { listPrintsOfRefused } from '../store/recalls.ts';
import { printOf, rowOf } from './list.ts';
import { claimantsOf, othersOf } from './other-side.ts';
import { recordOf } from './record-sides.ts';
import { findRefused, listBehind, listRefused, type Refused } from './refused.ts';
import { isChiefsMatter, lift, sidesOf } from './sides.ts';
import { tryOut } from './undone.ts';

/**
 * Everything the desk shows of a refused event: whose event came first, each record with its versions, the papers printed of it, and what can
 * be given anew. NOT_FOUND when it is not refused, or settled by now.
 */
export function viewConflict(
  program: Program,
  calling: Calling,
  { eventId }: ParsedInputOf<'conflict.get'>,
): Answer<OutputOf<'conflict.get'>> {
  calling.subject = eventId;
  const refused = findRefused(program.database, eventId);
  if (!refused) return fail('NOT_FOUND');
  const row = rowOf(program, listRefused(program.database), refused);
  const prints = listPrintsOfRefused(program.database, eventId).map((stored) => printOf(program, stored));
  const sides = tryOut(program.database, () => lifted(program, refused));
  return done(readableAnswer({ row, prints, ...sides }));
}

type Sides = Pick<ConflictView, 'others' | 'records' | 'claimants' | 'needsChief' | 'remedies'>;

/** What is read with the refused event, and what builds on it, out of the way. */
function lifted(program: Program, { event, because }: Refused): Sides {
  const { database } = program;
  const behind = listBehind(database, event).flatMap((id) => findEvent(database, id)?.event ?? []);
  lift(database, [event, ...behind]);
  const sides = sidesOf(database, event);
  const claimants = claimantsOf(program, sides);
  return {
    others: othersOf(program, event, claimants),
    records: sides.map((each) => recordOf(program, event, each)),
    claimants: claimants.map(({ row }) => row),
    needsChief: isChiefsMatter(sides),
    remedies: remediesFor(event, sides, because),
  };
}

/** What a rule names that can be given anew: another 户号 of the block, another address. */
function remediesFor(
  { effects }: RegisterEvent,
  sides: readonly ThreeSides[],
  because: Refused['because'],
): ConflictView['remedies'] {
  const opensHousehold = sides.some(({ kind, theirs }) => kind === 'household' && theirs === null);
  const isLed = opensHousehold || effects.some(({ kind, after }) => kind === 'residence' && after.endedOn === null);
  const isOfNumber = opensHousehold && (because === 'lease' || because === 'number-taken');
  const isOfAddress = isLed && (because === 'address-frozen' || because === 'address-unknown' || because === 'scope');
  return [...(isOfNumber ? (['number'] as const) : []), ...(isOfAddress ? (['address'] as const) : [])];
}
