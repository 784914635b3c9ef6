import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { practiceCards } from '../../../../electron/main/card-readers/practice-cards.ts';
import { simulatedReader } from '../../../../electron/main/card-readers/simulated-reader.ts';
import { readCitizenNumber } from '../../../../shared/domain/citizen-number.ts';
import { isKnownArea } from '../../../../shared/domain/divisions.ts';
import { readIdCardBlock, writeIdCardBlock } from '../../../../shared/domain/id-card.ts';

describe('the practice card reader', () => {
  it('hands out made-up people one after another and begins again', async () => {
    const reader = simulatedReader(null);
    const names: string[] = [];
    for (let turn = 0; turn <= practiceCards.length; turn += 1) {
      const reading = readIdCardBlock((await reader.read()) ?? new Uint8Array());
      names.push(reading.ok ? reading.card.name : reading.reason);
    }
    expect(names).toEqual([...practiceCards.map(({ name }) => name), practiceCards[0]?.name]);
  });

  it('gives every practice person a citizen number that passes all checks', () => {
    for (const { citizenId } of practiceCards)
      expect(readCitizenNumber(citizenId, { today: '2026-11-22', isKnownArea })).toMatchObject({ valid: true });
  });

  it('reads the cards of a folder in order; an empty file is an empty reader', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luohu-'));
    const [card] = practiceCards;
    if (!card) throw new Error('no practice cards');
    writeFileSync(join(folder, '1.bin'), writeIdCardBlock(card));
    writeFileSync(join(folder, '2.bin'), '');
    const reader = simulatedReader(folder);
    expect(await reader.read()).toEqual(writeIdCardBlock(card));
    expect(await reader.read()).toBeNull();
  });
});
