import { z } from 'zod';
import { SealKey, SealKeySet } from '../document-seal/key-set.ts';
import { VoidedList } from '../document-seal/voided.ts';
import { Day, Instant, RecordId, StationCode } from '../domain/records.ts';
import { DeviceKey } from './registry.ts';

/** Who a registry is among registries: what the others' lists of peers name, and the key that signs its questions. */
export const RegistryIdentityAnswer = z.strictObject({ registryId: RecordId, publicKey: DeviceKey });
export type RegistryIdentityAnswer = z.infer<typeof RegistryIdentityAnswer>;

/** A station makes the public keys of its papers known; a key is never taken back, only revoked. */
export const PublishKeys = z.strictObject({ keys: z.array(SealKey).min(1).max(50) });
export type PublishKeys = z.infer<typeof PublishKeys>;
export const PublishedKeys = z.strictObject({ kept: z.number().int() });
export type PublishedKeys = z.infer<typeof PublishedKeys>;

/** Whoever verifies papers gets the keys of all stations and the numbers that are good no longer. Not signed, as it is for everybody. */
export const DocumentKeys = z.strictObject({ keys: SealKeySet, voided: VoidedList });
export type DocumentKeys = z.infer<typeof DocumentKeys>;

const PackId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const PackVersion = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/);

/** Names one pack in a path. */
export const PackPath = z.strictObject({ id: PackId, version: PackVersion });

/** The signed policy packs the registry's operator put there; `sha256` is of the file. The file itself is as the city signed it. */
export const OfferedPacks = z.strictObject({
  packs: z
    .array(
      z.strictObject({
        id: PackId,
        version: PackVersion,
        inForceFrom: Day,
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        bytes: z.number().int().positive(),
      }),
    )
    .max(200),
});
export type OfferedPacks = z.infer<typeof OfferedPacks>;

/** A pack file as the stations check it themselves; the protocol says no more of it than its head. */
export const PackFile = z.looseObject({ format: z.literal('luohu-policy-pack'), pack: z.string(), inForceFrom: Day });

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The newest line of a computer's audit log: its number, counted from 1, and its hash, which stands for all lines before it. */
export const AuditHead = z.strictObject({
  count: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  hash: Hash,
});
export type AuditHead = z.infer<typeof AuditHead>;

/** A head as the registry keeps it for good, with when it came. */
export const AuditAnchor = z.strictObject({
  deviceId: RecordId,
  stationCode: StationCode,
  ...AuditHead.shape,
  anchoredAt: Instant,
});
export type AuditAnchor = z.infer<typeof AuditAnchor>;

/** The newest thousand anchors of a computer, the oldest first; a log that lost or changed one of these lines was tampered with. */
export const AuditAnchors = z.strictObject({ anchors: z.array(AuditAnchor).max(1000) });
export type AuditAnchors = z.infer<typeof AuditAnchors>;
