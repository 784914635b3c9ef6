import type { Session, WebContents } from 'electron';
import { appOrigin } from './page-files.ts';
import type { WriteLog } from './program-log.ts';

/** What Chromium says of a wish for a permission, as far as it matters here. */
export interface PermissionWish {
  readonly permission: string;
  readonly origin: string;
  /** `video` is the camera; a wish that names anything else as well is refused whole. */
  readonly media: readonly string[];
}

/** The camera for our own pages; nothing else for anyone. */
export function isPermitted(wish: PermissionWish): boolean {
  return (
    wish.permission === 'media' &&
    wish.origin === appOrigin &&
    wish.media.length > 0 &&
    wish.media.every((kind) => kind === 'video')
  );
}

/** Scheme and host of an address, without a slash at the end; custom schemes have no origin in `URL`. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const url = new URL(address);
  return `${url.protocol}//${url.host}`;
}

const remoteAddresses = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'];

/** Closes what a session opens by default: permissions, devices, downloads and every remote address but those of `allowed`. */
export function lockSession(session: Session, allowed: readonly string[], writeLog: WriteLog): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isGranted = isPermitted({ permission, origin: originOf(details.requestingUrl), media });
    if (!isGranted) writeLog({ event: 'blocked', what: 'permission' });
    answer(isGranted);
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    isPermitted({ permission, origin: originOf(requestingOrigin), media: [details.mediaType ?? 'unknown'] }),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', (event) => {
    event.preventDefault();
    writeLog({ event: 'blocked', what: 'download' });
  });
  session.webRequest.onBeforeRequest({ urls: remoteAddresses }, ({ url }, answer) => {
    const isAllowed = allowed.includes(originOf(url));
    if (!isAllowed) writeLog({ event: 'blocked', what: 'request' });
    answer({ cancel: !isAllowed });
  });
}

/** A page of ours stays where it is: no other address, no further window, no embedded view. */
export function lockContents(contents: WebContents, home: string, writeLog: WriteLog): void {
  const stay = (event: { preventDefault(): void }, url: string) => {
    if (withoutFragment(url) === withoutFragment(home)) return;
    event.preventDefault();
    writeLog({ event: 'blocked', what: 'navigation' });
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    writeLog({ event: 'blocked', what: 'webview' });
  });
  contents.setWindowOpenHandler(() => {
    writeLog({ event: 'blocked', what: 'window' });
    return { action: 'deny' };
  });
}

function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? '';
}
