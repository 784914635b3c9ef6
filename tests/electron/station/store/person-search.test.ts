import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { indexPersons } from '../../../../electron/station/store/person-index.ts';
import { type PersonSearchRow, searchPersons } from '../../../../electron/station/store/person-search.ts';
import { checkDigit } from '../../../../shared/domain/citizen-number.ts';
import { nameKeys } from '../../../../shared/domain/name-keys.ts';
import { FilledCopy, here } from './filled-copy.ts';

const copy = new FilledCopy({ persons: 1500, seed: 'search' });
afterAll(() => copy.close());

interface Someone {
  readonly id: string;
  readonly name: string;
  readonly pinyin: string | null;
  readonly citizenId: string;
  readonly number: string | null;
}

const everyone = copy.database
  .prepare<[], Someone>(
    `SELECT p.person_id AS id, p.name, p.name_pinyin AS pinyin, p.citizen_id AS citizenId, h.number FROM persons p
     LEFT JOIN memberships m ON m.person_id = p.person_id AND m.until_on IS NULL
     LEFT JOIN households h ON h.household_id = m.household_id ORDER BY p.person_id`,
  )
  .all();

const search = (text: string, limit = 50, stationCode = here) =>
  searchPersons(copy.database, { text, limit, stationCode });
const namesFor = (text: string) => search(text).map(({ name }) => name);

const someone = fc.nat(everyone.length - 1).map((index) => {
  const person = everyone[index];
  if (!person) throw new RangeError('no such person');
  return person;
});

/** Found, or crowded out by as many others who fit as well. */
function isFound(id: string, text: string): boolean {
  const rows = search(text);
  return rows.length === 50 || rows.some(({ personId }) => personId === id);
}

describe('every person is found', () => {
  it('by the whole name, first', () => {
    fc.assert(
      fc.property(someone, ({ id, name }) => {
        expect(isFound(id, name)).toBe(true);
        expect(namesFor(name)[0]).toBe(name);
      }),
    );
  });

  it('by the whole number, alone', () => {
    fc.assert(
      fc.property(someone, ({ id, citizenId }) => {
        expect(search(citizenId).map(({ personId }) => personId)).toEqual([id]);
        expect(search(citizenId.toLowerCase())).toHaveLength(1);
      }),
    );
  });

  it('by four and more digits of the number anywhere', () => {
    const part = fc.tuple(someone, fc.nat(14), fc.integer({ min: 4, max: 17 }));
    fc.assert(
      fc.property(part, ([{ id, citizenId }, start, length]) => {
        const digits = citizenId.slice(start, start + length);
        const fits = ({ citizenId: number, householdNumber }: PersonSearchRow) =>
          number.includes(digits) || householdNumber === digits || number.slice(0, 6) + number.slice(8, 17) === digits;
        expect(search(digits).every(fits)).toBe(true);
        expect(isFound(id, digits)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('by 15 digits, be they an old number or the beginning of one of 18 that reads like an old one', () => {
    const { id, citizenId } = everyone[60] ?? expect.unreachable();
    copy.change(id, { citizenId: `22040220010117001${checkDigit('22040220010117001')}` });
    indexPersons(copy.database, [id]);
    expect(search('220402200101170').map(({ personId }) => personId)).toContain(id);
    expect(search('220402010117001').map(({ personId }) => personId)).toEqual([]);
    copy.change(id, { citizenId: `22040219010117001${checkDigit('22040219010117001')}` });
    indexPersons(copy.database, [id]);
    expect(search('220402010117001').map(({ personId }) => personId)).toEqual([id]);
    copy.change(id, { citizenId });
    indexPersons(copy.database, [id]);
  });

  it('by full pinyin and by initials in every reading', () => {
    fc.assert(
      fc.property(someone, ({ id, name, pinyin }) => {
        const keys = nameKeys(name, pinyin);
        for (const key of [...keys.pinyin, ...keys.initials]) expect(isFound(id, key)).toBe(true);
      }),
    );
  });

  it('by the first character and by any characters in order', () => {
    const chosen = fc.tuple(someone, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }));
    fc.assert(
      fc.property(chosen, ([{ id, name }, kept]) => {
        const typed = [...name].filter((_, index) => kept[index % 4] ?? true).join('');
        if (typed.replace('·', '') !== '') expect(isFound(id, typed)).toBe(true);
      }),
    );
  });

  it('by the 户号, the head first', () => {
    fc.assert(
      fc.property(someone, ({ id, number }) => {
        if (number === null) return;
        const rows = search(number);
        expect(rows.some(({ personId }) => personId === id)).toBe(true);
        expect(rows[0]).toMatchObject({ relation: '02', householdNumber: number });
      }),
    );
  });

  it('by name and birth year together', () => {
    fc.assert(
      fc.property(someone, ({ id, name, citizenId }) => {
        const rows = search(`${name} ${citizenId.slice(6, 10)}`);
        expect(rows.some(({ personId }) => personId === id)).toBe(true);
        expect(rows.every((row) => row.citizenId.includes(citizenId.slice(6, 10)))).toBe(true);
      }),
    );
  });

  it('by the birth day written in any usual way', () => {
    const { id, citizenId } = everyone[3] ?? expect.unreachable();
    const [year, month, day] = [citizenId.slice(6, 10), citizenId.slice(10, 12), citizenId.slice(12, 14)];
    for (const text of [year + month + day, `${year}-${month}-${day}`, `${year}年${Number(month)}月${Number(day)}日`]) {
      expect(search(text).some(({ personId }) => personId === id)).toBe(true);
    }
  });
});

describe('a line', () => {
  it('says where the person is registered', () => {
    const { id, citizenId, number } = everyone[0] ?? expect.unreachable();
    const [row] = search(citizenId);
    expect(row).toMatchObject({ personId: id, householdNumber: number, isHere: true, isProvisional: false });
    expect(row?.address).toMatch(/^吉林省辽源市龙山区.+室$/);
  });

  it('of someone who died has no household', () => {
    const died = copy.database.prepare(`SELECT citizen_id FROM persons WHERE status = 'dead'`).pluck().get();
    expect(search(String(died))).toMatchObject([{ status: 'dead', householdId: null, address: '', isHere: false }]);
  });

  it('is provisional while the registration waits', () => {
    const { id, citizenId } = everyone[5] ?? expect.unreachable();
    copy.database.prepare('UPDATE persons SET provisional_event_id = ? WHERE person_id = ?').run(id, id);
    expect(search(citizenId)[0]?.isProvisional).toBe(true);
    copy.database.prepare('UPDATE persons SET provisional_event_id = NULL WHERE person_id = ?').run(id);
  });
});

describe('too little or odd input', () => {
  it.each(['', '   ', '1', '22', '220', '%', '_', '"', "' OR 1=1 --", '*', '·', 'NEAR(', '\u0000'])(
    'finds nobody for %j',
    (text) => {
      expect(search(text)).toEqual([]);
    },
  );

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(search(text).length).toBeLessThanOrEqual(50);
      }),
    );
  });

  it('keeps to the limit', () => {
    expect(search('王', 7)).toHaveLength(7);
  });
});

describe('surnames read otherwise than their character', () => {
  const { id } = everyone[10] ?? expect.unreachable();
  beforeEach(() => {
    copy.change(id, { name: '王试' });
    indexPersons(copy.database, [id]);
  });

  it.each([
    ['单雄信', 'shanxiongxin', 'sxx'],
    ['仇晓英', 'qiuxiaoying', 'qxy'],
    ['解文玉', 'xiewenyu', 'xwy'],
    ['曾国庆', 'zengguoqing', 'zgq'],
    ['查金山', 'zhajinshan', 'zjs'],
    ['区海兰', 'ouhailan', 'ohl'],
    ['朴英哲', 'piaoyingzhe', 'pyz'],
    ['尉迟明', 'yuchiming', 'ycm'],
  ])('%s is found by %s and %s', (name, pinyin, initials) => {
    copy.change(id, { name });
    indexPersons(copy.database, [id]);
    for (const text of [pinyin, initials]) expect(search(text).some(({ personId }) => personId === id)).toBe(true);
  });
});

describe('after a change', () => {
  const { id } = everyone[20] ?? expect.unreachable();

  it('a person is found by the new name and no longer by the old one', () => {
    copy.change(id, { name: '鲜有此名' });
    indexPersons(copy.database, [id]);
    expect(search('鲜有此名').map(({ personId }) => personId)).toEqual([id]);
    copy.change(id, { name: '更改后名' });
    indexPersons(copy.database, [id]);
    expect(search('鲜有此名')).toEqual([]);
    expect(search('xianyouciming')).toEqual([]);
    expect(search('genggaihouming').map(({ personId }) => personId)).toEqual([id]);
  });

  it('a rare character is found by itself and by the pinyin typed by hand', () => {
    copy.change(id, { name: '𠮷𬱖', namePinyin: 'jí dí' });
    indexPersons(copy.database, [id]);
    for (const text of ['𠮷', '𠮷𬱖', 'jidi', 'jd', 'JI DI']) {
      expect(search(text).some(({ personId }) => personId === id)).toBe(true);
    }
  });

  it('a person is found by the new number only', () => {
    const before = everyone[20]?.citizenId ?? '';
    copy.change(id, { citizenId: '110105194912310026' });
    indexPersons(copy.database, [id]);
    expect(search(before)).toEqual([]);
    for (const text of ['110105194912310026', '110105', '0026', '1949', '4912']) {
      expect(search(text).some(({ personId }) => personId === id)).toBe(true);
    }
  });

  it('a person no longer in the register is not found', () => {
    const gone = everyone[30] ?? expect.unreachable();
    copy.database.prepare('DELETE FROM memberships WHERE person_id = ?').run(gone.id);
    copy.database.prepare('DELETE FROM persons WHERE person_id = ?').run(gone.id);
    indexPersons(copy.database, [gone.id]);
    expect(search(gone.citizenId)).toEqual([]);
    expect(search(gone.name).some(({ personId }) => personId === gone.id)).toBe(false);
  });

  it('indexing the same person twice changes nothing', () => {
    const twice = everyone[40] ?? expect.unreachable();
    indexPersons(copy.database, [twice.id, twice.id]);
    expect(search(twice.citizenId)).toHaveLength(1);
    expect(search(twice.name).filter(({ personId }) => personId === twice.id)).toHaveLength(1);
  });
});

describe('what was indexed and rolled back', () => {
  it('is not found', () => {
    const person = everyone[50] ?? expect.unreachable();
    const turn = copy.database.transaction(() => {
      copy.change(person.id, { name: '未曾发生' });
      indexPersons(copy.database, [person.id]);
      expect(namesFor('未曾发生')).toEqual(['未曾发生']);
      throw new Error('power cut');
    });
    expect(turn).toThrow('power cut');
    expect(search('未曾发生')).toEqual([]);
    expect(search(person.citizenId).map(({ name }) => name)).toEqual([person.name]);
  });
});
