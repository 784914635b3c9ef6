import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../registry/refusal.ts';
import { readPush } from '../../../registry/taking/sent-event.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { hashOf } from '../../fixtures/registry-device.ts';

const envelope = {
  eventId: '01900000-0000-7000-8000-000000000001',
  deviceId: '01900000-0000-7000-8000-000000000002',
  stationCode: '220403010000',
  seq: 1,
  prevHash: '0'.repeat(64),
  hash: 'f'.repeat(64),
};
const { hash: _, ...unhashed } = envelope;

describe('an event as it was sent', () => {
  it('has the same body and hash in whatever order its members come', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.boolean(), (facts, inOrder) => {
        const sent = JSON.parse(JSON.stringify({ ...envelope, facts }));
        const pushed = inOrder ? JSON.parse(canonicalJson(sent)) : sent;
        const [event] = readPush({ events: [pushed] });
        expect(event?.body).toBe(canonicalJson(sent));
        expect(event?.hash).toBe(hashOf(JSON.parse(JSON.stringify({ ...unhashed, facts }))));
      }),
    );
  });

  it('nested beyond all reason is refused, in order or not', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    for (const members of [
      `"facts":${deep},${JSON.stringify(envelope).slice(1)}`,
      `${canonicalJson(envelope).slice(1, -1)},"zz":${deep}}`,
    ])
      expect(() => readPush(JSON.parse(`{"events":[{${members}]}`))).toThrow(Refusal);
  });
});
