import { beforeEach, describe, expect, it } from 'vitest';
import type { Permit, Residence } from '../../../shared/domain/residence-records.ts';
import {
  listEmployers,
  listHouses,
  listPermits,
  listReminders,
  type ResidentEntry,
} from '../../../shared/register/ledgers.ts';
import { idOf, people, places, SmallRegister, visitorPermit, visitorResidence } from '../../fixtures/small-register.ts';

let small: SmallRegister;
beforeEach(() => {
  small = new SmallRegister();
});

/** The visitor's registration with other fields laid over it. */
function entry(fields: Partial<Residence>): ResidentEntry {
  const residence = small.register.find('residence', visitorResidence)?.data;
  const address = small.register.find('address', fields.addressId ?? places.lonerRoom)?.data;
  if (!residence || !address) throw new Error('the register is not as it was');
  return { person: small.person(people.visitor), residence: { ...residence, ...fields }, address };
}

function holder(number: string, fields: Partial<Permit>) {
  const permit = small.register.find('permit', visitorPermit)?.data;
  if (!permit) throw new Error('the register is not as it was');
  return { person: small.person(people.visitor), permit: { ...permit, permitId: idOf(1), number, ...fields } };
}

describe('the ledger of houses', () => {
  it('has one line a house with its landlords and its people in the order of their coming', () => {
    const lines = listHouses([
      entry({ registeredOn: '2026-05-01', landlord: '吴刚' }),
      entry({ registeredOn: '2026-02-01', landlord: '吴刚' }),
      entry({ addressId: places.familyRoom, landlord: null }),
    ]);
    expect(lines.map(({ name, landlords }) => [name, landlords])).toEqual([
      ['辽源市龙山区南康街1号101室', []],
      ['辽源市龙山区南康街1号102室', ['吴刚']],
    ]);
    expect(lines[1]?.people.map(({ residence }) => residence.registeredOn)).toEqual(['2026-02-01', '2026-05-01']);
  });

  it('leaves out who is gone', () => {
    expect(listHouses([entry({ endedOn: '2026-11-01', endReason: 'moved-away' })])).toEqual([]);
  });
});

describe('the ledger of employers', () => {
  it('has one line an employer; whoever has none is in none', () => {
    const lines = listEmployers([
      entry({ employer: '示例超市' }),
      entry({ employer: '示例机械厂', addressId: places.familyRoom }),
      entry({ employer: '示例超市', addressId: places.familyRoom }),
      entry({ employer: null }),
    ]);
    expect(lines.map(({ name, people }) => [name, people.length])).toEqual([
      ['示例机械厂', 1],
      ['示例超市', 2],
    ]);
  });
});

describe('the ledger of permits', () => {
  const today = '2026-11-22';
  const holders = () => [
    holder('D', { firstIssuedOn: '2026-06-15' }),
    holder('C', { firstIssuedOn: '2025-12-22' }),
    holder('B', { firstIssuedOn: '2025-11-22' }),
    holder('A', { firstIssuedOn: '2025-11-21' }),
    holder('E', { status: 'replaced', endedOn: '2026-10-01' }),
  ];

  it('shows first whose cover runs out first, and none that ended', () => {
    const lines = listPermits(holders(), today);
    expect(lines.map(({ permit, function: { state } }) => `${permit.number} ${state}`)).toEqual([
      'A suspended',
      'B due',
      'C due',
      'D functioning',
    ]);
  });

  it('reminds those whose last day comes within a month, today included', () => {
    const reminded = listReminders(listPermits(holders(), today), today);
    expect(reminded.map(({ permit, function: { coveredUntil } }) => [permit.number, coveredUntil])).toEqual([
      ['B', '2026-11-22'],
      ['C', '2026-12-22'],
    ]);
  });
});
