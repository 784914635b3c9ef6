import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildVerifyPage, verifyPageFile } from '../../scripts/verify-page.ts';

const kept = readFileSync(verifyPageFile, 'utf8');

describe('the page that checks QR codes', () => {
  it('is kept as its sources make it: `node scripts/verify-page.ts` writes it', async () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(hash(await buildVerifyPage())).toBe(hash(kept));
  });

  it('is one file that asks for nothing from anywhere', () => {
    expect(kept).toMatch(/Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/);
    expect(kept).not.toMatch(/<(link|img|iframe|script src)\b|unsafe-/);
  });
});
