import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PackShelf } from '../../../../electron/station/policy/pack-shelf.ts';
import { findForm, readForm } from '../../../../electron/station/print/load-forms.ts';
import { cityKeys, giveKeys, laterVersion, signed, signedUnchecked } from '../../../fixtures/signed-packs.ts';
import { exampleCityFolder, exampleTexts } from '../../../shared/policy/example-city.ts';

const formText = readFileSync(
  join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'forms', 'address-change-page.yaml'),
  'utf8',
);
const ownForms = [readForm(formText).form].flatMap((form) => form ?? []);
/** A pack that brings a form: the version of the program's unless changed. */
const withForm = (change: (text: string) => string) =>
  signed({ ...laterVersion(exampleTexts, '2026.2', '2026-12-01'), 'forms/address-change-page.yaml': change(formText) });
const nextForm = (text: string) =>
  text.replace('version: 1', 'version: 2').replace('inForceFrom: 2026-01-01', 'inForceFrom: 2026-12-01');

let dataDir = '';
let today = '2026-11-22';
let changes = 0;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'shelf-'));
  today = '2026-11-22';
  changes = 0;
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const openShelf = (builtIn = exampleCityFolder) =>
  new PackShelf({
    builtIn,
    dataDir,
    forms: () => ownForms,
    today: () => today,
    onChange: () => {
      changes += 1;
    },
  });

const december = () => signed(laterVersion(exampleTexts, '2026.2', '2026-12-01'));

describe('the packs of a station', () => {
  it('are the one of the program until another is installed', () => {
    const shelf = openShelf();
    expect(shelf.inForce().stamp).toBe('example-city@2026.1');
    expect(shelf.list().map(({ stamp, keyId }) => [stamp, keyId])).toEqual([['example-city@2026.1', null]]);
  });

  it('stand side by side: the installed one judges from its day on, the old one stays for its cases, and the window is told', () => {
    giveKeys(dataDir);
    const shelf = openShelf();
    expect(shelf.install(december()).ok).toBe(true);
    expect(shelf.inForce().version).toBe('2026.1');
    today = '2026-12-01';
    const before = changes;
    expect(shelf.inForce().version).toBe('2026.2');
    expect(changes).toBe(before + 1);
    expect(shelf.of('example-city@2026.1')?.version).toBe('2026.1');
    expect(shelf.of('example-city@2025.9')).toBeNull();
  });

  it('bring new versions of papers, each printed from its own day on, also after a restart', () => {
    giveKeys(dataDir);
    expect(openShelf().install(withForm(nextForm)).ok).toBe(true);
    const forms = openShelf().forms();
    const versionOn = (day: string) => findForm({ forms }, 'address-change-page', day)?.version;
    expect([versionOn('2026-11-30'), versionOn('2026-12-01')]).toEqual([1, 2]);
  });

  it('are refused with a form that can not be drawn, asks for rights to be given up, or is the program’s own version', () => {
    giveKeys(dataDir);
    const shelf = openShelf();
    const refusedWith = (written: string) => {
      const answer = shelf.install(written);
      return answer.ok ? null : [answer.refusal.reason, answer.problems.join(' ')];
    };
    const file = 'forms/address-change-page.yaml:0: ';
    expect(refusedWith(withForm((text) => text))).toEqual([
      'faulty',
      `${file}address-change-page@1 came with the program`,
    ]);
    expect(refusedWith(withForm((text) => nextForm(text).replace('widthMm: 143', 'widthMm: 43')))?.[0]).toBe('faulty');
    const waiver = signedUnchecked(laterVersion(exampleTexts, '2026.2', '2026-12-01'), (good) => ({
      ...good,
      'forms/waiver.yaml': nextForm(formText).replace('变动后的住址', '自愿退出宅基地'),
    }));
    expect(refusedWith(waiver)?.[0]).toBe('guard');
    expect(shelf.forms()).toEqual(ownForms);
  });

  it('are found again after a restart, the newest first, with the key each was signed with', () => {
    giveKeys(dataDir);
    openShelf().install(december());
    const [newest] = openShelf().list();
    expect(newest).toMatchObject({ version: '2026.2', keyId: cityKeys.keys[0]?.id });
  });

  it('are not taken from a computer that was given no keys, nor used once the keys are gone', () => {
    expect(openShelf().install(december())).toMatchObject({ ok: false, refusal: { reason: 'no-keys' } });
    giveKeys(dataDir);
    openShelf().install(december());
    rmSync(join(dataDir, 'pack-keys.json'));
    today = '2026-12-02';
    const shelf = openShelf();
    expect(shelf.inForce().version).toBe('2026.1');
    expect(shelf.refused()[0]).toMatchObject({ file: 'example-city@2026.2.pack.json', refusal: { reason: 'no-keys' } });
  });

  it('refuse what was changed on the way, a stranger’s key, and a version that came with the program', () => {
    giveKeys(dataDir);
    const shelf = openShelf();
    expect(shelf.install(december().replace('未满一年', '未满半年'))).toMatchObject({ refusal: { reason: 'changed' } });
    expect(shelf.install(signed(laterVersion(exampleTexts, '2026.1', '2026-12-01')))).toMatchObject({
      refusal: { reason: 'version-taken' },
    });
    expect(shelf.install('{}')).toMatchObject({ refusal: { reason: 'no-pack' } });
    giveKeys(dataDir, { keys: [] });
    expect(shelf.install(december())).toMatchObject({ refusal: { reason: 'unknown-key' } });
    expect(openShelf().list()).toHaveLength(1);
  });

  it('name the place, the article and the words where a guard of the law speaks, though the signature fits', () => {
    giveKeys(dataDir);
    const texts = laterVersion(exampleTexts, '2026.2', '2026-12-01');
    const written = signedUnchecked(texts, (good) => ({
      ...good,
      'materials.yaml': `${good['materials.yaml'] ?? ''}\nwaiver: { names: { zh: 退出宅基地协议, en: waiver } }\n`,
    }));
    expect(openShelf().install(written)).toMatchObject({
      ok: false,
      refusal: {
        reason: 'guard',
        places: [{ file: 'materials.yaml', guard: { article: '10', quoted: '退出宅基地协议' } }],
      },
    });
  });

  it('of another city are refused, unless the keys of this computer say that it follows that city', () => {
    giveKeys(dataDir);
    const other = laterVersion(exampleTexts, '2026.2', '2026-01-01');
    const written = signed({
      ...other,
      'pack.yaml': (other['pack.yaml'] ?? '').replace('id: example-city', 'id: elsewhere'),
    });
    expect(openShelf().install(written)).toMatchObject({ refusal: { reason: 'other-city' } });
    giveKeys(dataDir, { ...cityKeys, pack: 'elsewhere' });
    const shelf = openShelf();
    expect(shelf.inForce().id).toBe('example-city');
    expect(shelf.install(written).ok).toBe(true);
    expect(shelf.inForce().stamp).toBe('elsewhere@2026.2');
  });

  it('pass over a signed file that was changed on the disk', () => {
    giveKeys(dataDir);
    openShelf().install(december());
    const file = join(dataDir, 'packs', 'example-city@2026.2.pack.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('未满一年', '未满半年'));
    today = '2026-12-02';
    const shelf = openShelf();
    expect(shelf.inForce().version).toBe('2026.1');
    expect(shelf.refused()[0]?.refusal.reason).toBe('changed');
  });

  it('of an earlier program stay beside the new one, for the cases accepted under them', () => {
    const newest = join(dataDir, 'policy', 'city');
    mkdirSync(join(dataDir, 'policy'));
    cpSync(exampleCityFolder, newest, { recursive: true });
    cpSync(exampleCityFolder, `${newest}@2025.4`, { recursive: true });
    const head = join(`${newest}@2025.4`, 'pack.yaml');
    writeFileSync(head, readFileSync(head, 'utf8').replace('"2026.1"', '"2025.4"').replace('2026-07-01', '2025-07-01'));
    const shelf = openShelf(newest);
    expect(shelf.inForce().version).toBe('2026.1');
    expect(shelf.of('example-city@2025.4')?.inForceFrom).toBe('2025-07-01');
    today = '2026-06-30';
    expect(shelf.inForce().version).toBe('2025.4');
  });
});
