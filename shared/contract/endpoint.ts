import type { z } from 'zod';
import type { Role } from './roles.ts';

/** Which window may call: the clerk's, the applicant's second screen, or both. */
export type CallingWindow = 'clerk' | 'applicant';

/** One call across the border: its shapes, who may call it, and what it leaves in the audit log. */
export interface Endpoint<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly input: In;
  readonly output: Out;
  /** `null`: before log-in too. */
  readonly roles: readonly Role[] | null;
  /** Name of the audit entry; `null` only for calls that show or change nothing of a person. */
  readonly audit: string | null;
  readonly windows: readonly CallingWindow[];
  /** `main`: carried out by the main process (devices, windows, printers); all others by the station service. */
  readonly servedBy: 'station' | 'main';
}

type Options<In extends z.ZodType, Out extends z.ZodType> = Pick<
  Endpoint<In, Out>,
  'input' | 'output' | 'roles' | 'audit'
> &
  Partial<Pick<Endpoint<In, Out>, 'windows' | 'servedBy'>>;

/** Declares an endpoint; without `windows` only the clerk's window may call it. */
export function endpoint<In extends z.ZodType, Out extends z.ZodType>(options: Options<In, Out>): Endpoint<In, Out> {
  return { windows: ['clerk'], servedBy: 'station', ...options };
}
