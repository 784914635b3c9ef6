import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../../electron/station/duplicates/find-duplicates.ts';
import { listOpenDuplicates } from '../../../../electron/station/duplicates/open-duplicates.ts';
import { addFinding, type Compared, findCompared } from '../../../../electron/station/store/duplicate-findings.ts';
import { indexPersons } from '../../../../electron/station/store/person-index.ts';
import { listPreparedTexts } from '../../../../electron/station/store/statements.ts';
import { numberOf, people } from '../../../fixtures/small-register.ts';
import { WellKeptCopy } from '../../../fixtures/well-kept-copy.ts';

const copy = new WellKeptCopy();
beforeEach(() => copy.begin());
afterEach(() => copy.rollBack());
afterAll(() => copy.discard());

const { son, loner, student, dead, visitor } = people;
/** Somebody entered who was born on the day of the son, 周晓. */
const entered = (name: string, citizenId = ''): Compared => ({ personId: null, name, bornOn: '2000-07-03', citizenId });
const found = (asked: Compared, except: string[] = []) =>
  findDuplicates(copy.database, asked, except).map(({ person, why }) => `${person.personId} ${why.join(' ')}`);
const rename = (personId: string, name: string, pinyin: string | null = null) => {
  copy.run('UPDATE persons SET name = ?, name_pinyin = ? WHERE person_id = ?', name, pinyin, personId);
  indexPersons(copy.database, [personId]);
};
const bornLikeTheSon = (personId: string, sex: '1' | '2' = '1') =>
  copy.run(
    'UPDATE persons SET born_on = ?, sex = ?, citizen_id = ? WHERE person_id = ?',
    ...['2000-07-03', sex, numberOf('2000-07-03', sex, Number(personId.slice(-3)), '220402'), personId],
  );

describe('who may be the same person', () => {
  it('has the same number, whatever the name', () => {
    const number = numberOf('2000-07-03', '1', 103);
    expect(found(entered('赵某某', number.toLowerCase()))).toEqual([`${son} same-number`]);
    expect(found(entered('周晓', number))).toEqual([`${son} same-number same-name-and-birth`]);
  });

  it('has the same name and birth date', () => {
    expect(found(entered('周 晓'))).toEqual([`${son} same-name-and-birth`]);
    expect(found({ ...entered('周晓'), bornOn: '2000-07-04' })).toEqual([]);
  });

  it('has a name that reads alike and the same birth date', () => {
    expect(found(entered('周孝'))).toEqual([`${son} same-sound`]);
    expect(found({ ...entered('周孝'), bornOn: '2000-07-04' })).toEqual([]);
  });

  it('reads alike in the pinyin typed by hand for a rare character, too', () => {
    rename(son, '周𬱖', 'zhou di');
    expect(found(entered('周迪'))).toEqual([`${son} same-sound`]);
  });

  it('has a name one character apart and the same birth date', () => {
    expect(found(entered('周晓明'))).toEqual([`${son} one-character`]);
    rename(son, '周晓东');
    expect(found(entered('周晓明'))).toEqual([`${son} one-character`]);
  });

  it('with a name of two characters shares one only beside sex and area of the number', () => {
    expect(found(entered('周东'))).toEqual([]);
    expect(found(entered('周东', numberOf('2000-07-03', '1', 9)))).toEqual([`${son} one-character`]);
    expect(found(entered('周东', numberOf('2000-07-03', '1', 9, '110105')))).toEqual([]);
  });

  it('is of the same sex where the number tells it and the name is only similar', () => {
    expect(found(entered('周晓明', numberOf('2000-07-03', '2', 9)))).toEqual([]);
    expect(found(entered('周晓', numberOf('2000-07-03', '2', 9)))).toEqual([`${son} same-name-and-birth`]);
  });

  it('of similar name still stands in the register', () => {
    bornLikeTheSon(dead);
    rename(dead, '周晓明');
    expect(found(entered('周晓亮'))).toEqual([`${son} one-character`]);
    expect(found(entered('周晓明'))).toEqual([`${dead} same-name-and-birth`, `${son} one-character`]);
  });

  it('comes in the order of the reasons', () => {
    for (const personId of [loner, student, visitor]) bornLikeTheSon(personId);
    rename(loner, '周晓明');
    rename(student, '周小');
    rename(visitor, '周晓');
    const number = numberOf('2000-07-03', '1', Number(loner.slice(-3)));
    expect(found(entered('周晓', number))).toEqual([
      `${loner} same-number one-character`,
      `${son} same-name-and-birth`,
      `${visitor} same-name-and-birth`,
      `${student} same-sound one-character`,
    ]);
  });

  it('is never the person themself', () => {
    const asked = findCompared(copy.database, son) ?? expect.unreachable();
    expect(found(asked)).toEqual([]);
    expect(found(entered('周晓'), [son])).toEqual([]);
  });

  it('is nobody while little is entered', () => {
    for (const asked of [{ bornOn: '' }, { bornOn: '2000' }, { name: '' }, { name: ' ' }])
      expect(found({ ...entered('周晓'), ...asked })).toEqual([]);
    expect(found({ personId: null, name: '', bornOn: '', citizenId: '22040' })).toEqual([]);
  });

  it('is found without reading a table from end to end', () => {
    found(entered('周晓', numberOf('2000-07-03', '1', 9)));
    const texts = listPreparedTexts(copy.database).filter(
      (sql) => sql.includes('s.letters') && sql.includes('p.born_on AS'),
    );
    expect(texts).toHaveLength(2);
    const plans = texts.flatMap((sql) =>
      copy.database
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...[...sql.matchAll(/\?/g)].map(() => ''))
        .map(({ detail }) => detail),
    );
    expect(plans.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });
});

describe('what is open', () => {
  const record = (one: Compared, otherId: string, outcome: 'same' | 'different' | 'unsure') =>
    addFinding(copy.database, {
      ...{ one, otherId, outcome, caseId: null, note: '', operatorId: 'li', foundAt: '2026-11-22T00:00:00Z' },
    });
  const open = (asked: Compared) => listOpenDuplicates(copy.database, asked).map(({ person }) => person.personId);

  it('is not the person’s own record: one number, name and birth date', () => {
    expect(open(entered('周晓', numberOf('2000-07-03', '1', 103)))).toEqual([]);
    expect(open(entered('周孝', numberOf('2000-07-03', '1', 103)))).toEqual([son]);
  });

  it.each(['same', 'different', 'unsure'] as const)('is nobody of whom an outcome is recorded: %s', (outcome) => {
    record(entered('周孝'), son, outcome);
    expect(open(entered('周孝'))).toEqual([]);
  });

  it('is open again when something else is entered', () => {
    record(entered('周孝'), son, 'different');
    expect(open(entered('周晓'))).toEqual([son]);
  });

  it('stays closed when the person entered stands in the register, with the number they got there', () => {
    record(entered('周晓'), son, 'different');
    bornLikeTheSon(loner);
    rename(loner, '周晓');
    const asked = findCompared(copy.database, loner) ?? expect.unreachable();
    const other = findCompared(copy.database, son) ?? expect.unreachable();
    expect(open(asked)).toEqual([]);
    expect(open(other)).toEqual([]);
  });

  it('stays closed between two of the register when one of them changes the name', () => {
    bornLikeTheSon(loner);
    rename(loner, '周晓');
    record(findCompared(copy.database, loner) ?? expect.unreachable(), son, 'different');
    rename(loner, '周孝');
    expect(open(findCompared(copy.database, loner) ?? expect.unreachable())).toEqual([]);
    expect(open(findCompared(copy.database, son) ?? expect.unreachable())).toEqual([]);
  });
});
