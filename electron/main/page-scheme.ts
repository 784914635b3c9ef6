import { realpathSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { appScheme, contentSecurityPolicy, findPageFile } from './page-files.ts';

/** Must run before the program is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Serves our scheme from the folder of the built pages and from nowhere else. */
export function servePages(session: Session, pagesDir: string): void {
  const root = realpathSync(pagesDir);
  session.protocol.handle(appScheme, async (request) => {
    const page = request.method === 'GET' ? findPageFile(root, request.url) : null;
    const bytes = page && (await readInside(root, page.file));
    if (!page || !bytes) return new Response(null, { status: 404, headers });
    return new Response(bytes, { headers: { ...headers, 'content-type': page.contentType } });
  });
}

/** A link inside the folder must not lead out of it. */
async function readInside(root: string, file: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    const real = await realpath(file);
    return real.startsWith(root + sep) ? await readFile(real) : null;
  } catch {
    return null;
  }
}
