import { hashSync } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import type { Role } from '../../shared/contract/roles.ts';
import type { Database } from './store/database.ts';
import { addOperator, listOperators } from './store/operators.ts';

interface PracticeOperator {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

/** The station practice mode plays: 南康派出所, in the streets of 龙山区 (station code and GB/T 2260 district differ). */
export const practiceStation = { code: '220403010000', name: '南康派出所' } as const;

/** Made-up accounts of practice mode; their passwords are printed at the start and work nowhere else. */
export const practiceOperators: readonly PracticeOperator[] = [
  { login: 'li', name: '李练习', role: 'clerk', password: 'lianxi-1' },
  { login: 'wang', name: '王练习', role: 'clerk', password: 'lianxi-2' },
  { login: 'zhao', name: '赵练习', role: 'assistant', password: 'lianxi-3' },
  { login: 'suo', name: '孙所长', role: 'chief', password: 'lianxi-4' },
];

/**
 * OWASP 2026 asks for at least 19 MiB and two passes; 64 MiB and three cost 90 ms here and are worth it, as a counter computer can be stolen.
 * The library's default variant is argon2id.
 */
export const passwordCost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** Makes the practice accounts on an empty practice database. */
export function ensurePracticeOperators(database: Database): void {
  if (listOperators(database).length > 0) return;
  for (const { password, ...operator } of practiceOperators)
    addOperator(database, { ...operator, operatorId: uuidv7(), passwordHash: hashSync(password, passwordCost) });
}
