import { describe, expect, it } from 'vitest';
import { warmUpPrinting } from '../../../../electron/station/print/warm-up.ts';
import { exampleInputs } from './example-inputs.ts';
import { fonts, formNamed, printed } from './print-rig.ts';

const card = formNamed('resident-card');

describe('printing after the warm-up', () => {
  it('prints exactly what it would have printed without', async () => {
    const before = await printed(card, exampleInputs['resident-card'] ?? {});
    await warmUpPrinting(fonts);
    expect(Buffer.compare(await printed(card, exampleInputs['resident-card'] ?? {}), before)).toBe(0);
  });
});
