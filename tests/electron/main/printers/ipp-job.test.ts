import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { askJobState } from '../../../../electron/main/printers/ipp-job.ts';

const folder = mkdtempSync(join(tmpdir(), 'luohu-ipp-'));
let server: Server | null = null;
let asked = '';

afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  rmSync(folder, { recursive: true, force: true });
});

/** The attribute of RFC 8010 with this tag, name and value. */
function attribute(tag: number, name: string, value: Buffer): Buffer {
  const length = (bytes: number) => Buffer.from([bytes >> 8, bytes & 0xff]);
  return Buffer.concat([Buffer.from([tag]), length(name.length), Buffer.from(name), length(value.length), value]);
}

/** An answer as CUPS gives it: charset, language, then the job's attributes. */
function answerOf(status: number, state: number | null): Buffer {
  return Buffer.concat([
    Buffer.from([2, 0, status >> 8, status & 0xff, 0, 0, 0, 1, 0x01]),
    attribute(0x47, 'attributes-charset', Buffer.from('utf-8')),
    attribute(0x48, 'attributes-natural-language', Buffer.from('en')),
    ...(state === null ? [] : [Buffer.from([0x02]), attribute(0x23, 'job-state', Buffer.from([0, 0, 0, state]))]),
    Buffer.from([0x03]),
  ]);
}

/** A print system on loopback that answers this to everything; its address as `lpstat -H` names it. */
async function answering(answer: Buffer): Promise<string> {
  const made = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked = Buffer.concat(parts).toString('latin1');
      response.end(answer);
    });
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(made.address() as AddressInfo).port}`;
}

describe('how a job stands', () => {
  it.each([
    [3, 'under-way'],
    [4, 'under-way'],
    [5, 'under-way'],
    [6, 'under-way'],
    [7, 'canceled'],
    [8, 'aborted'],
    [9, 'completed'],
  ])('is read from state %i: %s', async (state, words) => {
    expect(await askJobState(await answering(answerOf(0, state)), 42)).toBe(words);
    expect(asked).toContain('ipp://localhost/jobs/42');
  });

  it('is not known of a job that the print system does not keep', async () => {
    expect(await askJobState(await answering(answerOf(0x0406, null)), 42)).toBe('forgotten');
  });

  it('is an error, not a guess, when the answer names no state, is cut, or does not come', async () => {
    await expect(askJobState(await answering(answerOf(0, null)), 42)).rejects.toThrow('no state');
    await new Promise((resolve) => server?.close(resolve));
    await expect(askJobState(await answering(answerOf(0, 9).subarray(0, 60)), 42)).rejects.toThrow();
    await expect(askJobState(join(folder, 'no.sock'), 42)).rejects.toThrow();
  });
});
