import { type Answer, done } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Fault } from '../../../shared/contract/sweep.ts';
import type { Calling, Program } from '../program.ts';

/** The faults of one kind that the last sweep listed; which kind was looked at goes into the log. */
export function listFaults(
  program: Program,
  calling: Calling,
  { code }: ParsedInputOf<'sweep.faults'>,
): Answer<Fault[]> {
  const faults = program.sweeps.listFaults(code);
  calling.details = { code, listed: faults.length };
  return done(faults);
}
