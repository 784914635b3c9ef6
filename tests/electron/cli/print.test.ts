import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { printCommand } from '../../../electron/cli/print.ts';
import { PrintCalibration } from '../../../shared/domain/form.ts';
import { exampleInputs } from '../station/print/example-inputs.ts';
import { documentInfo, formNamed, printed } from '../station/print/print-rig.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const said = { out: '', err: '' };
const hear = (stream: 'out' | 'err', words: string | Uint8Array) => {
  said[stream] += words;
  return true;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luohu-cli-print-'));
  Object.assign(said, { out: '', err: '' });
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => hear('out', words));
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => hear('err', words));
  writeFileSync(at('input.json'), JSON.stringify(exampleInputs['resident-card']));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('luohu print', () => {
  it('writes the PDF and says how many pages it has', async () => {
    expect(
      await printCommand([
        'resident-card',
        '--input',
        at('input.json'),
        '--out',
        at('card.pdf'),
        '--mode',
        'overprint',
      ]),
    ).toBe(0);
    expect(readFileSync(at('card.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.parse(said.out)).toMatchObject({ ok: true, pages: 1 });
  });

  it('writes nothing when a character is missing', async () => {
    writeFileSync(at('input.json'), JSON.stringify({ ...exampleInputs['resident-card'], name: '王\u{378}' }));
    expect(await printCommand(['resident-card', '--input', at('input.json'), '--out', at('card.pdf')])).toBe(1);
    expect(said.err).toContain('U+0378');
    expect(existsSync(at('card.pdf'))).toBe(false);
  });

  it('prints what the program prints: the same bytes for the same form, mode and calibration', async () => {
    const calibration = { offsetXmm: 2, scaleY: 0.99, rotationDeg: 0.5, feedPitchMm: 0.3 };
    writeFileSync(at('calibration.json'), JSON.stringify(calibration));
    const mode = ['--mode', 'overprint', '--calibration', at('calibration.json')];
    const info = ['--author', documentInfo.author, '--at', documentInfo.createdAt, '--copy', '一', '--copy', '二'];
    await printCommand(['resident-card', '--input', at('input.json'), '--out', at('card.pdf'), ...mode, ...info]);
    const program = await printed(formNamed('resident-card'), exampleInputs['resident-card'] ?? {}, {
      mode: 'overprint',
      calibration: PrintCalibration.parse(calibration),
      copies: ['一', '二'],
    });
    expect(readFileSync(at('card.pdf')).equals(Buffer.from(program))).toBe(true);
  });

  it('names the forms there are when asked for another', async () => {
    expect(await printCommand(['nothing', '--input', at('input.json'), '--out', at('card.pdf')])).toBe(2);
    expect(said.err).toContain('acceptance-receipt');
  });

  it('prints at the place that a calibration file says', async () => {
    const args = ['resident-card', '--input', at('input.json'), '--at', '2026-11-21T00:00:00Z'];
    writeFileSync(at('calibration.json'), JSON.stringify({ offsetXmm: 3 }));
    await printCommand([...args, '--out', at('a.pdf')]);
    await printCommand([...args, '--out', at('b.pdf'), '--calibration', at('calibration.json')]);
    expect(readFileSync(at('a.pdf')).equals(readFileSync(at('b.pdf')))).toBe(false);
  });
});
