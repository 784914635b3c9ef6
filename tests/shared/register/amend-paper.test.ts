import { beforeEach, describe, expect, it } from 'vitest';
import type { MigrationPaper } from '../../../shared/domain/paper-records.ts';
import { addDays } from '../../../shared/domain/plain-date.ts';
import { type PlannedAmendment, planAmending, whyLimit } from '../../../shared/register/amend-paper.ts';
import { idOf, otherStation, ownStation, people, SmallRegister } from '../../fixtures/small-register.ts';

let small: SmallRegister;
let paper: MigrationPaper;

beforeEach(() => {
  small = new SmallRegister();
  const { today } = small.context;
  paper = {
    paperId: idOf(9101),
    kind: 'migration-certificate',
    number: '吉迁00001',
    printYear: Number(today.slice(0, 4)),
    stationCode: ownStation,
    issuedOn: today,
    validUntil: addDays(today, 30),
    holders: [{ personId: people.gone, name: '练习甲', citizenId: '', relation: '02' }],
    fromAddress: '练习路一号',
    toAddress: '外省练习路二号',
    otherAuthority: '外省练习派出所',
    reason: '工作',
    status: 'issued',
    endReason: null,
    replacesId: null,
  };
});

const right = () => ({
  fromAddress: paper.fromAddress,
  toAddress: '外省练习路二十号',
  otherAuthority: paper.otherAuthority,
  reason: paper.reason,
  names: paper.holders.map(({ name }) => name),
});

function amended(corrected = right(), why = '门牌号写错'): Extract<PlannedAmendment, { ok: true }> {
  const planned = planAmending(small.register, small.context, { paper, corrected, why });
  if (!planned.ok) throw new Error(planned.refusal.code);
  return planned;
}

describe('amending a migration paper', () => {
  it('voids the number and issues a new one that says what it replaces', () => {
    small.register.take('migration-paper', paper);
    const planned = amended();
    small.register.apply(planned.effects);
    expect(small.register.find('migration-paper', paper.paperId)?.data).toMatchObject({ status: 'void' });
    expect(planned.paper).toMatchObject({ toAddress: '外省练习路二十号', status: 'issued', replacesId: paper.paperId });
    expect(planned.paper.number).not.toBe(paper.number);
    expect(planned.paper.holders).toEqual(paper.holders);
  });

  it('enters a permit that was printed from its case, so that its number is void for everybody', () => {
    const planned = amended();
    small.register.apply(planned.effects);
    const [old] = small.register.list('migration-paper', 'number', paper.number);
    expect(old?.data).toMatchObject({ status: 'void', endReason: '更正：门牌号写错' });
  });

  it('keeps the whole reason in the record', () => {
    const why = '错'.repeat(whyLimit);
    expect(amended(right(), why).old.endReason?.endsWith(why)).toBe(true);
  });

  it.each([
    ['nothing that differs', 'item-same', () => ({ ...right(), toAddress: paper.toAddress })],
    ['a name that can’t be registered', 'name-not-possible', () => ({ ...right(), names: ['练习7'] })],
    ['fewer names than holders', 'input-invalid', () => ({ ...right(), names: [] })],
  ])('refuses %s', (_words, code, corrected) => {
    expect(() => amended(corrected())).toThrow(code);
  });

  it('refuses a paper of another station, and one that is used, void or expired', () => {
    const whole = paper;
    for (const [change, code] of [
      [{ stationCode: otherStation }, 'paper-other-station'],
      [{ status: 'used', endReason: '已落户' }, 'paper-not-in-force'],
      [{ status: 'void', endReason: '补领' }, 'paper-not-in-force'],
      [{ issuedOn: '2026-01-01', validUntil: '2026-01-31' }, 'paper-not-in-force'],
    ] as const) {
      paper = { ...whole, ...change };
      expect(() => amended()).toThrow(code);
    }
  });
});
