import type { z } from 'zod';
import { addressEndpoints } from './address.ts';
import { amendEndpoints } from './amend.ts';
import { applicantEndpoints } from './applicant.ts';
import { calibrationEndpoints } from './calibration.ts';
import { caseEndpoints } from './case.ts';
import { conflictEndpoints } from './conflict.ts';
import { deviceEndpoints } from './device.ts';
import { documentEndpoints } from './document.ts';
import { duplicateEndpoints } from './duplicate.ts';
import { exchangeEndpoints } from './exchange.ts';
import { freezeEndpoints } from './freeze.ts';
import { homeEndpoints } from './home.ts';
import { inquiryEndpoints } from './inquiry.ts';
import { personEndpoints } from './person.ts';
import { photoEndpoints } from './photo.ts';
import { policyEndpoints } from './policy.ts';
import { procedureEndpoints } from './procedure.ts';
import { registerEndpoints } from './register.ts';
import { reportEndpoints } from './report.ts';
import { sessionEndpoints } from './session.ts';
import { stockEndpoints } from './stock.ts';
import { sweepEndpoints } from './sweep.ts';
import { syncEndpoints } from './sync.ts';

/** Every call of the program. A call without an entry here cannot exist. */
export const contract = {
  ...sessionEndpoints,
  ...homeEndpoints,
  ...caseEndpoints,
  ...documentEndpoints,
  ...calibrationEndpoints,
  ...personEndpoints,
  ...photoEndpoints,
  ...addressEndpoints,
  ...deviceEndpoints,
  ...applicantEndpoints,
  ...policyEndpoints,
  ...procedureEndpoints,
  ...registerEndpoints,
  ...reportEndpoints,
  ...syncEndpoints,
  ...exchangeEndpoints,
  ...freezeEndpoints,
  ...sweepEndpoints,
  ...stockEndpoints,
  ...amendEndpoints,
  ...duplicateEndpoints,
  ...inquiryEndpoints,
  ...conflictEndpoints,
} as const;

export type Contract = typeof contract;
export type EndpointName = keyof Contract;
/** What a caller sends. */
export type InputOf<N extends EndpointName> = z.input<Contract[N]['input']>;
/** What the handler gets, defaults filled in. */
export type ParsedInputOf<N extends EndpointName> = z.output<Contract[N]['input']>;
export type OutputOf<N extends EndpointName> = z.output<Contract[N]['output']>;

/** Whether a name from outside is one of the contract's. */
export function isEndpointName(name: string): name is EndpointName {
  return Object.hasOwn(contract, name);
}
