import { z } from 'zod';
import { RegisterEvent, ToldEvent } from '../domain/events.ts';
import { Instant, RecordId, StationCode } from '../domain/records.ts';
import { recordKinds, VersionedRecord } from '../domain/register-records.ts';

/** Largest batch of events in one push, of changes in one page. */
export const pushLimit = 100;
export const pageLimit = 5000;

/** A device's public key as a JWK: `x` holds the 32 bytes of an Ed25519 key in base64url. */
export const DeviceKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type DeviceKey = z.infer<typeof DeviceKey>;

/**
 * A device asks to be known: the code the technician typed, its public key, its station. Unsigned. The same device may ask again
 * with the same key.
 */
export const EnrolRequest = z.strictObject({
  code: z.string().min(4).max(80),
  stationCode: StationCode,
  deviceId: RecordId,
  deviceName: z.string().min(1).max(60),
  publicKey: DeviceKey,
});
export type EnrolRequest = z.infer<typeof EnrolRequest>;
export const EnrolAnswer = z.strictObject({ deviceId: RecordId, stationCode: StationCode, serverTime: Instant });
export type EnrolAnswer = z.infer<typeof EnrolAnswer>;

export const PushRequest = z.strictObject({ events: z.array(RegisterEvent).min(1).max(pushLimit) });
export type PushRequest = z.infer<typeof PushRequest>;

/**
 * Why an event was not taken. `chain`: a gap or a wrong prevHash; `hash`: the body is not what its hash says; neither is kept, and
 * the event may come again. `body`: the event is not what the schema says, its envelope aside. `scope`: it touches what is not its
 * station's, or names a record that is not there. `person-elsewhere`: the person, or another with the same number, lives elsewhere.
 * `lease`: the 户号 is outside the station's blocks.
 */
export const RejectionReason = z.enum([
  'chain',
  'hash',
  'body',
  'scope',
  'person-elsewhere',
  'number-taken',
  'address-unknown',
  'address-frozen',
  'household-closed',
  'lease',
]);
export type RejectionReason = z.infer<typeof RejectionReason>;

/**
 * Answer for one event, in the order sent. The same event sent again gets the first answer. `conflict` carries the records as the
 * registry holds them for every effect whose version had moved on.
 */
export const PushOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('confirmed'),
    eventId: RecordId,
    confirmedAt: Instant,
    versions: z.array(z.strictObject({ id: RecordId, version: z.number().int() })),
  }),
  z.strictObject({ outcome: z.literal('conflict'), eventId: RecordId, theirs: z.array(VersionedRecord) }),
  z.strictObject({
    outcome: z.literal('rejected'),
    eventId: RecordId,
    reason: RejectionReason,
    /** What could not be taken: for `person-elsewhere` the person, else the record of the effect; null when it is the event itself. */
    recordId: RecordId.nullable(),
  }),
]);
export type PushOutcome = z.infer<typeof PushOutcome>;
export const PushAnswer = z.strictObject({ outcomes: z.array(PushOutcome) });
export type PushAnswer = z.infer<typeof PushAnswer>;

/** What tells a place in the registry's feed from the same number in another feed: SHA-256 in hex, and nothing one needs to understand. */
const FeedMark = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * A page of the change feed after `cursor`, filtered to the device's scope. `next` is the cursor to ask with again. A page never
 * ends inside an event, so that a copy never shows half of one; it may therefore be longer than `limit` by one event.
 */
export const ChangesQuery = z.strictObject({
  cursor: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(pageLimit).default(1000),
  /** Of `cursor`, where the reader knows it. */
  mark: FeedMark.optional(),
});
export const ChangesAnswer = z.strictObject({
  changes: z.array(VersionedRecord),
  /** The events that made these changes, with the records each made; nothing is told of what was there from the beginning. */
  events: z.array(
    z.strictObject({
      event: ToldEvent,
      records: z.array(z.strictObject({ kind: z.enum(recordKinds), id: RecordId, version: z.number().int() })),
    }),
  ),
  next: z.number().int(),
  /** Of `next`; null at the beginning of the feed. */
  mark: FeedMark.nullable(),
  hasMore: z.boolean(),
  serverTime: Instant,
});
export type ChangesAnswer = z.infer<typeof ChangesAnswer>;

const EventHash = z.string().regex(/^[0-9a-f]{64}$/);

/** Own events of one answer at most. */
export const ownChainLimit = 100;

/**
 * What the registry keeps of the asking device's own chain: its newest event, the hash of the device's event number `afterSeq` (null: none of that
 * number is kept), and the events after it in their order, each as it was sent (canonical JSON) with the answer it got for good.
 */
export const OwnChainQuery = z.strictObject({
  afterSeq: z.coerce.number().int().min(0),
  /** A place in the feed that the device knows: CURSOR_INVALID when the registry has another one there. */
  cursor: z.coerce.number().int().min(0).optional(),
  mark: FeedMark.optional(),
});
export const OwnChainAnswer = z.strictObject({
  head: z.strictObject({ seq: z.number().int().min(0), hash: EventHash }),
  afterHash: EventHash.nullable(),
  events: z.array(z.strictObject({ body: z.string(), outcome: PushOutcome })).max(ownChainLimit),
  hasMore: z.boolean(),
});
export type OwnChainAnswer = z.infer<typeof OwnChainAnswer>;

/** First line of a snapshot (NDJSON); the records follow one a line, addresses before persons before households before memberships. */
export const SnapshotHeader = z.strictObject({
  format: z.literal('luohu-snapshot-1'),
  cursor: z.number().int().min(0),
  /** Of `cursor`; null at the beginning of the feed. */
  mark: FeedMark.nullable(),
  counts: z.record(z.string(), z.number().int()),
  serverTime: Instant,
});
export type SnapshotHeader = z.infer<typeof SnapshotHeader>;

export const LeaseKind = z.enum(['household-number', 'acceptance-number', 'paper-number']);
export type LeaseKind = z.infer<typeof LeaseKind>;
/** A block of serials for this station, never given twice: `from` to `until` inclusive, six digits at most. */
export const LeaseRequest = z.strictObject({
  kind: LeaseKind,
  count: z.number().int().min(1).max(1000),
  requestId: RecordId,
});
export type LeaseRequest = z.infer<typeof LeaseRequest>;
export const LeaseAnswer = z.strictObject({ kind: LeaseKind, from: z.number().int(), until: z.number().int() });
export type LeaseAnswer = z.infer<typeof LeaseAnswer>;

export const HealthAnswer = z.strictObject({ status: z.literal('ok'), serverTime: Instant, protocol: z.literal(1) });
export type HealthAnswer = z.infer<typeof HealthAnswer>;

/** Every refusal of the registry: HTTP 4xx/5xx with this body; `code` is stable. */
export const RegistryErrorCode = z.enum([
  'BODY_INVALID',
  'SIGNATURE_INVALID',
  'SIGNATURE_REPLAYED',
  'DEVICE_UNKNOWN',
  'ENROL_CODE_INVALID',
  'SCOPE_REFUSED',
  'IDEMPOTENCY_MISMATCH',
  'CURSOR_INVALID',
  'NUMBERS_EXHAUSTED',
  'TOO_MANY_TRIES',
  'CASE_LIMIT',
  'RATE_LIMIT',
  'NOT_FOUND',
  'INTERNAL',
]);
export type RegistryErrorCode = z.infer<typeof RegistryErrorCode>;
export const RegistryError = z.strictObject({ code: RegistryErrorCode, detail: z.string().optional() });
export type RegistryError = z.infer<typeof RegistryError>;

/** Scheme of the `authorization` header of a signed request, and how far its time may be off. */
export const signatureScheme = 'LuohuJWS';
export const signatureToleranceSeconds = 300;

/** Protected header of the compact JWS of a request. `alg` is named so that SM2 can take its place. */
export const ProofHeader = z.strictObject({ alg: z.literal('EdDSA'), kid: RecordId });

/**
 * What a device signs of a request: `path` includes the query; `bodySha256` is of the bytes sent, lower-case hex (of no bytes when
 * there is no body); `iat` in seconds; a `jti` is taken once.
 */
export const RequestProof = z.strictObject({
  method: z.enum(['GET', 'POST']),
  path: z.string().max(2000),
  bodySha256: z.string().regex(/^[0-9a-f]{64}$/),
  iat: z.number().int(),
  jti: RecordId,
});
export type RequestProof = z.infer<typeof RequestProof>;

/**
 * The registry's paths. All but `health`, `enrol`, `identity`, `openapi` and reading `keys` are signed:
 * `authorization: LuohuJWS <compact JWS of a RequestProof>`.
 */
export const registryPaths = {
  health: '/v1/health',
  enrol: '/v1/devices',
  ownChain: '/v1/devices/self',
  events: '/v1/events',
  changes: '/v1/changes',
  snapshot: '/v1/snapshot',
  copies: '/v1/copies',
  copy: '/v1/copies/{sha256}',
  leases: '/v1/leases',
  inquiries: '/v1/inquiries',
  inquiryAnswers: '/v1/inquiries/answers',
  openInquiries: '/v1/inquiries/open',
  inquiryAnswer: '/v1/inquiries/{inquiryId}/answer',
  papers: '/v1/papers',
  identity: '/v1/identity',
  keys: '/v1/keys',
  packs: '/v1/packs',
  pack: '/v1/packs/{id}/{version}',
  anchors: '/v1/anchors',
  openapi: '/v1/openapi.json',
} as const;
