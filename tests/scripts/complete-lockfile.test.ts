import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Lockfile, missingPlatformPackages } from '../../scripts/complete-lockfile.ts';
import { projectRoot } from '../../scripts/project.ts';

const tool = (optionalDependencies: Record<string, string>, others: Lockfile['packages'] = {}): Lockfile => ({
  packages: { 'node_modules/tool': { version: '1.0.0', dev: true, optionalDependencies }, ...others },
});

describe('the lockfile', () => {
  it('of this project names the binaries of every platform', () => {
    const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as Lockfile;
    expect(Object.keys(missingPlatformPackages(lock))).toEqual([]);
  });

  it('of this project keeps npm from compiling what is shipped compiled', () => {
    const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as Lockfile;
    expect(lock.packages['node_modules/better-sqlite3']?.gypfile).toBe(false);
  });

  it('gains an entry that npm installs on its own platform only', () => {
    expect(
      missingPlatformPackages(tool({ '@tool/win32-x64-msvc': '1.0.0', '@tool/linux-arm64-musl': '1.0.0' })),
    ).toEqual({
      'node_modules/@tool/win32-x64-msvc': { version: '1.0.0', os: ['win32'], cpu: ['x64'], dev: true, optional: true },
      'node_modules/@tool/linux-arm64-musl': {
        version: '1.0.0',
        os: ['linux'],
        cpu: ['arm64'],
        libc: ['musl'],
        dev: true,
        optional: true,
      },
    });
  });

  it('keeps what it has, beside the package or above it', () => {
    const above = { 'node_modules/@tool/darwin-x64': { version: '1.0.0' } };
    expect(missingPlatformPackages(tool({ '@tool/darwin-x64': '1.0.0' }, above))).toEqual({});
    const beside = { 'node_modules/tool/node_modules/@tool/darwin-x64': { version: '1.0.0' } };
    expect(missingPlatformPackages(tool({ '@tool/darwin-x64': '1.0.0' }, beside))).toEqual({});
  });

  it('gains nothing that is no platform package or has no exact version', () => {
    expect(missingPlatformPackages(tool({ colours: '1.0.0', '@tool/darwin-x64': '^1.0.0' }))).toEqual({});
  });
});
