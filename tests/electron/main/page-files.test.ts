import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, findPageFile } from '../../../electron/main/page-files.ts';

const root = '/program/out/renderer';

describe('addresses of our pages', () => {
  it('serves a page, its scripts and its styles', () => {
    expect(findPageFile(root, 'app://luohu/index.html')?.file).toBe(`${root}/index.html`);
    expect(findPageFile(root, 'app://luohu/assets/index-Bq1_x.js')).toEqual({
      file: `${root}/assets/index-Bq1_x.js`,
      contentType: 'text/javascript; charset=utf-8',
    });
  });

  it('serves the start page for the bare address', () => {
    expect(findPageFile(root, 'app://luohu/')?.file).toBe(`${root}/index.html`);
  });

  it.each([
    'app://luohu/../station.js',
    'app://luohu/%2e%2e/main/station.js',
    'app://luohu/%2e%2e%2fmain/station.js',
    'app://luohu/assets/%2e%2e/%2e%2e/main/station.js',
    'app://luohu/..%5c..%5cmain%5cstation.js',
    'app://luohu/%252e%252e/main/station.js',
    'app://luohu//etc/passwd.html',
    'app://luohu/C:/windows/a.html',
    'app://luohu/index.html%00.js',
    'app://luohu/.env.json',
    'app://luohu/index.html.map',
    'app://other/index.html',
    'app://luohu@other/index.html',
    'file:///etc/passwd.html',
    'https://luohu/index.html',
    'not an address',
  ])('serves nothing outside its folder: %s', (address) => {
    const served = findPageFile(root, address)?.file ?? `${root}/`;
    expect(served.startsWith(`${root}/`) && !served.includes('..')).toBe(true);
    if (!address.startsWith('app://luohu/..') && !/^app:\/\/luohu\/(assets\/)?%2e%2e\//.test(address))
      expect(findPageFile(root, address)).toBeNull();
  });

  it('never names a file outside its folder, whatever the address', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('..', '%2e%2e', '%2E.', '/', '\\', '%2f', '%5c', '%00', 'a', '.js', ':', '//')),
        (parts) => {
          const file = findPageFile(root, `app://luohu/${parts.join('')}`)?.file ?? `${root}/a`;
          expect(file.startsWith(`${root}/`)).toBe(true);
          expect(file.split('/')).not.toContain('..');
        },
      ),
    );
  });
});

describe('content security policy', () => {
  it('runs no script but our own files and connects to nobody', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).toContain("script-src 'self';");
    expect(contentSecurityPolicy).toContain("connect-src 'self';");
    expect(contentSecurityPolicy).not.toContain('unsafe-eval');
    expect(contentSecurityPolicy).not.toMatch(/https?:/);
  });
});
