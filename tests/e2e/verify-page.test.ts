import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desktop, openDesktop } from '../../scripts/machine/desktop.ts';
import { verifyPageFile } from '../../scripts/verify-page.ts';
import { madeUpForm, printed, type Raster, rasterOf } from '../electron/station/print/print-rig.ts';
import { keySetOf, type TestSigner, testSigner } from '../fixtures/seals.ts';
import { toNobody } from './program.ts';

const form = madeUpForm(`
fields: { seal: { zh: 验证码, en: Code }, name: { zh: 姓名, en: Name } }
boxes:
  - { kind: qr, id: code, x: 60, y: 20, w: 24, h: 24, field: seal }
  - { kind: value, id: name, x: 8, y: 10, w: 50, h: 10, field: name }
  - { kind: rect, id: frame, x: 3, y: 3, w: 94, h: 54 }
`);
const number = '辽公准迁字〔2026〕00001号';

let folder = '';
let desktop: Desktop;
let app: ElectronApplication;
let page: Page;
let signer: TestSigner;
let seal = '';
const seen = { requests: [] as string[], errors: [] as string[] };
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luohu-verify-page-'));
  [signer, desktop] = [await testSigner(), await openDesktop('1000x1300', toNobody)];
  seal = await signer.seal();
  const pdf = await printed(form, { seal, name: '王示例' });
  writeFileSync(at('camera.y4m'), videoOf(rasterOf(pdf, 250), 1280, 720));
  writeFileSync(at('paper.pdf'), pdf);
  execFileSync('pdftoppm', ['-png', '-r', '200', '-singlefile', at('paper.pdf'), at('scan')]);
  writeFileSync(at('keys.json'), JSON.stringify(keySetOf(signer)));
  const documents = [{ station: signer.key.station, number, voidedOn: '2026-11-22', reason: '更正后重发' }];
  const list = { format: 'luohu-voided-documents', formatVersion: 1, asOf: '2026-11-22T00:00:00Z', documents };
  writeFileSync(at('voided.json'), JSON.stringify(list));
  writeFileSync(at('published.json'), JSON.stringify({ keys: keySetOf(signer), voided: list }));
  writeFileSync(at('package.json'), '{ "name": "reader", "main": "main.cjs" }');
  writeFileSync(
    at('main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ width: 900, height: 1250 }).loadFile(${JSON.stringify(verifyPageFile)}));`,
  );
  await launch();
});
afterAll(async () => {
  await app?.close();
  desktop.display.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A window of its own kind with a camera that sees the paper. */
async function launch(): Promise<void> {
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  app = await electron.launch({
    executablePath: desktop.electron.executable,
    args: [folder, ...desktop.rootArguments, ...camera, `--use-file-for-fake-video-capture=${at('camera.y4m')}`],
    env: Object.fromEntries(Object.entries(desktop.env).flatMap(([name, value]) => (value ? [[name, value]] : []))),
  });
  page = await app.firstWindow();
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && seen.errors.push(message.text()));
  page.on('pageerror', (error) => seen.errors.push(error.message));
}

/** The page as somebody opens it: nothing of the test before is left in it. */
beforeEach(async () => {
  await page.goto('about:blank');
  Object.assign(seen, { requests: [], errors: [] });
  await page.goto(pathToFileURL(verifyPageFile).href);
  await page.locator('#keys-file').setInputFiles(at('keys.json'));
  await page.getByText('已载入公钥 1 把').waitFor();
});

/** One still picture as a film that Chromium takes for its camera: the page of paper on a dark table. */
function videoOf({ width, height, pixels }: Raster, frameWidth: number, frameHeight: number): Buffer {
  const luma = Buffer.alloc(frameWidth * frameHeight, 90);
  const [left, top] = [(frameWidth - width) >> 1, (frameHeight - height) >> 1];
  for (let row = 0; row < height; row++) {
    luma.set(pixels.subarray(row * width, (row + 1) * width), (top + row) * frameWidth + left);
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((frameWidth * frameHeight) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${frameWidth} H${frameHeight} F5:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}

const verdict = (name: string) => page.locator(`[data-verdict="${name}"]`).waitFor();
async function paste(text: string) {
  await page.locator('#code-text').fill(text);
  await page.locator('#check').click();
}

describe('the page that checks QR codes', () => {
  it('reads a paper held before the camera, says who issued what, and gives the camera back', async () => {
    await page.locator('#open-camera').click();
    await verdict('valid');
    expect(await page.locator('#shown-form').textContent()).toBe('准予迁入证明');
    expect(await page.locator('#shown-number').textContent()).toBe(number);
    expect(await page.locator('#shown-station').textContent()).toContain('示例派出所');
    expect(await page.locator('#shown-notChecked').textContent()).toContain('编号是否作废');
    expect(await page.locator('#video').isVisible()).toBe(false);
  });

  it('reads a picture of a paper, and says so when there is no code in it', async () => {
    await page.locator('#picture').setInputFiles(at('keys.json'));
    await page.getByText('没有找到二维码').waitFor();
    await page.locator('#picture').setInputFiles(at('scan.png'));
    await verdict('valid');
  });

  it('refuses an altered text, and another key', async () => {
    await paste(seal.slice(0, -8) + (seal.endsWith('AAAAAAAA') ? 'QAAAAAAA' : 'AAAAAAAA'));
    await page.locator('[data-verdict="altered"], [data-verdict="malformed"]').waitFor();
    await page.locator('#keys-text').fill(JSON.stringify(keySetOf(await testSigner())));
    await paste(seal);
    await verdict('unknown-key');
  });

  it('says of a voided number that it is, and why', async () => {
    await page.locator('#voided-file').setInputFiles(at('voided.json'));
    await paste(` ${seal}\n`);
    await verdict('voided');
    expect(await page.locator('#shown-reason').textContent()).toBe('更正后重发');
  });

  it('says so as well when keys and voided numbers come in the one file that the registry publishes', async () => {
    await page.locator('#keys-file').setInputFiles(at('published.json'));
    await page.getByText('已载入作废编号 1 个').waitFor();
    await paste(seal);
    await verdict('voided');
    expect(await page.locator('#shown-voidedOn').textContent()).toBe('2026年11月22日');
  });

  it('speaks English when it is asked to, and keeps what was read', async () => {
    await paste(seal);
    await verdict('valid');
    await page.locator('#language').click();
    await page.getByText('Valid: issued by this station').waitFor();
    expect(await page.locator('#shown-form').textContent()).toBe('Move-in permit');
    expect(await page.locator('main').textContent()).not.toMatch(/载入|签发/);
  });

  it('needs no network and breaks no rule of its own content policy', async () => {
    await paste(seal);
    await verdict('valid');
    expect(seen.requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(seen.errors).toEqual([]);
    const asked = page.evaluate(() => fetch('https://example.invalid/').then(() => 'sent'));
    await expect(asked).rejects.toThrow();
    expect(seen.errors.join()).toContain('Content Security Policy');
  });
});
