import type { Locator, Page } from 'playwright-core';
import { focus, gone, shown } from './look.ts';
import { type Entry, press, tick, typeEntry, typeField, write } from './person-entry.ts';

type MaterialWords = '原件' | '共享核验' | '告知承诺' | '缺少';

/** The steps of a case before it is accepted. */
export class EntrySteps {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** In settling 0 is the applicant; others in the order they were added. */
  person(index: number): Locator {
    const settling = index === 0 ? '申请人' : `随迁人员 ${index}`;
    return this.#page.getByRole('group', { name: new RegExp(`^(${settling}|人员 ${index + 1})$`) });
  }

  async readCard(index: number, name: string): Promise<void> {
    await this.#page.keyboard.press('F7');
    await this.#waitForValue(this.person(index).getByLabel('姓名', { exact: true }), name);
  }

  /** Somebody of the register, found by number and taken. */
  async lookUp(index: number, typed: string, name: string): Promise<void> {
    await press(this.person(index).getByRole('button', { name: '从户口登记簿查找' }));
    const search = this.#page.getByRole('region', { name: '查找本地登记' });
    await focus(search.getByLabel('查找内容'));
    await write(this.#page, typed);
    await this.#page.keyboard.press('Enter');
    await press(search.getByRole('button', { name: new RegExp(`选用.*${name}`) }));
    await this.#waitForValue(this.person(index).getByLabel('姓名', { exact: true }), name);
  }

  async type(index: number, entry: Entry): Promise<void> {
    await typeEntry(this.#page, this.person(index), entry);
  }

  /** Ctrl+Enter: saves and goes to the next step. */
  async goOn(nextStep: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+Enter');
    await shown(this.step(nextStep, true));
  }

  /** The same through every step between. */
  async goOnTo(step: string): Promise<void> {
    const wanted = this.step(step, true);
    while (!(await wanted.isVisible())) {
      const current = await this.#current();
      await this.#page.keyboard.press('ControlOrMeta+Enter');
      await this.#page.waitForFunction((before) => {
        const now = document.querySelector('[aria-current="step"] .step-name')?.textContent ?? '';
        return now !== before;
      }, current);
    }
  }

  async #current(): Promise<string> {
    return (await this.#page.locator('[aria-current="step"] .step-name').textContent()) ?? '';
  }

  step(name: string, isCurrent = false): Locator {
    const steps = this.#page.getByRole('navigation', { name: '办理步骤' });
    const button = steps.getByRole('button', { name: new RegExp(name) });
    return isCurrent ? button.and(this.#page.locator('[aria-current="step"]')) : button;
  }

  async openStep(name: string): Promise<void> {
    await press(this.step(name));
    await shown(this.step(name, true));
  }

  /** Answers a situation question; it leaves the list of open ones. */
  async answer(question: string, option: string): Promise<void> {
    const radio = this.#page.getByRole('group', { name: question }).getByRole('radio', { name: option });
    await tick(radio);
    await gone(radio);
  }

  async chooseRoute(name: string): Promise<void> {
    await press(this.#page.getByRole('button', { name: `选用此途径：${name}` }));
    await shown(this.#page.getByRole('article', { name }).getByText('已选用'));
  }

  material(name: string): Locator {
    return this.#page.getByRole('group', { name: new RegExp(name) });
  }

  /** Says how every material on the list was seen. */
  async markMaterials(state: MaterialWords): Promise<void> {
    const groups = this.#page.locator('fieldset.material');
    await shown(groups.first());
    for (const group of await groups.all()) await tick(group.getByRole('radio', { name: state }));
  }

  async photograph(material: string): Promise<void> {
    await press(this.#page.getByRole('button', { name: new RegExp(`拍照：${material}`) }));
    const camera = this.#page.getByRole('region', { name: '拍照' });
    await this.#waitForPicture(camera.locator('video'));
    await press(camera.getByRole('button', { name: '拍摄' }));
    await press(camera.getByRole('button', { name: '保存照片' }));
    await gone(camera);
  }

  async addCompanion(): Promise<void> {
    await press(this.#page.getByRole('button', { name: /添加随迁人员/ }));
  }

  async livesTogether(index: number): Promise<void> {
    await tick(this.person(index).getByRole('radio', { name: '是', exact: true }));
  }

  /** Finds the room by words and takes the only hit with Enter. */
  async pickAddress(words: string): Promise<void> {
    const box = this.#page.getByRole('searchbox', { name: '查找地址' });
    await focus(box);
    await write(this.#page, words);
    // At once, as a quick clerk does: what the first of the words found may still be listed.
    await box.press('Enter');
    await gone(box);
  }

  async chooseHousehold(name: string | RegExp): Promise<void> {
    await tick(this.#page.getByRole('radio', { name }));
  }

  async relateToHead(index: number, code: string): Promise<void> {
    await typeField(this.#page, this.person(index), '与户主关系', code);
  }

  async confirmFreeWill(): Promise<void> {
    await tick(this.#page.getByRole('checkbox', { name: /自愿/ }));
  }

  async showToApplicant(): Promise<void> {
    await press(this.#page.getByRole('button', { name: /送群众屏核对/ }));
  }

  async askForSignature(): Promise<void> {
    await press(this.#page.getByRole('button', { name: /请群众签字/ }));
  }

  /** F10, then the confirmation that stands in the page. */
  async accept(): Promise<void> {
    await this.#page.keyboard.press('F10');
    await press(this.#page.getByRole('button', { name: /^确认受理/ }));
    await shown(this.#page.getByRole('region', { name: '文书证件' }));
  }

  /** The foot of the page says that everything typed is kept. */
  async waitUntilSaved(): Promise<void> {
    await shown(this.#page.getByRole('status', { name: '保存状态' }).filter({ hasText: /已保存/ }));
  }

  async #waitForValue(box: Locator, value: string): Promise<void> {
    const end = Date.now() + 10_000;
    while ((await box.inputValue()) !== value) {
      if (Date.now() > end) throw new Error(`the field has «${await box.inputValue()}», not «${value}»`);
      await this.#page.waitForTimeout(50);
    }
  }

  async #waitForPicture(video: Locator): Promise<void> {
    const end = Date.now() + 10_000;
    while (!(await video.evaluate((element: HTMLVideoElement) => element.videoWidth > 0))) {
      if (Date.now() > end) throw new Error('the camera shows nothing');
      await this.#page.waitForTimeout(50);
    }
  }
}
