import { uuidv7 } from 'uuidv7';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { Blank } from '../../../shared/domain/paper-records.ts';
import type { PlannedStock, StockContext } from '../../../shared/register/stock.ts';
import { makeEvent } from '../cases/make-event.ts';
import type { Calling, Program } from '../program.ts';
import { applyOwnEvent } from '../store/effects.ts';

/** How events of the stock call their procedure: `stock.<act>`. */
export const stockPrefix = 'stock.';

interface StockAct {
  readonly act: 'take-in' | 'reserve' | 'use' | 'spoil' | 'release';
  /** The case of the paper the sheet is for; null: the act belongs to no case and stands for itself. */
  readonly caseId: string | null;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Where this station changes its stock. */
export function stockContext(program: Program): StockContext {
  return { stationCode: program.stationCode, today: program.today(), newId: uuidv7 };
}

/**
 * Carries a planned change of the stock out as an event of its own, inside the caller's transaction, so that every computer knows the sheet.
 * Answers the blanks as they are now; CHANGE_REFUSED where the plan was refused. A plan without effects makes no event.
 */
export function keepStock(
  program: Program,
  calling: Calling,
  planned: PlannedStock,
  { act, caseId, details = {} }: StockAct,
): Answer<readonly Blank[]> {
  if (!planned.ok) return fail('CHANGE_REFUSED', { ...planned.refusal.params, refusal: planned.refusal.code });
  const [first] = planned.blanks;
  const today = program.today();
  if (planned.effects.length > 0 && first) {
    const event = makeEvent(program, {
      kind: 'register.changed',
      facts: {
        procedure: `${stockPrefix}${act}`,
        acceptanceNumber: '',
        registeredOn: today,
        happenedOn: today,
        personIds: [],
        householdIds: [],
        details: { form: first.form, first: first.number, last: planned.blanks.at(-1)?.number ?? '', ...details },
      },
      caseId: caseId ?? uuidv7(),
      operatorId: calling.operator.operatorId,
      occurredAt: program.now(),
      effects: [...planned.effects],
    });
    applyOwnEvent(program.database, event);
    program.afterCommit(() => program.sync.nudge());
  }
  program.tell({ topic: 'stock' });
  return done(planned.blanks);
}
