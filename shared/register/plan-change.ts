import type { RegisterEffect } from '../policy/procedure-conduct.ts';
import type { Change, Plan } from './change.ts';
import { findChange } from './changes/index.ts';
import { checkInvariants } from './invariants.ts';
import { type Refusal, Refused } from './refusal.ts';
import type { RegisterView } from './view.ts';
import { type ChangeContext, Workbench } from './workbench.ts';

/** A plan, or why the change can't be made. */
export type Planned = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly refusal: Refusal };

/**
 * What a change would do to the register as it stands. Changes nothing. The same input on the same register with the same context gives
 * the same effects. Every invariant of the register is checked over all that the change touches.
 * @throws RangeError for an effect that changes nothing (`none`)
 */
export function planChange(
  view: RegisterView,
  context: ChangeContext,
  asked: { readonly effect: RegisterEffect; readonly input: unknown },
): Planned {
  const change = findChange(asked.effect);
  if (!change) throw new RangeError(`no change for ${asked.effect}`);
  try {
    return { ok: true, plan: plan(change, new Workbench(view, context), asked.input) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function plan(change: Change<unknown>, bench: Workbench, raw: unknown): Plan {
  const input = change.input.safeParse(raw);
  if (!input.success) {
    const [issue] = input.error.issues;
    throw new Refused({ code: 'input-invalid', field: String(issue?.path[0] ?? ''), params: {} });
  }
  const note = change.plan(bench, input.data);
  const warnings = [...bench.warnings(), ...checkInvariants(bench)];
  return { effects: bench.effects(), note, warnings };
}
