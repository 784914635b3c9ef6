import { z } from 'zod';
import { ErrorCode } from '../../shared/contract/errors.ts';
import { News } from '../../shared/contract/news.ts';
import { PrintPlaces } from '../../shared/domain/print-place.ts';
import { StationCode } from '../../shared/domain/records.ts';

/** What the service is started with. */
export const StationArguments = z.strictObject({
  dataDir: z.string(),
  folders: z.strictObject({
    policyPack: z.string(),
    forms: z.string(),
    fonts: z.string(),
    migrations: z.string(),
  }),
  stationCode: StationCode.nullable(),
  isPractice: z.boolean(),
  registryUrl: z.string().nullable(),
  enrolCode: z.string().nullable(),
  version: z.string(),
  printPlaces: PrintPlaces,
});
export type StationArguments = z.infer<typeof StationArguments>;

/** What main tells the service: first how to start; then a call of a window, where the registry is now, or to stop cleanly. */
export const ToStation = z.union([
  z.strictObject({ start: StationArguments }),
  z.strictObject({
    id: z.number().int(),
    window: z.enum(['clerk', 'applicant']),
    endpoint: z.string(),
    input: z.unknown(),
  }),
  z.strictObject({ registryUrl: z.string() }),
  z.strictObject({ stop: z.literal(true) }),
]);
export type ToStation = z.infer<typeof ToStation>;

const AnswerShape = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({ code: ErrorCode, details: z.record(z.string(), z.unknown()).optional() }),
  }),
]);

/** What the service tells main: an answer to the call with that id, or news for every window. */
export const FromStation = z.union([
  z.strictObject({ id: z.number().int(), answer: AnswerShape }),
  z.strictObject({ news: News }),
  z.strictObject({ ready: z.literal(true) }),
]);
export type FromStation = z.infer<typeof FromStation>;
