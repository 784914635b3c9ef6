import type { Role } from '../../../shared/contract/roles.ts';
import type { Database } from './database.ts';

/** An account of this computer. `passwordHash` is argon2id in PHC form. */
export interface Operator {
  readonly operatorId: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly failedTries: number;
  readonly lockedUntil: string | null;
}

const columns =
  'operator_id AS operatorId, login, name, role, password_hash AS passwordHash, failed_tries AS failedTries, locked_until AS lockedUntil';

/** The account with this log-in name, or null. */
export function findOperatorByLogin(database: Database, login: string): Operator | null {
  return database.prepare<[string], Operator>(`SELECT ${columns} FROM operators WHERE login = ?`).get(login) ?? null;
}

/** The account, or null: of another computer. */
export function findOperator(database: Database, operatorId: string): Operator | null {
  const sql = `SELECT ${columns} FROM operators WHERE operator_id = ?`;
  return database.prepare<[string], Operator>(sql).get(operatorId) ?? null;
}

/** The account; throws when there is none. */
export function getOperator(database: Database, operatorId: string): Operator {
  const operator = findOperator(database, operatorId);
  if (!operator) throw new Error('operator absent');
  return operator;
}

/** All accounts in the order of their log-in names. */
export function listOperators(database: Database): Operator[] {
  return database.prepare<[], Operator>(`SELECT ${columns} FROM operators ORDER BY login`).all();
}

/** Adds an account. */
export function addOperator(database: Database, operator: Omit<Operator, 'failedTries' | 'lockedUntil'>): void {
  database
    .prepare(
      'INSERT INTO operators (operator_id, login, name, role, password_hash) VALUES (@operatorId, @login, @name, @role, @passwordHash)',
    )
    .run(operator);
}

/** Keeps the count of wrong tries, so that a restart does not give new ones. */
export function putLoginTries(
  database: Database,
  operatorId: string,
  failedTries: number,
  lockedUntil: string | null,
): void {
  database
    .prepare('UPDATE operators SET failed_tries = ?, locked_until = ? WHERE operator_id = ?')
    .run(failedTries, lockedUntil, operatorId);
}
