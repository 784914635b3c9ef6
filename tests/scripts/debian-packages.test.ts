import { describe, expect, it } from 'vitest';
import { installLine, listMissingPackages } from '../../scripts/machine/debian-packages.ts';

describe('system libraries', () => {
  it('are all missing on a bare Debian', async () => {
    const missing = await listMissingPackages(['screen', 'tests'], async () => new Set());
    expect(missing).toEqual(['xvfb', 'xauth', 'poppler-utils', 'postgresql', 'cups', 'fonts-hanazono']);
  });

  it('are missing one by one', async () => {
    const missing = await listMissingPackages(['screen'], async () => new Set(['xvfb']));
    expect(missing).toEqual(['xauth']);
  });

  it('may have the names of newer Debians', async () => {
    const missing = await listMissingPackages(['electron'], async (names) => {
      return new Set(names.filter((name) => name.endsWith('t64') && !name.startsWith('libnss3')));
    });
    expect(missing).toEqual(['libnss3']);
  });

  it('are not asked for where no dpkg can tell', async () => {
    expect(await listMissingPackages(['electron'], async () => null)).toEqual([]);
  });

  it('come with the exact line to type', () => {
    expect(installLine(['xvfb', 'xauth'])).toBe(
      'apt-get update && apt-get install -y --no-install-recommends xvfb xauth',
    );
  });
});
