import { BrowserWindow, type Display, type IpcMainInvokeEvent, screen } from 'electron';
import type { CallingWindow } from '../../shared/contract/endpoint.ts';
import type { News } from '../../shared/contract/news.ts';
import { lockContents, originOf } from './permissions.ts';
import type { WriteLog } from './program-log.ts';

const clerkSize = { width: 1366, height: 768 };
const smallestSize = { width: 1024, height: 640 };
const applicantSize = { width: 1280, height: 800 };

/** Where a window's page lies: our scheme, or the development server. */
export type PageAddress = (window: CallingWindow) => string;

interface Options {
  readonly preload: string;
  readonly pageAddress: PageAddress;
  readonly hasDevTools: boolean;
  /** Open the applicant's window even when there is one screen only. */
  readonly showsApplicantWindow: boolean;
  readonly writeLog: WriteLog;
}

/** The clerk's window and, on a second screen or when asked for, the applicant's. */
export class Windows {
  readonly #options: Options;
  readonly #open = new Map<CallingWindow, BrowserWindow>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Shows the clerk's window at once, painted by its page; the applicant's follows. */
  openClerk(): BrowserWindow {
    const window = this.#make('clerk', { ...clerkSize, minWidth: smallestSize.width, minHeight: smallestSize.height });
    window.once('ready-to-show', () => window.show());
    window.webContents.once('did-finish-load', () => this.#placeApplicant());
    window.once('closed', () => this.#open.get('applicant')?.destroy());
    screen.on('display-added', () => this.#placeApplicant());
    screen.on('display-removed', () => this.#placeApplicant());
    return window;
  }

  clerk(): BrowserWindow | null {
    return this.#open.get('clerk') ?? null;
  }

  focusClerk(): void {
    const window = this.clerk();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  }

  tell(news: News): void {
    for (const window of this.#open.values()) if (!window.isDestroyed()) window.webContents.send('luohu:news', news);
  }

  /** Which of our windows sent this, or null: not the main frame of one, or its page is not ours. */
  findSender({ sender, senderFrame }: IpcMainInvokeEvent): CallingWindow | null {
    if (!senderFrame || senderFrame !== sender.mainFrame) return null;
    for (const [kind, window] of this.#open) {
      if (window.isDestroyed() || window.webContents !== sender) continue;
      return originOf(senderFrame.url) === originOf(this.#options.pageAddress(kind)) ? kind : null;
    }
    return null;
  }

  #make(kind: CallingWindow, bounds: Electron.BrowserWindowConstructorOptions): BrowserWindow {
    const { preload, pageAddress, hasDevTools, writeLog } = this.#options;
    const window = new BrowserWindow({
      ...bounds,
      show: false,
      backgroundColor: '#f4f5f7',
      title: '落户 Luohu',
      autoHideMenuBar: true,
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: hasDevTools,
        v8CacheOptions: 'bypassHeatCheckAndEagerCompile',
      },
    });
    this.#open.set(kind, window);
    window.on('closed', () => this.#open.delete(kind));
    lockContents(window.webContents, pageAddress(kind), writeLog);
    this.#reloadWhenGone(window);
    void window.loadURL(pageAddress(kind));
    return window;
  }

  /** A crashed page is loaded again: everything entered is in the service. */
  #reloadWhenGone(window: BrowserWindow): void {
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      this.#options.writeLog({ event: 'window-gone', reason });
      if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
    });
  }

  #placeApplicant(): void {
    const second = findSecondDisplay();
    const open = this.#open.get('applicant');
    if (!this.#open.has('clerk')) return;
    if (!second && !this.#options.showsApplicantWindow) open?.destroy();
    else if (!open) this.#openApplicant(second);
  }

  #openApplicant(display: Display | null): void {
    const place = display ? { ...display.bounds, fullscreen: true, closable: false } : applicantSize;
    const window = this.#make('applicant', place);
    window.once('ready-to-show', () => window.showInactive());
  }
}

function findSecondDisplay(): Display | null {
  const primary = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().find(({ id }) => id !== primary) ?? null;
}
