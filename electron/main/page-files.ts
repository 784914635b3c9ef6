import { extname, join, sep } from 'node:path';

/** Scheme and host of our pages: a secure, standard origin that no other program shares. */
export const appScheme = 'app';
export const appHost = 'luohu';
export const appOrigin = `${appScheme}://${appHost}`;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.icc': 'application/octet-stream',
};

/**
 * No script but our own files, no connection to anywhere, no frame in or around. Styles may be inline because the component
 * library writes its own; `blob:` is for pictures taken by the camera and pages drawn from a PDF, `worker-src` for its reader.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "media-src 'self' blob: mediastream:",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A file to serve and its media type. */
export interface PageFile {
  readonly file: string;
  readonly contentType: string;
}

/**
 * The file of `root` that an address of our scheme names, or null: another host, a name that leaves the folder however it is
 * written (`..`, `%2e%2e`, `%5c`, a drive, a NUL), or a kind of file the pages do not consist of.
 */
export function findPageFile(root: string, address: string): PageFile | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${appScheme}:` || url.host !== appHost) return null;
  const path = decodePath(url.pathname);
  if (path === null) return null;
  const parts = (path === '/' ? '/index.html' : path).split('/').slice(1);
  if (parts.some((part) => !/^[\w@$+~-][\w.@$+~-]*$/.test(part))) return null;
  const file = join(root, ...parts);
  const contentType = contentTypes[extname(file).toLowerCase()];
  if (!file.startsWith(root + sep) || contentType === undefined) return null;
  return { file, contentType };
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
