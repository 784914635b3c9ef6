import { describe, expect, it } from 'vitest';
import { carryOut } from './errand.ts';
import { openCounter } from './open-counter.ts';
import { listPrinted, readPrinted } from './printed-papers.ts';
import { expectChinese } from './readable-page.ts';
import { TownPeople } from './town-people.ts';

const opened = openCounter();
const town = new TownPeople();
const card = '常住人口登记卡';

const onPage = (name: string) => expectChinese(opened.counter.page, name);
const printed = () =>
  listPrinted(opened.program.printedDir).map((name) => readPrinted(opened.program.printedDir, name));

describe('a death', () => {
  it('of a head, taken from the catalogue, leaves the widow as head and their child hers', async () => {
    const { catalogue, entry, form, register } = opened.counter;
    const family = town.family('02 12 20!');
    const [man, woman, child] = family.members;
    await carryOut(opened.counter, {
      onPage,
      begin: async () => {
        await catalogue.open();
        await onPage('catalogue');
        await catalogue.take('swzx', '死亡注销');
        await catalogue.about(family.number, man.name);
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({
          死亡日期: { type: '20261120' },
          '新户主（注销的是户主时）': { pick: woman.name },
          其他成员与新户主的关系: { relations: 'as proposed' },
        });
      },
    });
    expect(printed().some((words) => words.startsWith('注销户口证明') && words.includes(man.name))).toBe(true);
    await register.openHousehold(family);
    expect(await register.members()).toEqual([`${woman.name} 户主`, `${child.name} 子`]);
    await onPage('household');
    await register.follow(new RegExp(man.name));
    expect(await register.standing()).toMatch(/已死亡 2026-11-20 死亡，\d{4}-\d{2}-\d{2} 登记/);
    expect(await register.history()).toEqual(['死亡注销']);
    await onPage('the dead');
    await register.openPerson(woman);
    expect(await register.line(card, '婚姻状况')).toBe('丧偶 (30)');
  });
});

describe('a birth', () => {
  it('begun on the household’s page gives the child a number and a place beside the parents', async () => {
    const { entry, form, register } = opened.counter;
    const family = town.family('02 12 20!');
    const [father, mother] = family.members;
    await carryOut(opened.counter, {
      onPage,
      begin: async () => {
        await register.openHousehold(family);
        await register.begin('csdj');
      },
      enter: async () => {
        await entry.goOnTo('情形');
        await entry.answer('婴儿父母已婚吗？', '是');
        await entry.goOnTo('登记事项');
        await form.fill({
          母亲: { neighbour: mother.name },
          父亲: { find: father.citizenId, name: father.name },
        });
        await entry.goOnTo('人员');
        await entry.type(0, { 姓名: '新生示例', 性别: '2', 民族: '01', 出生日期: '20261110', 婚姻状况: '10' });
      },
    });
    await register.openHousehold(family);
    const children = await register.rows('户内成员', '户内成员', [0, 1, 2]);
    expect(children.at(-1)).toMatch(/^新生示例 .*女 22\d{4} 20261110 \d{3}[\dX]$/);
    await register.follow(/新生示例/);
    expect(await register.part('所在户').textContent()).toContain(mother.name);
    await onPage('the child');
  });
});

describe('an item of the card', () => {
  it('is changed at the station: school and telephone stand on the card', async () => {
    const { entry, form, register } = opened.counter;
    const family = town.family('02');
    const [person] = family.members;
    await carryOut(opened.counter, {
      begin: async () => {
        await register.find(person.citizenId, person.name);
        await register.begin('其他项目');
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({
          文化程度: { pick: '20' },
          '身高（厘米）': { type: '171' },
          联系电话: { type: '13900000009' },
        });
        await onPage('other items');
      },
    });
    await register.openPerson(person);
    expect(await register.line(card, '文化程度')).toBe('大学本科 (20)');
    expect(await register.line(card, '联系电话')).toBe('13900000009');
  });

  it('as the name is changed by the county, and the old one is kept as a former name', async () => {
    const { entry, form, register } = opened.counter;
    const family = town.family('02');
    const [person] = family.members;
    await carryOut(opened.counter, {
      above: ['县公安局'],
      begin: async () => {
        await register.openPerson(person);
        await register.begin('C30');
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({ 变更后的姓名: { type: '示新名' } });
      },
    });
    await register.openPerson({ ...person, name: '示新名' });
    expect(await register.line(card, '曾用名')).toBe(person.name);
  });

  it('as the birth date is corrected by three levels and gives a new number', async () => {
    const { entry, form, register } = opened.counter;
    const family = town.family('02 12');
    const [person] = family.members;
    const bornOn = `${person.bornOn.slice(0, 8)}${person.bornOn.endsWith('11') ? '12' : '11'}`;
    await carryOut(opened.counter, {
      above: ['县公安局', '市公安局'],
      onPage,
      begin: async () => {
        await register.openPerson(person);
        await register.begin('csrqgz');
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({ 更正后的出生日期: { type: bornOn.replaceAll('-', '') } });
      },
    });
    await register.openPerson(person);
    expect(await register.line(card, '出生日期')).toBe(bornOn);
    expect(await register.line(card, '公民身份号码')).toContain(bornOn.replaceAll('-', ''));
    expect(await register.history()).toEqual(['出生日期更正']);
  });
});

describe('a certificate', () => {
  it('of kinship names the relative found in the register, and stands on the person’s page', async () => {
    const { catalogue, entry, form, register } = opened.counter;
    const family = town.family('02 12 30!');
    const [father, , daughter] = family.members;
    await carryOut(opened.counter, {
      onPage,
      begin: async () => {
        await catalogue.open();
        await catalogue.take('C55', '开具户籍类证明');
        await catalogue.about(family.number, father.name);
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({
          证明种类: { pick: '亲属关系' },
          '关系人（亲属关系证明）': { find: daughter.citizenId, name: daughter.name },
          证明内容: { type: '两人系父女关系。' },
          用途: { type: '办理公证' },
          接收单位: { type: '示例公证处' },
        });
      },
    });
    await register.openPerson(father);
    const [certificate] = await register.rows('户籍证明', '户籍证明', [1, 3, 4, 5]);
    expect(certificate).toBe('亲属关系证明 办理公证 示例公证处 已出具');
    await onPage('certificates of a person');
  });
});

describe('a look at the own history', () => {
  it('changes nothing and is done with its last paper', async () => {
    const { entry, register } = opened.counter;
    const [person] = town.family('02 12').members;
    await carryOut(opened.counter, {
      begin: async () => {
        await register.openPerson(person);
        await register.begin('brhkdjlscx');
      },
      enter: async () => {
        await entry.goOnTo('情形');
        await entry.answer('查询本人的信息吗？', '是');
      },
    });
    expect(printed().some((words) => words.includes('登记历史') && words.includes(person.name))).toBe(true);
    await register.openPerson(person);
    expect(await register.history()).toEqual([]);
  });
});

describe('a registration that ended abroad', () => {
  it('leaves the empty household closed, and is restored in a new one with the number they had', async () => {
    const { entry, form, register } = opened.counter;
    const family = town.family('02');
    const [person] = family.members;
    await carryOut(opened.counter, {
      begin: async () => {
        await register.openPerson(person);
        await register.begin('C39');
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({ '出国（境）定居日期': { type: '20261001' } });
      },
    });
    await register.openHousehold(family);
    expect(await register.standing()).toContain('已销户');
    expect(await register.rows('曾在户内的人员', '曾在户内的人员', [0, 5])).toEqual([`${person.name} 已注销`]);

    const room = town.room();
    await carryOut(opened.counter, {
      above: ['县公安局'],
      onPage,
      begin: async () => {
        await register.openPerson(person);
        await register.begin('hfhk');
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({ 恢复户口的依据: { pick: '未在境外定居' } });
        await entry.goOnTo('地址与户');
        await entry.pickAddress(room.fullName);
        await entry.chooseHousehold('立新户');
      },
    });
    await register.openPerson(person);
    expect(await register.standing()).toContain('在册');
    expect((await register.line(card, '公民身份号码')).replaceAll(' ', '')).toBe(person.citizenId);
    expect(await register.members('所在户')).toEqual([`${person.name} 户主`]);
    expect(await register.history()).toEqual(['恢复户口', '出国（境）定居、入外籍注销']);
  });
});

describe('a registration made by mistake', () => {
  it('is undone by the chief with a reason: the person stands as before, and both entries stay in the history', async () => {
    const { entry, form, register } = opened.counter;
    const [person] = town.family('02').members;
    await carryOut(opened.counter, {
      begin: async () => {
        await register.openPerson(person);
        await register.begin('C36');
      },
      enter: async () => {
        await entry.goOnTo('登记事项');
        await form.fill({ 职业: { type: '示例职业' } });
      },
    });
    await register.openPerson(person);
    expect(await register.line(card, '职业')).toBe('示例职业');
    await register.reverse('录入错误，当事人当场发现');
    await expect.poll(() => register.line(card, '职业')).toBe(person.occupation ?? '未提供');
    expect(await register.history()).toHaveLength(2);
    await onPage('a reversed event');
  });

  it('took no press of a mouse, like everything before it', async () => {
    expect(await opened.counter.pointerCount()).toBe(0);
  });
});
