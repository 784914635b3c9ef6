import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, describe, expect, it } from 'vitest';
import { checkoutFolders } from '../../../../electron/station/folders.ts';
import { openDatabase } from '../../../../electron/station/store/database.ts';
import { addHappening, listSettlements } from '../../../../electron/station/store/happenings.ts';
import { type ConflictFacts, type SettlementFacts, ToldEvent } from '../../../../shared/domain/events.ts';

const folder = mkdtempSync(join(tmpdir(), 'luohu-restated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { migrations } = checkoutFolders(join(import.meta.dirname, '..', '..', '..', '..'));
const database = openDatabase(join(folder, 'station.db'), migrations);
afterAll(() => database.close());

const stationCode = '220403010000';
const restates: SettlementFacts = {
  ...{ procedure: 'settle.residence', acceptanceNumber: '220403-2026-000001', registeredOn: '2026-11-23' },
  destination: { division: '220402', urbanRural: 'urban' },
  movers: [{ personId: uuidv7(), fromDivision: '210404', fromClass: 'rural' }],
  householdId: uuidv7(),
  isNewHousehold: true,
};

function tell(said: Pick<ConflictFacts, 'choice' | 'restates'>): void {
  const facts = {
    ...{ settledEventId: uuidv7(), reason: '本人到场核实', procedure: 'settle.residence', acceptanceNumber: '' },
    ...{ registeredOn: '2026-11-23', happenedOn: '2026-11-23', ...said },
  };
  const ids = { eventId: uuidv7(), deviceId: uuidv7(), operatorId: uuidv7(), caseId: uuidv7() };
  const at = '2026-11-23T02:00:00.000Z';
  addHappening(database, ToldEvent.parse({ kind: 'conflict.settled', facts, ...ids, stationCode, occurredAt: at }), at);
}

describe('a settlement that was sent again after a conflict', () => {
  it('is counted once, with whoever was sent; a withdrawn one is not', () => {
    tell({ choice: 'mix', restates });
    tell({ choice: 'withdrawn', restates: null });
    const counted = listSettlements(database, stationCode, { from: '2026-11-01', until: '2026-11-30' });
    expect(counted).toEqual([{ facts: restates, state: 'confirmed' }]);
  });
});
