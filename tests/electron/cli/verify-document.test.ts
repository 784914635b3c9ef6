import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDocumentCommand } from '../../../electron/cli/verify-document.ts';
import { contentHash } from '../../../shared/document-seal/content-hash.ts';
import { keySetOf, type TestSigner, testSigner } from '../../fixtures/seals.ts';
import { madeUpForm, printed } from '../station/print/print-rig.ts';

const form = madeUpForm(`
fields: { name: { zh: 姓名, en: Name }, seal: { zh: 验证码, en: Code } }
boxes: [{ kind: qr, id: seal, x: 10, y: 10, w: 24, h: 24, field: seal }]
`);
const input = { name: '王示例' };
let folder = '';
let signer: TestSigner;
let seal = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luohu-verify-'));
  signer = await testSigner();
  seal = await signer.seal({ contentHash: await contentHash(input) });
  write('keys.json', keySetOf(signer));
  writeFileSync(at('paper.pdf'), await printed(form, { ...input, seal }));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const write = (name: string, value: unknown) => writeFileSync(at(name), JSON.stringify(value));
async function verify(place: string, ...more: string[]) {
  const result = await verifyDocumentCommand([place, '--keys', at('keys.json'), ...more]);
  if (typeof result === 'number') throw new Error('the command said it itself');
  return result;
}
const picture = (...args: string[]) => {
  execFileSync('pdftoppm', ['-png', '-r', '200', '-singlefile', ...args, at('paper.pdf'), at('paper')]);
  return at('paper.png');
};

describe('luohu verify-document', () => {
  it.each([
    ['the text of a code', 'text', () => seal],
    ['a PDF', 'pdf-information', () => at('paper.pdf')],
    ['a colour scan', 'picture', () => picture()],
    ['a grey scan', 'picture', () => picture('-gray')],
    ['a scan of black and white', 'picture', () => picture('-mono')],
  ])('says of %s that it is valid, and what it looked at', async (_what, source, place) => {
    const { exitCode, output } = await verify(place());
    expect(exitCode).toBe(0);
    expect(output).toMatchObject({
      verdict: 'valid',
      source,
      documents: [{ number: '辽公准迁字〔2026〕00001号', stationName: '示例派出所', issuedOn: '2026-11-21' }],
    });
    const { documents } = output as { documents: { notChecked: { aspect: string }[] }[] };
    expect(documents[0]?.notChecked.map(({ aspect }) => aspect)).toEqual(['voided', 'content', 'paper']);
  });

  it('compares the content when it is given', async () => {
    write('input.json', input);
    write('other.json', { name: '王示列' });
    expect(await verify(at('paper.pdf'), '--content', at('input.json'))).toMatchObject({
      output: { verdict: 'valid' },
    });
    expect(await verify(at('paper.pdf'), '--content', at('other.json'))).toMatchObject({
      exitCode: 1,
      output: { verdict: 'other-content' },
    });
  });

  it('says of a voided number that it is', async () => {
    const documents = [{ station: '220403010000', number: '辽公准迁字〔2026〕00001号', voidedOn: '2026-11-22' }];
    write('voided.json', {
      format: 'luohu-voided-documents',
      formatVersion: 1,
      asOf: '2026-11-22T00:00:00Z',
      documents,
    });
    expect(await verify(seal, '--voided', at('voided.json'))).toMatchObject({
      exitCode: 1,
      output: { verdict: 'voided', zh: expect.stringContaining('已作废'), documents: [{ voidedOn: '2026-11-22' }] },
    });
  });

  it('says so too from the one file that the registry publishes: keys and voided numbers', async () => {
    const list = { format: 'luohu-voided-documents', formatVersion: 1, asOf: '2026-11-22T00:00:00Z' };
    const number = '辽公准迁字〔2026〕00001号';
    const entry = { station: '220403010000', form: 'move-in-permit', number, voidedOn: '2026-11-22', reason: '更正' };
    write('keys.json', { keys: keySetOf(signer), voided: { ...list, documents: [entry] } });
    expect(await verify(seal)).toMatchObject({
      exitCode: 1,
      output: { verdict: 'voided', documents: [{ voidedOn: '2026-11-22', reason: '更正' }] },
    });
    write('keys.json', {
      keys: keySetOf(signer),
      voided: { ...list, documents: [{ ...entry, form: 'resident-card' }] },
    });
    const { exitCode, output } = await verify(seal);
    expect([exitCode, output]).toMatchObject([0, { verdict: 'valid' }]);
    const { documents } = output as { documents: { checked: { aspect: string }[] }[] };
    expect(documents[0]?.checked.map(({ aspect }) => aspect)).toContain('voided');
  });

  it.each([
    ['altered', () => seal.slice(0, -4) + (seal.endsWith('AAAA') ? 'QAAA' : 'AAAA')],
    ['malformed', () => seal.slice(0, 100)],
    ['malformed', () => '王示例'],
  ])('fails on a text that is %s', async (verdict, text) => {
    const { exitCode, output } = await verify(text());
    expect(exitCode).toBe(1);
    expect(['altered', 'malformed']).toContain((output as { verdict: string }).verdict);
    if (verdict === 'malformed') expect(output).toMatchObject({ verdict });
  });

  it('fails with another key, and with a revoked one', async () => {
    write('keys.json', keySetOf(await testSigner()));
    expect(await verify(seal)).toMatchObject({ exitCode: 1, output: { verdict: 'unknown-key' } });
    write('keys.json', { ...keySetOf(signer), keys: [{ ...signer.key, revokedOn: '2026-11-30' }] });
    expect(await verify(seal)).toMatchObject({ exitCode: 1, output: { verdict: 'revoked' } });
  });

  it('fails on a PDF without a code', async () => {
    writeFileSync(at('paper.pdf'), await printed(form, input));
    expect(await verify(at('paper.pdf'))).toMatchObject({
      exitCode: 1,
      output: { verdict: 'malformed', documents: [] },
    });
  });

  it('fails when one of two papers in a file is not good', async () => {
    const other = await (await testSigner()).seal();
    writeFileSync(at('both.pdf'), `%PDF-1.7\n<< /Keywords (${seal} ${other}) >>`);
    expect(await verify(at('both.pdf'))).toMatchObject({ exitCode: 1, output: { verdict: 'unknown-key' } });
  });

  it.each([
    ['no keys', () => [seal]],
    ['a file that is not there', () => ['/nowhere/paper.pdf', '--keys', at('keys.json')]],
    ['a key set that is none', () => [seal, '--keys', at('paper.pdf')]],
    ['a list that is none', () => [seal, '--keys', at('keys.json'), '--voided', at('keys.json')]],
  ])('exits with 2 when it is given %s', async (_what, args) => {
    expect(await verifyDocumentCommand(args())).toMatchObject({ exitCode: 2 });
  });
});
