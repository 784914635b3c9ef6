import { describe, expect, it } from 'vitest';
import {
  decisionOf,
  isLeftOut,
  listDifferent,
  pickAll,
  pickField,
  pickRecord,
  sideOf,
} from '../../../renderer/screens/conflict/picks.ts';
import { ConflictField, ConflictRecord } from '../../../shared/contract/conflict.ts';

const id = '00000000-0000-7000-8000-000000000001';

function field(name: string, base: string, ours: string, theirs: string): ConflictField {
  const isClash = base !== ours && base !== theirs && ours !== theirs;
  const side = isClash || base === ours ? 'theirs' : 'ours';
  return ConflictField.parse({ field: name, base, ours, theirs, isDifferent: ours !== theirs, isClash, side });
}

const clash = field('workplace', '甲', '乙', '丙');
const here = field('occupation', '无', '教师', '无');
const there = field('phone', '1', '1', '2');
const same = field('name', '周试一', '周试一', '周试一');
const person = ConflictRecord.parse({
  ...{ kind: 'person', id, subject: '周试一', isNew: false, isHeld: true, madeBy: null },
  fields: [clash, here, there, same],
});
const opened = { ...person, id: '00000000-0000-7000-8000-000000000002', isNew: true, isHeld: false };
const remedies = { isNumberRenewed: false, addressId: null };

describe('the choices of the conflict desk', () => {
  it('begin with what only one side changed, and the registry’s where both did', () => {
    expect(listDifferent(person).map((it) => sideOf({}, person, it))).toEqual(['theirs', 'ours', 'theirs']);
    expect(decisionOf({}, { isWithdrawn: false, remedies })).toEqual({ isWithdrawn: false, remedies, picks: [] });
  });

  it('keep everything that was changed here without undoing what only the other side changed', () => {
    const picks = pickRecord({}, person, 'ours');
    expect(listDifferent(person).map((it) => sideOf(picks, person, it))).toEqual(['ours', 'ours', 'theirs']);
  });

  it('leave a record out that the registry does not hold, and put it back', () => {
    const left = pickAll([person, opened], 'theirs');
    expect([isLeftOut(left, person), isLeftOut(left, opened)]).toEqual([false, true]);
    expect(isLeftOut(pickRecord(left, opened, 'ours'), opened)).toBe(false);
  });

  it('are sent by field, and not at all with a withdrawal', () => {
    const picks = pickField({}, person, 'workplace', 'ours');
    const chosen = { id, isLeftOut: false, fields: { workplace: 'ours' } };
    expect(decisionOf(picks, { isWithdrawn: false, remedies }).picks).toEqual([chosen]);
    expect(decisionOf(picks, { isWithdrawn: true, remedies }).picks).toEqual([]);
  });
});
