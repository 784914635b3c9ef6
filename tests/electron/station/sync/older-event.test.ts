import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { addEvent } from '../../../../electron/station/store/events.ts';
import { listWaitingEvents } from '../../../../electron/station/sync/outbox.ts';
import { canonicalJson } from '../../../../shared/domain/canonical-json.ts';
import type { RegisterEvent } from '../../../../shared/domain/events.ts';
import { idOf, people, SmallRegister } from '../../../fixtures/small-register.ts';
import { TestCopy } from '../../../fixtures/station-copy.ts';

const copy = new TestCopy();
afterAll(() => copy.discard());

describe('an event that an older program left waiting', () => {
  it('is sent as it was written, so that its hash holds though records have more fields now', () => {
    const { formerCitizenIds: _, ...person } = new SmallRegister().person(people.loner);
    const facts = {
      procedure: 'item.name',
      acceptanceNumber: '220403-2026-000001',
      registeredOn: '2026-11-22',
      happenedOn: '2026-11-22',
      personIds: [people.loner],
      householdIds: [],
      details: {},
    };
    const unhashed = {
      kind: 'register.changed',
      facts,
      eventId: idOf(700),
      deviceId: idOf(701),
      seq: 1,
      stationCode: '220403010000',
      operatorId: idOf(702),
      caseId: idOf(703),
      occurredAt: '2026-11-22T01:30:00Z',
      effects: [{ kind: 'person', id: people.loner, basedOn: 1, after: person }],
      prevHash: '0'.repeat(64),
    };
    const hash = createHash('sha256').update(canonicalJson(unhashed)).digest('hex');
    const event = { ...unhashed, hash } as unknown as RegisterEvent;
    addEvent(copy.database, event, canonicalJson(event));
    const [sent] = listWaitingEvents(copy.database);
    const { hash: told, ...rest } = sent ?? { hash: '' };
    expect(createHash('sha256').update(canonicalJson(rest)).digest('hex')).toBe(told);
  });
});
