import { z } from 'zod';
import { DeviceKey } from '../contract/registry.ts';
import { Instant, RecordId, StationCode } from '../domain/records.ts';

/** First bytes of every exchange file. */
export const exchangeMagic = 'LUOHU-EXCHANGE-1\n';

/** How the files are called. */
export const exchangeEnding = '.luohu-exchange';
/** How the files with public keys are called, as a technician carries them. */
export const keysEnding = '.luohu-keys';

/** A public key that files are sealed to: `x` holds the 32 bytes of an X25519 key in base64url. */
export const AgreementKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('X25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type AgreementKey = z.infer<typeof AgreementKey>;

/** Who makes or gets files: one computer of a station, the registry, or another window or hall (`office`), with both public keys. */
export const ExchangeParty = z.strictObject({
  role: z.enum(['station', 'registry', 'office']),
  id: RecordId,
  name: z.string().min(1).max(120),
  stationCode: StationCode.nullable(),
  signKey: DeviceKey,
  agreementKey: AgreementKey,
});
export type ExchangeParty = z.infer<typeof ExchangeParty>;

/** `requests`: of a station to the registry; `answers`: back; `application`: a pre-filled draft for a station. */
export const ExchangeKind = z.enum(['requests', 'answers', 'application']);
export type ExchangeKind = z.infer<typeof ExchangeKind>;

/** What stands first inside a file, for its recipient alone. Every algorithm is named, so that SM2, SM3 and SM4 can take their places. */
export const ExchangeHead = z.strictObject({
  format: z.literal('luohu-exchange'),
  formatVersion: z.literal(1),
  kind: ExchangeKind,
  fileId: RecordId,
  from: ExchangeParty,
  to: z.strictObject({ role: ExchangeParty.shape.role, id: RecordId }),
  /** Number among the requests of one computer, from 1; an answer bears the number of the requests it answers. */
  sequence: z.number().int().min(0),
  /** The newest answer that was taken when the requests were written (0: none), and so what an answer builds upon. */
  follows: z.number().int().min(0),
  /** The file that is answered; null in every other. */
  answers: RecordId.nullable(),
  createdAt: Instant,
  content: z.strictObject({
    cipher: z.literal('A256GCM'),
    key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    compression: z.literal('gzip'),
    digest: z.literal('SHA-256'),
    signature: z.literal('EdDSA'),
  }),
});
export type ExchangeHead = z.infer<typeof ExchangeHead>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What the maker signs, behind everything else: whose file this is, for whom, and the hash of each part. */
export const ExchangeManifest = z.strictObject({
  format: z.literal('luohu-exchange'),
  fileId: RecordId,
  kind: ExchangeKind,
  from: RecordId,
  to: RecordId,
  sequence: z.number().int().min(0),
  createdAt: Instant,
  /** Of the sealed head as it stands in the file. */
  headSha256: Hash,
  /** `sha256` is over the SHA-256 of each block of the part, one behind the other. */
  parts: z.array(z.strictObject({ name: z.string(), lines: z.number().int(), bytes: z.number().int(), sha256: Hash })),
});
export type ExchangeManifest = z.infer<typeof ExchangeManifest>;

/** One request of a station that could not travel by wire, as docs/protocol.md has it, without the signature of its own. */
export const ExchangeRequest = z.strictObject({
  method: z.enum(['GET', 'POST']),
  path: z.string().max(300),
  body: z.unknown().optional(),
  /** With `GET /v1/packs`: the packs that are there already. */
  has: z.array(z.string().max(120)).max(500).optional(),
});
export type ExchangeRequest = z.infer<typeof ExchangeRequest>;

/** What the registry answered to one request: status and body as by wire; `text` is a body that is no JSON of the protocol. */
export const ExchangeAnswer = z.strictObject({
  method: ExchangeRequest.shape.method,
  path: z.string().max(300),
  /** The body of the request where the answer does not say what was asked. */
  request: z.unknown().optional(),
  status: z.number().int(),
  body: z.unknown().optional(),
  text: z.string().optional(),
});
export type ExchangeAnswer = z.infer<typeof ExchangeAnswer>;

/** An expected failure while a file is read; turned into an answer at the border. */
export class ExchangeBroken extends Error {
  readonly code:
    | 'EXCHANGE_NOT_A_FILE'
    | 'EXCHANGE_OTHER_RECIPIENT'
    | 'EXCHANGE_WRONG_KEY'
    | 'EXCHANGE_ALTERED'
    | 'EXCHANGE_CUT'
    | 'EXCHANGE_STOPPED';
  constructor(code: ExchangeBroken['code']) {
    super(code);
    this.code = code;
  }
}
