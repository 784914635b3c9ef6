import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Leaves a picture of the window for whoever looks at them: in the folder that LUOHU_PICTURES names; without it, none. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env.LUOHU_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
