import { z } from 'zod';
import { Instant, RecordId } from '../domain/records.ts';
import { ExchangeKind, ExchangeParty } from '../exchange/format.ts';
import { Bytes } from './bytes.ts';
import { endpoint } from './endpoint.ts';
import { counterRoles, everyRole, officers } from './roles.ts';

/** Largest piece of a file that a window hands over at a time. */
export const receiveLimitBytes = 2 * 1024 * 1024;

/** Somebody whose files are taken here, with what two people compare to be sure of the keys. */
export const TrustedHolder = z.strictObject({
  role: ExchangeParty.shape.role,
  name: z.string(),
  fingerprint: z.string(),
  trustedAt: Instant,
});
export type TrustedHolder = z.infer<typeof TrustedHolder>;

export const ExchangeFileRow = z.strictObject({
  fileId: RecordId,
  direction: z.enum(['out', 'in']),
  kind: ExchangeKind,
  sequence: z.number().int(),
  partyName: z.string(),
  madeAt: Instant,
  movedAt: Instant,
  /** Name of the operator; null: at the command line. */
  movedBy: z.string().nullable(),
  eventCount: z.number().int(),
  isWhole: z.boolean(),
});
export type ExchangeFileRow = z.infer<typeof ExchangeFileRow>;

/** How exchange by files stands at this computer. */
export const ExchangeState = z.strictObject({
  /** Registrations that the next file takes along, and since when the oldest waits. */
  waiting: z.strictObject({ count: z.number().int(), since: Instant.nullable() }),
  nextFileName: z.string(),
  ownFingerprint: z.string(),
  /** Everybody whose files are taken; without a registry among them no file can be made. */
  trusted: z.array(TrustedHolder),
  files: z.array(ExchangeFileRow),
  /** What is under way: parts done of `total`; total 0: not known. */
  running: z
    .strictObject({ phase: z.enum(['checking', 'filling', 'taking']), done: z.number(), total: z.number() })
    .nullable(),
});
export type ExchangeState = z.infer<typeof ExchangeState>;

/** What became of a file that came in. */
export const ExchangeTaken = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answers'),
    sequence: z.number().int(),
    confirmed: z.number().int(),
    refused: z.number().int(),
    /** Sent, and to be sent again: the registry could not judge them. */
    undecided: z.number().int(),
    /** Changes of the register taken over. */
    changes: z.number().int(),
    isFilled: z.boolean(),
    leases: z.number().int(),
    /** Why the registry did not carry out one of the requests; null: it did all. */
    problem: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('application'),
    caseId: RecordId,
    partyName: z.string(),
    filledBy: z.string(),
    /** False: it came before, and this is the case it became then. */
    isNew: z.boolean(),
  }),
]);
export type ExchangeTaken = z.infer<typeof ExchangeTaken>;

/** Public keys in a file, before anybody says whether they are trusted. */
export const ReadKeys = z.strictObject({
  role: ExchangeParty.shape.role,
  name: z.string(),
  fingerprint: z.string(),
  /** `new`: nobody of that kind is known; `known`: the very keys; `vouched`: other keys, signed with the ones before; `refused`. */
  change: z.enum(['new', 'known', 'vouched', 'refused']),
});
export type ReadKeys = z.infer<typeof ReadKeys>;

/** Who filled a case in before it came here. */
export const Prefilled = z.strictObject({
  partyName: z.string(),
  filledBy: z.string(),
  filledAt: Instant,
  receivedAt: Instant,
  checkedAt: Instant.nullable(),
});
export type Prefilled = z.infer<typeof Prefilled>;

const keysText = z.string().max(20_000);

export const exchangeEndpoints = {
  'exchange.state': endpoint({ input: z.strictObject({}), output: ExchangeState, roles: everyRole, audit: null }),
  /** Everything that waits for the registry, in one sealed file. EXCHANGE_NO_KEYS: no registry is trusted yet. */
  'exchange.export': endpoint({
    input: z.strictObject({}),
    output: z.strictObject({ fileName: z.string(), file: Bytes, events: z.number().int() }),
    roles: officers,
    audit: 'exchange.export',
  }),
  /** As `exchange.export`, written where the operator says; null: they thought better of it and no file was made. */
  'exchange.save': endpoint({
    input: z.strictObject({}),
    output: z.strictObject({ fileName: z.string().nullable(), events: z.number().int() }),
    roles: officers,
    audit: null,
    servedBy: 'main',
  }),
  /** Takes a piece of a file that comes in; nothing of it counts before `exchange.take`. */
  'exchange.receive': endpoint({
    input: z.strictObject({ transferId: RecordId, offset: z.number().int().min(0), bytes: Bytes }),
    output: z.strictObject({ received: z.number().int() }),
    roles: counterRoles,
    audit: null,
  }),
  /** Takes over what came in: answers of the registry (officers), or a pre-filled application. */
  'exchange.take': endpoint({
    input: z.strictObject({ transferId: RecordId }),
    output: ExchangeTaken,
    roles: counterRoles,
    audit: 'exchange.take',
  }),
  /** Breaks off what is being taken; what was taken stays. */
  'exchange.stop': endpoint({
    input: z.strictObject({}),
    output: z.strictObject({}),
    roles: counterRoles,
    audit: 'exchange.stop',
  }),
  /** What a file of public keys holds, for comparing the fingerprint. */
  'exchange.readKeys': endpoint({
    input: z.strictObject({ text: keysText }),
    output: ReadKeys,
    roles: ['system-admin'],
    audit: null,
  }),
  /** Trusts the keys of that file, whose fingerprint was compared. A change of known keys must bear the word of the old ones. */
  'exchange.trust': endpoint({
    input: z.strictObject({ text: keysText, fingerprint: z.string().max(80) }),
    output: TrustedHolder,
    roles: ['system-admin'],
    audit: 'exchange.trust',
  }),
  /** Who filled a case in before; null: it was begun at this counter. */
  'case.prefilled': endpoint({
    input: z.strictObject({ caseId: RecordId }),
    output: Prefilled.nullable(),
    roles: counterRoles,
    audit: null,
  }),
  /** Whoever sits here has gone through everything with the applicant; without it a pre-filled case is not accepted. */
  'case.prefilledChecked': endpoint({
    input: z.strictObject({ caseId: RecordId }),
    output: z.strictObject({}),
    roles: counterRoles,
    audit: 'case.prefilledChecked',
  }),
} as const;
