import { beforeAll, describe, expect, it } from 'vitest';
import { bestFit, fitsProcedure, offerFor } from '../../../renderer/procedures/fitting.ts';
import { inGroups } from '../../../renderer/procedures/groups.ts';
import { loadPinyin } from '../../../renderer/words/initials.ts';
import type { ProcedureEntry } from '../../../shared/contract/procedure.ts';

function entryOf(
  procedure: string,
  effect: string,
  zh: string,
  subject: ProcedureEntry['page']['subject'],
): ProcedureEntry {
  const page = { subject, people: 'none', target: 'none', fields: [] } as const;
  return { procedure, names: { zh, en: procedure }, effect, catalogue: ['C21'], page: { ...page, fields: [] } };
}

const death = entryOf('death.cancel', 'cancel-person', '死亡注销', 'person');
const restore = entryOf('person.restore', 'restore-person', '恢复户口', 'person');
const endorse = entryOf('permit.endorse', 'endorse-permit', '居住证签注', 'person');
const restart = entryOf('permit.late-endorse', 'restart-permit', '居住证补签', 'person');
const enter = entryOf('residence.register', 'enter-residence', '居住登记', 'person');
const apply = entryOf('permit.apply', 'issue-permit', '申领居住证', 'person');
const split = entryOf('household.split', 'split-household', '分户', 'household');
const all = [death, restore, endorse, restart, enter, apply, split];
const namesOf = (entries: readonly ProcedureEntry[]) => entries.map((it) => it.procedure);

beforeAll(loadPinyin);

describe('the catalogue', () => {
  it('finds a procedure by words, pinyin initials and its item of the national catalogue', () => {
    for (const typed of ['死亡', 'swzx', 'siwang', 'C21', 'c2', 'death'])
      expect(fitsProcedure(typed, death)).toBe(true);
    for (const typed of ['分户', 'C22', 'xyz']) expect(fitsProcedure(typed, death)).toBe(false);
  });

  it('takes the procedure whose name is typed, not one that only holds it, and keeps the order otherwise', () => {
    const student = entryOf('move.out-student', 'move-out', '录取学生户口迁出', 'person');
    const moving = entryOf('move.out', 'move-out', '户口迁出', 'person');
    for (const typed of ['户口迁出', 'hkqc', 'hukouqian']) expect(bestFit(typed, [student, moving])).toBe(moving);
    for (const typed of ['迁出', '', 'c21']) expect(bestFit(typed, [student, moving])).toBe(student);
    expect(bestFit('x', [])).toBeUndefined();
  });

  it('shows every procedure in exactly one group', () => {
    const grouped = inGroups([...all, entryOf('settle.talent', 'move-in', '人才落户', 'none')]);
    expect(grouped.flatMap((it) => it.entries)).toHaveLength(all.length + 1);
    expect(grouped[0]?.group).toBe('settling');
  });
});

describe('what is offered on a page of the register', () => {
  it('is only what starts from that kind of thing', () => {
    expect(namesOf(offerFor({ kind: 'household' }, all).likely)).toEqual(['household.split']);
  });

  it('puts what is asked of the living before a restoration, and that first for the dead, and hides neither', () => {
    const living = offerFor({ kind: 'person', status: 'registered' }, all);
    expect(namesOf(living.likely)).toEqual(['death.cancel']);
    expect(namesOf(living.others)).toContain('person.restore');
    expect(namesOf(offerFor({ kind: 'person', status: 'dead' }, all).likely)).toEqual(['person.restore']);
  });

  it('leads someone from elsewhere from the registration to the permit and its endorsement', () => {
    const first = (standing: object) => offerFor({ kind: 'person', status: 'elsewhere', ...standing }, all).likely[0];
    expect(first({ hasResidence: false, permit: null })?.procedure).toBe('residence.register');
    expect(first({ hasResidence: true, permit: null })?.procedure).toBe('permit.apply');
    expect(first({ hasResidence: true, permit: 'due' })?.procedure).toBe('permit.endorse');
    expect(first({ hasResidence: true, permit: 'suspended' })?.procedure).toBe('permit.late-endorse');
  });
});
