import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeName, codeTable } from '../../../shared/domain/codes.ts';
import { relationsAfterHeadChange } from '../../../shared/domain/head-change.ts';
import { findKinPath, type Sex } from '../../../shared/domain/kinship.ts';
import {
  type CompanionRelation,
  companionRelationToHead,
  findInverseRelation,
  headRelations,
} from '../../../shared/domain/relations.ts';

const man = { sex: '1' as const, bornOn: '1960-01-01' };
const woman = { sex: '2' as const, bornOn: '1962-01-01' };
const person = (sex: Sex, bornOn: string | null = null) => ({ sex, bornOn });
const codesOf = (proposals: { code: string }[]) => proposals.map(({ code }) => code);

describe('the old head seen from a member who becomes head', () => {
  it.each([
    ['20', man, '51'],
    ['20', woman, '52'],
    ['32', man, '51'],
    ['12', man, '11'],
    ['11', woman, '12'],
    ['10', man, '10'],
    ['27', woman, '58'],
    ['38', man, '53'],
    ['38', woman, '54'],
    ['28', man, '55'],
    ['51', man, '20'],
    ['52', woman, '30'],
    ['53', woman, '38'],
    ['56', man, '28'],
    ['57', man, '27'],
    ['41', man, '61'],
    ['43', woman, '64'],
    ['45', man, '65'],
    ['47', man, '66'],
    ['61', woman, '42'],
    ['64', man, '43'],
    ['65', woman, '45'],
    ['71', man, '73'],
    ['77', woman, '75'],
    ['72', man, '79'],
    ['82', man, '93'],
    ['85', woman, '96'],
    ['90', man, '93'],
    ['94', woman, '90'],
    ['95', man, '85'],
    ['91', woman, '91'],
    ['97', man, '97'],
    ['99', woman, '99'],
  ])('relation %s', (code, oldHead, expected) => {
    const sexOfMember = findKinPath(code)?.at(-1) === '2' ? '2' : '1';
    expect(findInverseRelation(code, oldHead, person(sexOfMember))?.code).toBe(expected);
  });

  it('is itself again when the headship goes back and forth', () => {
    const stable = [
      '11',
      '12',
      '20',
      '30',
      '27',
      '37',
      '28',
      '38',
      '41',
      '42',
      '43',
      '44',
      '45',
      '46',
      '47',
      '48',
      '51',
      '52',
      '53',
      '54',
      '55',
      '56',
      '57',
      '58',
      '61',
      '62',
      '63',
      '64',
      '66',
      '67',
      '71',
      '73',
      '75',
      '77',
      '10',
      '70',
      '80',
      '85',
      '88',
      '90',
      '91',
      '92',
      '95',
      '97',
      '99',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...stable), fc.constantFrom<Sex>('1', '2'), (code, sex) => {
        const [last, first] = [findKinPath(code)?.at(-1), findKinPath(code)?.slice(0, 2)];
        const member = person(last === '2' ? '2' : '1');
        const head = person(first === 'S1' ? '2' : first === 'S2' ? '1' : sex);
        const there = findInverseRelation(code, head, member);
        const back = there === null ? null : findInverseRelation(there.code, member, head);
        expect(back?.code).toBe(code);
      }),
    );
  });

  it('is a code of the table for every relation, and nothing for the head', () => {
    for (const { code } of codeTable('relation')) {
      for (const sex of ['1', '2'] as const) {
        const inverse = findInverseRelation(code, person(sex), person('1'));
        if (headRelations.includes(code)) expect(inverse).toBeNull();
        else expect(codeName('relation', inverse?.code ?? '', 'zh')).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

describe('everyone after a change of head', () => {
  const father = { relation: '02', ...person('1', '1955-03-01') };
  const mother = { relation: '12', ...person('2', '1957-03-01') };
  const son = { relation: '20', ...person('1', '1980-03-01') };
  const daughter = { relation: '30', ...person('2', '1984-03-01') };
  const wifeOfSon = { relation: '38', ...person('2', '1981-03-01') };
  const childOfSon = { relation: '41', ...person('1', '2008-03-01') };

  it('names parents, wife, child and younger sister of the only son', () => {
    const after = relationsAfterHeadChange([father, mother, son, daughter, wifeOfSon, childOfSon], 2);
    expect(codesOf(after)).toEqual(['51', '52', '02', '77', '12', '20']);
    expect(after.map(({ isCertain }) => isCertain)).toEqual([true, false, true, true, false, false]);
  });

  it('leaves open whose wife and child they are when there are two sons', () => {
    const other = { relation: '20', ...person('1', '1978-03-01') };
    const after = relationsAfterHeadChange([father, son, other, wifeOfSon, childOfSon], 1);
    expect(codesOf(after)).toEqual(['51', '02', '71', '79', '93']);
    expect(after[3]?.isCertain).toBe(false);
    expect(after[4]?.isCertain).toBe(false);
  });

  it('keeps the children as children when the wife becomes head', () => {
    expect(codesOf(relationsAfterHeadChange([father, mother, son, wifeOfSon, childOfSon], 1))).toEqual([
      '11',
      '02',
      '20',
      '38',
      '41',
    ]);
  });

  it('makes the parents of the husband her 公婆', () => {
    const parents = [
      { relation: '51', ...person('1') },
      { relation: '52', ...person('2') },
    ];
    expect(codesOf(relationsAfterHeadChange([father, mother, ...parents], 1))).toEqual(['11', '02', '53', '54']);
  });

  it('asks for one head now and one afterwards', () => {
    expect(() => relationsAfterHeadChange([son, mother], 0)).toThrow(RangeError);
    expect(() => relationsAfterHeadChange([father, father, son], 2)).toThrow(RangeError);
    expect(() => relationsAfterHeadChange([father, son], 2)).toThrow(RangeError);
    expect(codesOf(relationsAfterHeadChange([father, son], 0))).toEqual(['02', '20']);
  });
});

describe('who comes along with the applicant', () => {
  const along = (relationToApplicant: CompanionRelation, sex: Sex, own: string, ownSex: Sex, headSex: Sex = '1') =>
    companionRelationToHead({ relationToApplicant, sex }, { relation: own, sex: ownSex }, { sex: headSex });

  it('is named by sex when the applicant heads a new household', () => {
    const cases = [
      along('spouse', '2', '02', '1'),
      along('spouse', '1', '02', '2'),
      along('child', '1', '02', '1'),
      along('child', '2', '02', '1'),
      along('parent', '1', '02', '1'),
      along('parent', '2', '02', '1'),
    ];
    expect(codesOf(cases)).toEqual(['12', '11', '20', '30', '51', '52']);
    expect(cases.every(({ isCertain }) => isCertain)).toBe(true);
  });

  it('of a son of the head is 儿媳, 孙子 or 孙女', () => {
    expect(
      codesOf([along('spouse', '2', '22', '1'), along('child', '1', '20', '1'), along('child', '2', '20', '1')]),
    ).toEqual(['38', '41', '42']);
  });

  it('of a daughter of the head is 女婿, 外孙子 or 外孙女', () => {
    expect(
      codesOf([along('spouse', '1', '30', '2'), along('child', '1', '30', '2'), along('child', '2', '30', '2')]),
    ).toEqual(['28', '43', '44']);
  });

  it('of the spouse of the head is child or parent-in-law', () => {
    expect(
      codesOf([along('child', '1', '12', '2'), along('parent', '1', '12', '2'), along('parent', '2', '11', '1', '2')]),
    ).toEqual(['20', '55', '54']);
    expect(along('child', '1', '12', '2').isCertain).toBe(false);
  });

  it('of a parent of the head is the other parent or a sibling', () => {
    expect(codesOf([along('spouse', '2', '51', '1'), along('child', '1', '51', '1')])).toEqual(['52', '70']);
  });

  it('of a brother of the head is 侄子 or 侄女', () => {
    expect(along('child', '1', '73', '1')).toEqual({ code: '93', isCertain: true });
    expect(along('child', '2', '73', '1').code).toBe('94');
  });

  it('is 其他亲属 or 其他, to be confirmed, where nothing better is known', () => {
    expect(along('other', '1', '02', '1')).toEqual({ code: '97', isCertain: false });
    expect(along('child', '1', '97', '1')).toEqual({ code: '97', isCertain: false });
    expect(along('child', '1', '99', '1')).toEqual({ code: '80', isCertain: false });
  });
});
