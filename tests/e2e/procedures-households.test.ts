import { describe, expect, it } from 'vitest';
import { carryOut } from './errand.ts';
import { shown } from './look.ts';
import { moveOut } from './move-out.ts';
import { openCounter } from './open-counter.ts';
import { expectChinese } from './readable-page.ts';
import { TownPeople } from './town-people.ts';

const opened = openCounter();
const town = new TownPeople();

const onPage = (name: string) => expectChinese(opened.counter.page, name);

describe('a household', () => {
  it('has another head, and everybody’s relation is counted from them', async () => {
    const { entry, form, register } = opened.counter;
    const family = town.family('02 12 20! 51');
    const [man, woman, child, mother] = family.members;
    await carryOut(opened.counter, {
      onPage,
      begin: async () => {
        await register.openHousehold(family);
        await register.begin('hzbg');
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({ 新户主: { pick: woman.name }, 其他成员与新户主的关系: { relations: 'as proposed' } });
      },
    });
    await register.openHousehold(family);
    expect(await register.line('居民户口簿首页', '户主')).toBe(woman.name);
    const now = [`${woman.name} 户主`, `${man.name} 夫`, `${child.name} 子`, `${mother.name} 公公`];
    expect([...(await register.members())].sort()).toEqual(now.sort());
    await onPage('household with a tree');
  });

  it('is split at its address, and merged again', async () => {
    const { catalogue, entry, form, register } = opened.counter;
    const family = town.family('02 12 30');
    const [man, woman, daughter] = family.members;
    await carryOut(opened.counter, {
      onPage,
      begin: async () => {
        await catalogue.open();
        await catalogue.take('fenhu', '分户');
        await catalogue.about(family.number, man.name);
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({ 分出人员: { tick: [daughter.name] }, 新户户主: { pick: daughter.name } });
      },
    });
    await register.openHousehold(family);
    expect(await register.members()).toEqual([`${man.name} 户主`, `${woman.name} 妻`]);
    await register.openPerson(daughter);
    expect(await register.members('所在户')).toEqual([`${daughter.name} 户主`]);

    await carryOut(opened.counter, {
      onPage,
      begin: async () => {
        await register.follow(/^户号/);
        await register.begin('binghu');
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({
          并入的户: { neighbour: family.number },
          本户人员与并入户户主的关系: { relations: { [daughter.name]: '30' } },
        });
      },
    });
    await register.openHousehold(family);
    expect(await register.members()).toEqual([`${man.name} 户主`, `${woman.name} 妻`, `${daughter.name} 女`]);
    expect(await register.history()).toEqual(['并户', '分户']);
    await register.follow(/吉林省/);
    expect(await register.part('曾在此处的户').textContent()).toMatch(/\d{9}（家庭户，.*至.*）/);
    await onPage('address');
  });

  it('gets its book again', async () => {
    const { entry, form, register } = opened.counter;
    const family = town.family('02 12');
    await carryOut(opened.counter, {
      begin: async () => {
        await register.openHousehold(family);
        await register.begin('C37');
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({ '补领、换领原因': { pick: '遗失' } });
      },
    });
    await shown(opened.counter.record.paper('居民户口簿').first().filter({ hasText: '已打印' }));
  });
});

describe('a unit', () => {
  it('gets its collective household, begun on the page of the address, with the keeper as its head', async () => {
    const { entry, form, register } = opened.counter;
    const [, , keeper] = town.family('02 12 30').members;
    const room = town.room();
    await carryOut(opened.counter, {
      above: ['县公安局'],
      onPage,
      begin: async () => {
        await register.openAddress(room);
        await onPage('an empty address');
        await register.begin('jthlh');
      },
      enter: async () => {
        await entry.goOnTo('情形');
        await entry.answer('单位指定专人管理集体户吗？', '是');
        await entry.goOnTo('登记事项');
        await form.fill({ 户别: { pick: '集体户' }, '单位（社区）名称': { type: '示例学校' } });
        await entry.goOnTo('人员');
        await entry.lookUp(0, keeper.citizenId, keeper.name);
        await entry.goOnTo('地址与户');
        await shown(opened.counter.page.getByRole('region', { name: '地址' }).getByText(room.fullName));
        await entry.relateToHead(0, '02');
      },
    });
    await register.openPerson(keeper);
    await register.follow(/^户号/);
    expect(await register.standing()).toContain('集体户');
    expect(await register.line('居民户口簿首页', '主管单位')).toBe('示例学校');
    expect(await register.members()).toEqual([`${keeper.name} 户主`]);
  });
});

describe('a move', () => {
  it('out of the city ends the registration of those who go, with a migration certificate', async () => {
    const { register } = opened.counter;
    const family = town.family('02 12 20');
    const [man, woman, son] = family.members;
    await carryOut(opened.counter, {
      onPage,
      ...moveOut(opened.counter, son),
    });
    await register.openPerson(son);
    expect(await register.standing()).toContain('已迁出');
    const [paper] = await register.rows('迁移证件', '迁移证件', [0, 5]);
    expect(paper).toBe('户口迁移证 已签发');
    await onPage('moved out');
    await register.openHousehold(family);
    expect(await register.members()).toEqual([`${man.name} 户主`, `${woman.name} 妻`]);
  });

  it('inside the city takes a grown child to a home of their own', async () => {
    const { catalogue, entry, register } = opened.counter;
    const family = town.family('02 12 30');
    const [, , daughter] = family.members;
    const room = town.room();
    await carryOut(opened.counter, {
      onPage,
      begin: async () => {
        await catalogue.open();
        await catalogue.take('snyj', '市内移居');
        await catalogue.about(family.number, daughter.name);
      },
      enter: async () => {
        await entry.goOnTo('人员');
        await entry.goOnTo('地址与户');
        await entry.pickAddress(room.fullName);
        await entry.chooseHousehold('立新户');
        await entry.relateToHead(0, '02');
      },
    });
    await register.openPerson(daughter);
    expect(await register.members('所在户')).toEqual([`${daughter.name} 户主`]);
    await register.follow(new RegExp(room.name));
    expect(await register.members()).toEqual([]);
  });
});

it('took no press of a mouse', async () => {
  expect(await opened.counter.pointerCount()).toBe(0);
});
