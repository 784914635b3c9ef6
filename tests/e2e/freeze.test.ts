import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { shown } from './look.ts';
import { openCounter } from './open-counter.ts';
import { press } from './person-entry.ts';
import { takePicture } from './pictures.ts';
import { expectChinese, expectNoBarriers } from './readable-page.ts';

const here = openCounter('li');
const dayMs = 86_400_000;

/** As if nothing had been heard of the registry for so many days. */
function letCopyAge(days: number): void {
  const database = new Sqlite(join(here.program.dataDir, 'practice', 'station.db'));
  const asOf = new Date(Date.now() - days * dayMs).toISOString();
  database.prepare("UPDATE settings SET value = ? WHERE name = 'sync.copy-as-of'").run(asOf);
  database.close();
}

async function expectReadable(name: string): Promise<void> {
  const { page } = here.counter;
  await takePicture(page, `freeze-${name}`);
  await expectChinese(page, name, ['li', 'suo']);
  await expectNoBarriers(page, name);
}

it('says on the page of synchronising that everything is fine, with every limit and who sees to it', async () => {
  const { counter } = here;
  await counter.goTo('同步');
  const table = counter.page.getByRole('table', { name: '今天能否登记' });
  for (const words of ['副本完整', '副本的新旧', '本机时钟', '预领号段', '满 3 天提醒，满 7 天暂停登记', '系统管理员'])
    await shown(table.getByText(words).first());
  await expectReadable('good');
}, 60_000);

it('says at the top of every page that registering is frozen, and why and until when on that of synchronising', async () => {
  const { counter, program } = here;
  await program.order('registry-off');
  letCopyAge(9);
  await counter.goTo('首页');
  await counter.goTo('同步');
  await counter.page.getByRole('button', { name: '立即同步' }).press('Enter');
  await shown(counter.page.getByRole('link', { name: '暂停登记' }));
  const row = counter.page.getByRole('row', { name: /副本的新旧/ });
  await shown(row.getByText('暂停登记', { exact: true }));
  await shown(row.getByText('9 天前'));
  await shown(row.getByText('所长', { exact: true }));
  expect(await counter.page.getByLabel('准许的理由').count()).toBe(0);
  await expectReadable('frozen');
}, 60_000);

it('is let through for the day by the chief, with a reason', async () => {
  const { counter } = here;
  await counter.become('suo');
  await counter.goTo('同步');
  await counter.page.getByLabel('准许的理由').fill('线路抢修中，孩子明日入学');
  await press(counter.page.getByRole('button', { name: '准许至今日 24 时' }));
  await shown(counter.page.getByText(/已准许今日登记：线路抢修中，孩子明日入学/));
  await shown(counter.page.getByRole('row', { name: /副本的新旧/ }).getByText('今日准许'));
  await expectReadable('lifted');
  expect(await counter.pointerCount()).toBe(0);
}, 60_000);
