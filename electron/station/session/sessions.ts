import { verify } from '@node-rs/argon2';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { Session } from '../../../shared/contract/session.ts';
import type { Database } from '../store/database.ts';
import { findOperatorByLogin, getOperator, type Operator, putLoginTries } from '../store/operators.ts';

/** Wrong tries before an account is locked, and for how long (GB/T 22239-2019 8.1.4.1; five tries and fifteen minutes are our default). */
const triesAllowed = 5;
const lockoutMs = 15 * 60_000;

/** Hash of nothing anyone knows: an unknown log-in name costs as much time as a wrong password. */
const decoyHash = '$argon2id$v=19$m=65536,t=3,p=1$I34wSpL6cfY+2+8e+T4ttw$4TrrVVvYbIgd3fNMNUFBpAljxWBCEhPsaH3j3BMinRY';

interface Held {
  operatorId: string;
  since: string;
  isLocked: boolean;
}

/** The log-in of one window. It lives in memory only: after a restart the operator logs in again and finds the work as it was. */
export class WindowSession {
  #held: Held | null = null;
  readonly #database: Database;
  readonly #now: () => string;

  constructor(database: Database, now: () => string) {
    this.#database = database;
    this.#now = now;
  }

  /** Who is logged in, locked or not; null: nobody. */
  operator(): { operator: Operator; isLocked: boolean } | null {
    if (!this.#held) return null;
    return { operator: getOperator(this.#database, this.#held.operatorId), isLocked: this.#held.isLocked };
  }

  /** The session as the window sees it. */
  current(): Session | null {
    const held = this.#held;
    if (!held) return null;
    const { operatorId, login, name, role } = getOperator(this.#database, held.operatorId);
    return { operatorId, login, name, role, isLocked: held.isLocked, since: held.since };
  }

  /** Logs in; LOGIN_FAILED or LOGIN_LOCKED_OUT otherwise. The count of wrong tries outlives a restart. */
  async login(login: string, password: string): Promise<Answer<Session>> {
    const operator = findOperatorByLogin(this.#database, login);
    const checked = await this.#check(operator, password);
    if (!checked.ok) return checked;
    this.#held = { operatorId: checked.value.operatorId, since: this.#now(), isLocked: false };
    return done(this.#mustBeHeld());
  }

  /** Opens the lock with the password of the operator who is logged in. */
  async unlock(password: string): Promise<Answer<Session>> {
    if (!this.#held) return fail('SESSION_REQUIRED');
    const checked = await this.#check(getOperator(this.#database, this.#held.operatorId), password);
    if (!checked.ok) return checked;
    this.#held.isLocked = false;
    return done(this.#mustBeHeld());
  }

  /** Closes the window's work until the password is given. */
  lock(): void {
    if (this.#held) this.#held.isLocked = true;
  }

  logout(): void {
    this.#held = null;
  }

  #mustBeHeld(): Session {
    const session = this.current();
    if (!session) throw new Error('no session');
    return session;
  }

  async #check(operator: Operator | null, password: string): Promise<Answer<Operator>> {
    if (!operator) {
      await verify(decoyHash, password).catch(() => false);
      return fail('LOGIN_FAILED', { left: triesAllowed - 1 });
    }
    const minutes = this.#minutesLockedOut(operator);
    if (minutes > 0) return fail('LOGIN_LOCKED_OUT', { minutes });
    if (await verify(operator.passwordHash, password)) {
      putLoginTries(this.#database, operator.operatorId, 0, null);
      return done(operator);
    }
    return this.#countFailure(operator.operatorId);
  }

  #minutesLockedOut(operator: Operator): number {
    if (!operator.lockedUntil) return 0;
    return Math.ceil((Date.parse(operator.lockedUntil) - Date.parse(this.#now())) / 60_000);
  }

  #countFailure(operatorId: string): Answer<Operator> {
    const tries = getOperator(this.#database, operatorId).failedTries + 1;
    if (tries < triesAllowed) {
      putLoginTries(this.#database, operatorId, tries, null);
      return fail('LOGIN_FAILED', { left: triesAllowed - tries });
    }
    putLoginTries(this.#database, operatorId, 0, new Date(Date.parse(this.#now()) + lockoutMs).toISOString());
    return fail('LOGIN_LOCKED_OUT', { minutes: lockoutMs / 60_000 });
  }
}
