import { describe, expect, it } from 'vitest';
import { carryOut } from './errand.ts';
import { openCounter } from './open-counter.ts';
import { talent } from './people.ts';
import { expectChinese } from './readable-page.ts';
import { TownPeople } from './town-people.ts';

const opened = openCounter();
const town = new TownPeople();
const room = town.room();

const onPage = (name: string) => expectChinese(opened.counter.page, name);
const permits = () => opened.counter.register.rows('居住证', '居住证', [1, 5]);

describe('somebody from another city', () => {
  it('is known to the register and to the address once their residence is registered', async () => {
    const { catalogue, entry, form, register } = opened.counter;
    await carryOut(opened.counter, {
      onPage,
      begin: async () => {
        await catalogue.open();
        await catalogue.take('C46', '居住登记');
        await catalogue.begun();
      },
      enter: async () => {
        await entry.type(0, {
          公民身份号码: talent.card.citizenId,
          姓名: talent.name,
          民族: '01',
          户籍所在地: '210102',
          户籍地类别: '城镇',
          户籍地址: talent.card.address,
          婚姻状况: '10',
        });
        await entry.goOnTo('登记事项');
        await form.fill({
          居住地址: { address: room.fullName },
          居住依据: { pick: '租赁' },
          居住事由: { pick: '务工' },
          '房主（出租人）': { type: '示例房东' },
        });
      },
    });
    await register.find(talent.card.citizenId, talent.name);
    expect(await register.standing()).toContain('户籍在外地');
    expect(await register.rows('居住登记', '居住登记', [0, 1, 2, 5])).toEqual([`${room.fullName} 租赁 务工 有效`]);
    await onPage('a resident');
    await register.openAddress(room);
    expect(await register.rows('居住登记人员', '居住登记人员', [0, 1])).toEqual([`${talent.name} 租赁`]);
  });
});

describe('a residence permit', () => {
  it('is given half a year after the registration, by the county', async () => {
    const { entry, form, register } = opened.counter;
    const person = town.resident('none-after-half-a-year');
    await carryOut(opened.counter, {
      above: ['县公安局'],
      onPage,
      begin: async () => {
        await register.openPerson(person);
        await register.begin('jzzsl');
      },
      enter: async () => {
        await entry.goOnTo('情形');
        await entry.answer('在本地有合法稳定就业', '是');
        await entry.goOnTo('登记事项');
        await form.fill({ 申领条件: { pick: '就业' }, 居住证介质: { pick: '纸质' } });
      },
    });
    await register.openPerson(person);
    expect(await permits()).toEqual([expect.stringMatching(/^有效 .*满 0 年$/)]);
    await onPage('a permit');
  });

  it('is endorsed in the month before a full year', async () => {
    const { register } = opened.counter;
    const person = town.resident('due');
    await register.openPerson(person);
    expect(await permits()).toEqual([expect.stringMatching(/^应签注/)]);
    await carryOut(opened.counter, { onPage, begin: () => register.begin('jzzqz') });
    await register.openPerson(person);
    expect(await permits()).toEqual([expect.stringMatching(/^有效/)]);
    expect(await register.history()).toEqual(['居住证签注']);
  });

  it('not endorsed in time is suspended, and restored by a late endorsement with its years begun anew', async () => {
    const { register } = opened.counter;
    const person = town.resident('suspended');
    await register.openPerson(person);
    expect(await permits()).toEqual([expect.stringMatching(/^功能中止/)]);
    await carryOut(opened.counter, { onPage, begin: () => register.begin('jzzbb') });
    await register.openPerson(person);
    expect(await permits()).toEqual([expect.stringMatching(/^有效 .*满 0 年$/)]);
  });
});

it('took no press of a mouse', async () => {
  expect(await opened.counter.pointerCount()).toBe(0);
});
