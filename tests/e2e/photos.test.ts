import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { portrait } from '../fixtures/portrait.ts';
import { findBarriers } from './barriers.ts';
import { carryOut } from './errand.ts';
import { focus, shown } from './look.ts';
import { openCounter } from './open-counter.ts';
import { press } from './person-entry.ts';
import { expectChinese } from './readable-page.ts';
import { TownPeople } from './town-people.ts';

const opened = openCounter();
const town = new TownPeople();
const family = town.family('02 12 20! 51 52');
const resident = town.resident('suspended');
const other = town.resident('suspended');

describe('a photograph and a warning', () => {
  it('are entered in a case, stand on the page of the person, and the history says why', async () => {
    const { page, register, entry, form } = opened.counter;
    const [head] = family.members;
    await register.openPerson(head);
    await shown(register.part('常住人口登记卡').getByText('没有照片'));
    const file = join(opened.program.dataDir, 'portrait.png');
    writeFileSync(file, portrait(480, 640));
    await carryOut(opened.counter, {
      begin: () => register.begin('其他项目'),
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({ 民事行为能力: { pick: '限制' } });
        const photo = form.card().getByRole('group', { name: '照片' });
        await press(photo.getByRole('button', { name: '拍照' }));
        await photo.locator('input[type=file]').setInputFiles(file);
        await press(photo.getByRole('button', { name: '保存照片' }));
        await shown(photo.getByRole('img', { name: /照片/ }));
        expect(await findBarriers(page)).toEqual([]);
      },
      onPage: async (name) => {
        await expectChinese(page, `photo ${name}`);
        if (name !== 'check') return;
        const reason = page.getByRole('region', { name: '登记前核对' }).getByLabel('理由');
        await focus(reason);
        await page.keyboard.type('家庭成员一致同意由其继续任户主');
        await reason.press('Tab');
        await entry.waitUntilSaved();
        expect(await findBarriers(page)).toEqual([]);
      },
    });
    await register.openPerson(head);
    await shown(register.part('常住人口登记卡').getByRole('img', { name: /照片/ }));
    const newest = register.part('变动历史').getByRole('article').first();
    await shown(newest.getByText('家庭成员一致同意由其继续任户主'));
    expect(await newest.textContent()).toMatch(/（(民警|所长)）[\s\S]*本窗口/);
    await expectChinese(page, 'a person with a photograph');
    expect(await findBarriers(page)).toEqual([]);
  }, 240_000);
});

describe('a subject chosen inside a case', () => {
  it('is asked nothing that the register knows, as when the case is begun on their page', async () => {
    const { page, register } = opened.counter;
    await opened.counter.become('li');
    await register.openPerson(resident);
    await register.begin('补办签注');
    const caseId = opened.counter.caseId();
    await press(page.getByRole('navigation', { name: '办理步骤' }).getByRole('button').first());
    await press(page.getByRole('button', { name: /^改选/ }).first());
    await focus(page.getByLabel('查找内容'));
    await page.keyboard.type(other.citizenId);
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: new RegExp(`选用.*${other.name}`) }));
    await opened.counter.until(async () => {
      const { draft } = await opened.counter.ask('case.get', { caseId });
      return draft.subject.id === other.personId && draft.answers['permit.suspended'] === true;
    }, 'what the register knows is answered');
    const asked = await opened.counter.ask('case.about', {
      procedure: 'permit.late-endorse',
      subject: { kind: 'person', id: other.personId },
      purpose: 'counter',
    });
    const { draft } = await opened.counter.ask('case.get', { caseId });
    expect(draft.answers).toEqual(asked.answers);
    expect(draft.people.map(({ name }) => name)).toEqual([other.name]);
  }, 60_000);
});
