import { z } from 'zod';
import { SheetPlace } from '../domain/print-place.ts';
import { Day } from '../domain/records.ts';
import { Bytes } from './bytes.ts';
import { endpoint } from './endpoint.ts';
import { chiefOnly } from './roles.ts';
import { Bilingual } from './verdict.ts';

const Count = z.strictObject({
  key: z.string(),
  label: Bilingual,
  cases: z.number().int(),
  persons: z.number().int(),
  ruralPersons: z.number().int(),
});

/** Settlements registered in a period: only sums, nobody's data. */
export const SettlementReport = z.strictObject({
  from: Day,
  until: Day,
  stationName: z.string(),
  procedure: z.string().nullable(),
  cases: z.number().int(),
  persons: z.number().int(),
  ruralPersons: z.number().int(),
  /** New households opened by them. */
  households: z.number().int(),
  byRoute: z.array(Count),
  /** Inside the city / province / other provinces, rural or urban. */
  byOrigin: z.array(Count),
  /** Every day of the period, zero ones too. */
  byDay: z.array(Count),
  provisional: z.number().int(),
});
export type SettlementReport = z.infer<typeof SettlementReport>;

const period = z.strictObject({ from: Day, until: Day, procedure: z.string().nullable().default(null) });

export const reportEndpoints = {
  'report.settlement': endpoint({
    input: period,
    output: SettlementReport,
    roles: chiefOnly,
    audit: 'report.settlement',
  }),
  /** The same numbers as PDF, with the period and filters on it. */
  'report.settlementPdf': endpoint({
    input: period,
    output: z.strictObject({ pdf: Bytes, fileName: z.string(), place: SheetPlace }),
    roles: chiefOnly,
    audit: 'report.settlement.print',
  }),
  /** Hands the report's PDF to the printer. */
  'report.settlementPrint': endpoint({
    input: period,
    output: z.strictObject({ printer: z.string() }),
    roles: chiefOnly,
    audit: null,
    servedBy: 'main',
  }),
} as const;
