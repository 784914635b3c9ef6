import { faultCodes } from '../../../shared/contract/sweep.ts';
import { duplicateChecks } from './checks/duplicates.ts';
import { householdChecks } from './checks/households.ts';
import { paperChecks } from './checks/papers.ts';
import { personChecks } from './checks/persons.ts';
import { residentChecks } from './checks/residents.ts';
import type { FaultCheck } from './fault-check.ts';

const checks = [...householdChecks, ...personChecks, ...duplicateChecks, ...residentChecks, ...paperChecks];

/** The check of every kind of fault, in the order of the list of codes. Throws where a code has none. */
export const faultChecks: readonly FaultCheck[] = faultCodes.map((code) => {
  const check = checks.find((it) => it.code === code);
  if (!check) throw new Error(`no check for ${code}`);
  return check;
});
