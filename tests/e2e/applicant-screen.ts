import type { Page } from 'playwright-core';
import { gone, shown } from './look.ts';

/** The applicant's window: reads what is shown and signs with the pen. */
export class ApplicantScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async waitForLine(text: string | RegExp): Promise<void> {
    await shown(this.page.getByText(text).first());
  }

  /** Draws a name into the box and presses the button beside it. */
  async sign(): Promise<void> {
    const box = this.page.locator('canvas');
    await box.scrollIntoViewIfNeeded();
    const area = await box.boundingBox();
    if (!area) throw new Error('the box to sign is not shown');
    const at = (x: number, y: number) => [area.x + area.width * x, area.y + area.height * y] as const;
    await this.page.mouse.move(...at(0.2, 0.3));
    await this.page.mouse.down();
    for (const [x, y] of [
      [0.35, 0.7],
      [0.5, 0.25],
      [0.65, 0.75],
      [0.8, 0.4],
    ] as const)
      await this.page.mouse.move(...at(x, y), { steps: 8 });
    await this.page.mouse.up();
    await this.page.getByRole('button', { name: /确认/ }).first().click();
    await gone(box);
  }
}
