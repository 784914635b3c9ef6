import { z } from 'zod';
import { type Answer, done, type Failure, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { type Freeze, freezeLimits, judgeFreezes } from '../../../shared/domain/freeze-rules.ts';
import { todayIn } from '../../../shared/domain/plain-date.ts';
import { RecordId } from '../../../shared/domain/records.ts';
import type { Calling, Program } from '../program.ts';
import { findOperator } from '../store/operators.ts';
import { listLeasesLeft } from '../sync/leases.ts';
import { findSyncSetting, hasWholeCopy, putSyncSetting } from '../sync/sync-settings.ts';

const Lifted = z.strictObject({ day: z.string(), operatorId: RecordId, reason: z.string() });
type Lifted = z.infer<typeof Lifted>;

/** What a chief last let through. */
function findLifted({ database }: Program): Lifted | null {
  const kept = findSyncSetting(database, 'sync.lifted');
  return kept === null ? null : Lifted.parse(JSON.parse(kept));
}

function judge(program: Program): Freeze[] {
  const { database, sync } = program;
  return judgeFreezes({
    now: program.now(),
    clockAheadMs: sync.clockAheadMs,
    isCopyWhole: hasWholeCopy(database),
    copyAsOf: findSyncSetting(database, 'sync.copy-as-of'),
    leases: listLeasesLeft(database),
    liftedOn: findLifted(program)?.day ?? null,
  });
}

/** How this computer stands with every freeze rule. */
export function listFreezes(program: Program): Answer<OutputOf<'freeze.list'>> {
  const lifted = findLifted(program);
  const isToday = lifted !== null && lifted.day === todayIn(program.now());
  const by = lifted && findOperator(program.database, lifted.operatorId)?.name;
  return done({ freezes: judge(program), lifted: isToday ? { by: by ?? '', reason: lifted.reason } : null });
}

/**
 * Why nothing may be registered here now, or null. Numbers that are used up freeze only what needs one, and the change itself says so
 * (NUMBERS_EXHAUSTED).
 */
export function findFrozen(program: Program): Failure | null {
  const frozen = judge(program).find(({ state, rule }) => state === 'frozen' && rule !== 'numbers-short');
  if (!frozen) return null;
  const value = frozen.value ?? 0;
  if (frozen.rule === 'copy-missing') return { code: 'FROZEN_COPY_MISSING' };
  if (frozen.rule === 'clock-wrong') return { code: 'FROZEN_CLOCK', details: { minutes: Math.abs(value) } };
  return { code: 'FROZEN_COPY_OLD', details: { days: value, limit: freezeLimits['copy-old'].frozenFrom ?? 0 } };
}

/** Lets work be registered until the end of the day on a copy that is too old, by a chief and with a reason. CASE_STATE when it is not too old. */
export function liftFreeze(
  program: Program,
  calling: Calling,
  { reason }: ParsedInputOf<'freeze.lift'>,
): Answer<OutputOf<'freeze.lift'>> {
  const copyOld = judge(program).find(({ rule }) => rule === 'copy-old');
  if (copyOld?.state !== 'frozen') return fail('CASE_STATE');
  const lifted: Lifted = { day: todayIn(program.now()), operatorId: calling.operator.operatorId, reason };
  putSyncSetting(program.database, 'sync.lifted', JSON.stringify(lifted));
  calling.details = { day: lifted.day, copyDays: copyOld.value };
  program.tell({ topic: 'sync' });
  return listFreezes(program);
}
