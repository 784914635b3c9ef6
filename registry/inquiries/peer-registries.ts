import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { CompactSign } from 'jose';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { DeviceKey, type RequestProof, registryPaths, signatureScheme } from '../../shared/contract/registry.ts';
import { type InquiryAsk, PaperAnswer } from '../../shared/contract/registry-inquiry.ts';
import { RecordId } from '../../shared/domain/records.ts';
import type { RegistryIdentity } from '../store/identity.ts';
import type { AnsweringSystem } from './answering-system.ts';
import { peerQueryOf } from './paper-state.ts';

const answerLimitMs = 10_000;

/** The registry of another prefecture: the first four digits of its divisions, where it is, and its key as its own `/v1/identity` tells. */
export const Peer = z.strictObject({
  prefix: z.string().regex(/^\d{4}$/),
  url: z.url({ protocol: /^https?$/ }),
  registryId: RecordId,
  publicKey: DeviceKey,
});
export type Peer = z.infer<typeof Peer>;

/** The registries of other places: each is asked, signed, about papers of its divisions. One that can't be reached is silent. */
export function peerRegistries(
  { privateKey, registryId }: RegistryIdentity,
  peers: readonly Peer[],
  now: () => Date,
): AnsweringSystem {
  const key = createPrivateKey({ key: privateKey, format: 'jwk' });
  const peerOf = (office: string) => peers.find(({ prefix }) => office === `registry:${prefix}`);
  return {
    answersFor: ({ office }) => peerOf(office) !== undefined,
    ask: async ({ office, request: { ask } }) => {
      const peer = peerOf(office);
      return peer && ask.kind === 'paper' ? askPeer(peer, ask, { key, registryId, now }) : null;
    },
  };
}

/** Nobody is connected for the place: said at once, so that the counter picks up the telephone instead of waiting. */
export const unconnectedRegistries: AnsweringSystem = {
  answersFor: ({ office }) => office.startsWith('registry:'),
  ask: async () => ({ kind: 'paper', state: 'not-connected', issuer: '', validUntil: null }),
};

interface Asker {
  readonly key: KeyObject;
  readonly registryId: string;
  readonly now: () => Date;
}

async function askPeer(
  { url }: Peer,
  ask: Extract<InquiryAsk, { kind: 'paper' }>,
  asker: Asker,
): Promise<PaperAnswer | null> {
  const query = Object.entries(peerQueryOf(ask)).map(([name, value]) => [name, String(value)]);
  const path = `${registryPaths.papers}?${new URLSearchParams(query)}`;
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}${path}`, {
      headers: { authorization: await proofOf(path, asker) },
      redirect: 'manual',
      signal: AbortSignal.timeout(answerLimitMs),
    });
    if (response.status !== 200) return null;
    const answer = PaperAnswer.safeParse(await response.json());
    return answer.success ? answer.data : null;
  } catch {
    // Away, cut off or not speaking our language: all the same to whoever waits.
    return null;
  }
}

async function proofOf(path: string, { key, registryId, now }: Asker): Promise<string> {
  const proof: RequestProof = {
    method: 'GET',
    path,
    bodySha256: createHash('sha256').update('').digest('hex'),
    iat: Math.floor(now().getTime() / 1000),
    jti: uuidv7(),
  };
  const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(proof)))
    .setProtectedHeader({ alg: 'EdDSA', kid: registryId })
    .sign(key);
  return `${signatureScheme} ${jws}`;
}
