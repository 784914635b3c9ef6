import { z } from 'zod';
import { PlainDate } from '../domain/plain-date.ts';
import { Origin, Text, Word } from './pack-words.ts';

/** The tables of a pack beside its procedures. Each file may be missing; a city that writes none has none. */

/** `calendar.yaml`: a year whose days are not announced yet has empty lists and `announced: false`. */
export const RawCalendar = z.strictObject({
  years: z.array(
    z.strictObject({
      year: z.number().int().min(2000).max(2150),
      announced: z.boolean(),
      /** Title or number of the notice. */
      notice: z.string().nullable().default(null),
      holidays: z.array(PlainDate),
      workingWeekends: z.array(PlainDate),
    }),
  ),
});
export type RawCalendar = z.infer<typeof RawCalendar>;

/** `resident`: registered here. `newly-registered`: registered here since less than a year. `permit-holder`, `registered-residence`: registered elsewhere. */
export const EntitlementStatus = z.enum(['resident', 'newly-registered', 'permit-holder', 'registered-residence']);
export type EntitlementStatus = z.infer<typeof EntitlementStatus>;

/** A threshold in years; null is left to the local government. */
const Years = z.number().min(0).max(60).nullable();

const Grant = z.strictObject({
  /** Years of continuous residence, of social insurance, and of the child's schooling here; 0 where nothing is asked. */
  residenceYears: Years.default(0),
  insuranceYears: Years.default(0),
  schoolingYears: Years.default(0),
});
export type Grant = z.infer<typeof Grant>;

/** One right or service. A status that `granted` does not name has none of it. */
export const RawEntitlement = z.strictObject({
  id: Word,
  names: Text,
  /** The office to go to. */
  office: Text,
  granted: z.partialRecord(EntitlementStatus, Grant),
  note: Text.optional(),
  ...Origin,
});
export type RawEntitlement = z.infer<typeof RawEntitlement>;

/** `entitlements.yaml` */
export const RawEntitlements = z.strictObject({ entitlements: z.array(RawEntitlement) });
export type RawEntitlements = z.infer<typeof RawEntitlements>;

/** `proved-by-papers`: identity card or book prove it. `shown-in-book`: refused when the book shows it. `other-authority`: not the police's. */
export const CertificateClass = z.enum(['issued', 'proved-by-papers', 'shown-in-book', 'other-authority']);
export type CertificateClass = z.infer<typeof CertificateClass>;

/** One kind of certificate people ask a station for. */
export const RawCertificate = z.strictObject({
  id: Word,
  names: Text,
  class: CertificateClass,
  /** Why it is refused and what to bring or where to go instead; for an issued kind what to mind. */
  reason: Text,
  ...Origin,
});
export type RawCertificate = z.infer<typeof RawCertificate>;

/** `certificates.yaml` */
export const RawCertificates = z.strictObject({ certificates: z.array(RawCertificate) });
export type RawCertificates = z.infer<typeof RawCertificates>;
