import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { EnrolRequest, LeaseRequest } from '../../../shared/contract/registry.ts';
import { InquiryRequest, OfficeAnswer } from '../../../shared/contract/registry-inquiry.ts';
import { AuditHead, PublishKeys } from '../../../shared/contract/registry-published.ts';
import { sealKeyIdOf } from '../../../shared/document-seal/key-set.ts';
import type { Effect } from '../../../shared/domain/events.ts';
import { asks, inquiry } from '../../fixtures/inquiry-registry.ts';
import { person, stationA } from '../../fixtures/register-records.ts';
import type { FuzzTrial } from './trial.ts';

/** A request that would be taken, and how its body is judged. */
export interface Seed {
  readonly path: string;
  readonly by: 'a' | 'office' | null;
  readonly body: Record<string, unknown>;
  /** Whether the schema takes a body. */
  takes(body: unknown): boolean;
}

/** One request of each kind that carries a body, pushes aside. */
export async function makeSeeds(): Promise<Seed[]> {
  const { kty, crv, x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const publicKey = { kty: 'OKP', crv: 'Ed25519', x: String(x) } as const;
  const key = {
    ...{ kty, crv, x, kid: await sealKeyIdOf(publicKey), alg: 'EdDSA', use: 'sig', station: stationA },
    ...{ stationName: '试验派出所', validFrom: '2026-01-01', validUntil: null, revokedOn: null },
  };
  const answer = { kind: 'approval', decision: 'approve', decisionNumber: '1', reason: '' };
  const enrolment = { code: 'no-such-code', stationCode: stationA, deviceId: uuidv7(), deviceName: '窗口', publicKey };
  const lease = { kind: 'household-number', count: 5, requestId: uuidv7() };
  return [
    { path: '/v1/devices', by: null, body: enrolment, takes: (body) => EnrolRequest.safeParse(body).success },
    { path: '/v1/leases', by: 'a', body: lease, takes: (body) => LeaseRequest.safeParse(body).success },
    {
      path: '/v1/inquiries',
      by: 'a',
      body: inquiry(asks.approval),
      takes: (body) => InquiryRequest.safeParse(body).success,
    },
    {
      path: '/v1/inquiries',
      by: 'a',
      body: inquiry(asks.verification),
      takes: (body) => InquiryRequest.safeParse(body).success,
    },
    { path: '/v1/keys', by: 'a', body: { keys: [key] }, takes: (body) => PublishKeys.safeParse(body).success },
    {
      path: '/v1/anchors',
      by: 'a',
      body: { count: 3, hash: 'a'.repeat(64) },
      takes: (body) => AuditHead.safeParse(body).success,
    },
    {
      path: `/v1/inquiries/${uuidv7()}/answer`,
      by: 'office',
      body: { answer },
      takes: (body) => OfficeAnswer.safeParse(body).success,
    },
  ];
}

/** Every path with the method it has, each open to a counter, an office, another registry or anybody. */
export const endpoints = [
  ...['/v1/health', '/v1/devices/self?afterSeq=0', '/v1/changes?cursor=0', '/v1/snapshot', '/v1/packs'].map(
    (path) => ['GET', path] as const,
  ),
  ...[
    '/v1/inquiries/answers?cursor=0',
    '/v1/inquiries/open',
    '/v1/papers',
    '/v1/identity',
    '/v1/keys',
    '/v1/packs/a/1',
    '/v1/anchors',
    '/v1/openapi.json',
  ].map((path) => ['GET', path] as const),
  ...[
    '/v1/devices',
    '/v1/events',
    '/v1/leases',
    '/v1/inquiries',
    '/v1/inquiries/x/answer',
    '/v1/keys',
    '/v1/anchors',
  ].map((path) => ['POST', path] as const),
];

/** Whether there is such a path with that method, whatever the query. */
export function isEndpoint(method: string, path: string): boolean {
  const [plain] = path.split('?');
  return endpoints.some(([known, each]) => known === method && each.split('?')[0] === plain);
}

export function signerOf(trial: FuzzTrial, by: Seed['by']) {
  return by === null ? undefined : trial[by];
}

/** Paths of the values in a body, each as the steps to it. */
export function placesIn(value: unknown, steps: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [[...steps]];
  const inside = Object.entries(value).flatMap(([name, each]) => placesIn(each, [...steps, name]));
  return [[...steps], ...inside];
}

/** The body with something else at a place; `undefined` takes it out. */
export function changedAt(body: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (body === null || typeof body !== 'object') return body;
  const copy: unknown = Array.isArray(body) ? [...body] : { ...body };
  const held = copy as Record<string, unknown>;
  held[step] = changedAt(held[step], rest, value);
  return copy;
}

const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

/** What no schema hopes for, and what one may. */
export const strange = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', '\0', '\ud800', -1, 0, 1.5, 1e300, -1e300, true, [], {}, [[]]),
  fc.constantFrom<unknown>('x'.repeat(200_000), Array(5000).fill(0), { toString: 1, constructor: { prototype: {} } }),
  fc.constantFrom<unknown>("'; DROP TABLE devices; --", '%00', '../../etc', '9'.repeat(400), deep(500)),
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
);

/** Effects by which a person becomes known. */
export function newcomer(): Effect[] {
  const after = person();
  return [{ kind: 'person', id: after.personId, basedOn: 0, after }];
}
