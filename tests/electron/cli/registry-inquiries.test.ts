import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandResult } from '../../../electron/cli/command.ts';
import { registryCommand } from '../../../electron/cli/registry.ts';
import type { RunningRegistry } from '../../../registry/server.ts';
import { OpenInquiries } from '../../../shared/contract/registry-inquiry.ts';
import { asks, enrolStation, inquiry, offices, startInquiryRegistry } from '../../fixtures/inquiry-registry.ts';
import { backends } from '../../fixtures/registry-backends.ts';
import type { TestDevice } from '../../fixtures/registry-device.ts';

const [backend = 'PGlite'] = backends;

describe('an office without a program of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-office-'));
  const key = join(folder, 'office-key.json');
  let registry: RunningRegistry;
  let station: TestDevice;

  beforeAll(async () => {
    registry = await startInquiryRegistry(backend);
    station = await enrolStation(registry.url);
  }, 120_000);
  afterAll(async () => {
    await registry?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (...args: string[]) => {
    const result = await registryCommand(['inquiries', '--registry', registry.url, '--key', key, ...args]);
    if (typeof result === 'number') throw new Error('an exit code alone');
    return result as CommandResult;
  };

  it('is let in by its code, sees what it is asked, and answers from a file', async () => {
    const request = inquiry(asks.approval);
    await station.signed('POST', '/v1/inquiries', request);
    expect(await run('--list')).toMatchObject({ exitCode: 1, problems: ['REGISTRY_REFUSED DEVICE_UNKNOWN'] });
    const { code, stationCode } = offices.county;
    const listed = await run('--enrol-code', code, '--police', stationCode, '--list');
    expect(OpenInquiries.parse(listed.output).inquiries).toMatchObject([{ inquiryId: request.inquiryId }]);
    expect(statSync(key).mode & 0o077).toBe(0);

    const file = join(folder, 'answer.json');
    const answer = { kind: 'approval', decision: 'approve', decisionNumber: '南康公审〔2026〕1号', reason: '' };
    writeFileSync(file, JSON.stringify(answer));
    expect(await run('--answer', request.inquiryId, '--file', file)).toMatchObject({ exitCode: 0 });
    expect(OpenInquiries.parse((await run('--list')).output).inquiries).toEqual([]);
    const answers = await (await station.signed('GET', '/v1/inquiries/answers?cursor=0')).json();
    expect(answers).toMatchObject({ answers: [{ answer, answeredBy: stationCode }] });
  });

  it('is told what is wrong with a call', async () => {
    expect(await run()).toMatchObject({ exitCode: 2 });
    expect(await run('--list', '--answer', 'x')).toMatchObject({ exitCode: 2 });
    expect(await run('--answer', 'x', '--file', key)).toMatchObject({ exitCode: 2 });
  });
});
