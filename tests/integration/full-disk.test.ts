import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Draft } from '../../shared/contract/draft.ts';
import { TestCounter } from '../fixtures/counter.ts';

/** A disk of 40 MB; only root may mount one, as in CI. */
const isRoot = process.getuid?.() === 0;
const disk = mkdtempSync(join(tmpdir(), 'luohu-disk-'));
let counter: TestCounter;

describe.runIf(isRoot)('on a full disk', () => {
  beforeAll(async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', disk]);
    counter = await TestCounter.open(null, disk);
  });

  afterAll(async () => {
    await counter.discard();
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  it('refuses what does not fit with its code, keeps everything before it, and goes on when there is space again', async () => {
    const clerk = await counter.loggedIn('li');
    const { row, revision } = await clerk.must('case.start', {});
    const { caseId } = row;
    const draft = Draft.parse({ note: '满盘之前' });
    await clerk.must('case.save', { caseId, revision, draft });
    const filler = join(disk, 'filler');
    writeFileSync(filler, Buffer.alloc(35 * 1024 * 1024));
    const image = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(3 * 1024 * 1024)]);
    const photograph = { caseId, materialId: 'id-card', image: new Uint8Array(image) };

    const codes = [];
    for (let tries = 0; tries < 4; tries += 1) {
      const answer = await clerk.call('case.attach', photograph);
      codes.push(answer.ok ? 'done' : answer.error.code);
    }
    expect(codes.at(-1)).toBe('DISK_FULL');
    expect((await clerk.must('case.get', { caseId })).draft.note).toBe('满盘之前');

    rmSync(filler);
    const { attachmentId } = await clerk.must('case.attach', photograph);
    expect((await clerk.must('case.attachment', { attachmentId })).image.byteLength).toBe(image.byteLength);
  });
});
