import type { Locator, Page } from 'playwright-core';
import { practiceOperators } from '../../electron/station/practice.ts';
import type { EndpointName, InputOf, OutputOf } from '../../shared/contract/index.ts';
import { CataloguePage } from './catalogue-page.ts';
import { EntrySteps } from './entry-steps.ts';
import { focus, shown } from './look.ts';
import { PageForm } from './page-form.ts';
import { press } from './person-entry.ts';
import { RecordPage } from './record-page.ts';
import { RegisterPages } from './register-pages.ts';

/** Who works in practice mode. */
export type Login = 'li' | 'wang' | 'zhao' | 'suo';

const longMs = 60_000;

/** The clerk's window as a clerk uses it: by keyboard, finding everything by the words on it. */
export class Counter {
  readonly page: Page;
  readonly entry: EntrySteps;
  readonly record: RecordPage;
  readonly catalogue: CataloguePage;
  readonly form: PageForm;
  readonly register: RegisterPages;
  #operator: Login | null = null;

  constructor(page: Page) {
    this.page = page;
    this.entry = new EntrySteps(page);
    this.record = new RecordPage(page);
    this.catalogue = new CataloguePage(page);
    this.form = new PageForm(page);
    this.register = new RegisterPages(page);
    page.setDefaultTimeout(20_000);
  }

  async logIn(login: Login): Promise<void> {
    const operator = practiceOperators.find((each) => each.login === login);
    if (!operator) throw new Error(`no practice operator ${login}`);
    const name = this.page.getByRole('textbox', { name: '用户名' });
    await focus(name);
    await this.page.keyboard.type(login);
    await focus(this.page.getByLabel('口令'));
    await this.page.keyboard.type(operator.password);
    await this.page.keyboard.press('Enter');
    // The first log-in waits for the service to open its database.
    await shown(this.navigation(), longMs);
    this.#operator = login;
  }

  /** Whoever else is logged in gives way. */
  async become(login: Login): Promise<void> {
    if (this.#operator === login) return;
    if (this.#operator !== null) await this.logOut();
    await this.logIn(login);
  }

  /** Locks with F12 and leaves from the lock page. */
  async logOut(): Promise<void> {
    await this.page.keyboard.press('F12');
    await press(this.page.getByRole('dialog', { name: '窗口已锁定' }).getByRole('button', { name: '退出登录' }));
    await shown(this.page.getByRole('textbox', { name: '用户名' }));
    this.#operator = null;
  }

  /** From here on every press of a mouse or pen in this window is counted. */
  async countPointer(): Promise<void> {
    await this.page.evaluate(() => {
      document.documentElement.dataset.pointers = '0';
      const count = (event: Event) => {
        if (!event.isTrusted) return;
        const seen = Number(document.documentElement.dataset.pointers ?? 0);
        document.documentElement.dataset.pointers = String(seen + 1);
      };
      window.addEventListener('pointerdown', count, true);
    });
  }

  async pointerCount(): Promise<number> {
    return Number(await this.page.locator('html').getAttribute('data-pointers'));
  }

  navigation(): Locator {
    return this.page.getByRole('navigation', { name: '主导航' });
  }

  async goTo(place: string): Promise<void> {
    await press(this.navigation().getByRole('link', { name: new RegExp(`^${place}`) }));
  }

  /** F2: a new case for whoever is in front of the window. */
  async newApplicant(): Promise<string> {
    await this.page.keyboard.press('F2');
    await shown(this.page.getByRole('region', { name: '办理内容' }));
    return this.caseId();
  }

  async openCase(caseId: string): Promise<void> {
    await this.page.evaluate((id) => {
      location.hash = `#/case/${id}`;
    }, caseId);
  }

  caseId(): string {
    const id = /#\/case\/([0-9a-f-]+)/.exec(this.page.url())?.[1];
    if (!id) throw new Error(`no case is open: ${this.page.url()}`);
    return id;
  }

  /** Asks the service what only it knows, as the page itself does. */
  async ask<N extends EndpointName>(endpoint: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const answer = await this.page.evaluate(([name, value]) => window.luohu.call(String(name), value), [
      endpoint,
      input,
    ] as const);
    if (!answer.ok) throw new Error(`${endpoint}: ${answer.error.code}`);
    return answer.value as OutputOf<N>;
  }

  /** Waits until the service says so; the page has no word for it. */
  async until(isSo: () => Promise<boolean>, what: string, limitMs = longMs): Promise<void> {
    const end = Date.now() + limitMs;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`not within ${limitMs} ms: ${what}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** The registry answers, the copy is filled and numbers are leased. */
  async waitUntilSynchronised(): Promise<void> {
    await this.until(async () => {
      const state = await this.ask('sync.state', {});
      return (
        state.registry === 'online' &&
        state.fill === null &&
        state.copyAsOf !== null &&
        state.leases.every(({ left }) => left > 0)
      );
    }, 'synchronised with the registry');
  }

  async waitForState(caseId: string, state: OutputOf<'case.get'>['row']['state']): Promise<void> {
    await this.until(async () => (await this.ask('case.get', { caseId })).row.state === state, `case ${state}`);
  }
}
