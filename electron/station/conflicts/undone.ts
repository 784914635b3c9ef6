import type { Answer } from '../../../shared/contract/errors.ts';
import type { Database } from '../store/database.ts';

/** Carries a value out of a transaction that is undone. */
class Undone<T> extends Error {
  readonly value: T;
  constructor(value: T) {
    super('undone');
    this.value = value;
  }
}

/** Does something and undoes every change it made to the database; answers what it found. */
export function tryOut<T>(database: Database, act: () => T): T {
  return orUndone<T>(database, () => {
    throw new Undone(act());
  });
}

/** Does something whole or not at all: a failing answer undoes what was changed before it. */
export function allOrNothing<T>(database: Database, act: () => Answer<T>): Answer<T> {
  return orUndone<Answer<T>>(database, () => {
    const answer = act();
    if (!answer.ok) throw new Undone<Answer<T>>(answer);
    return answer;
  });
}

function orUndone<T>(database: Database, act: () => T): T {
  try {
    return database.transaction(act)();
  } catch (thrown) {
    if (thrown instanceof Undone) return thrown.value as T;
    throw thrown;
  }
}
