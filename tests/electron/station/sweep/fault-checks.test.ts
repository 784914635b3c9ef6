import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultChecks } from '../../../../electron/station/sweep/fault-checks.ts';
import { type FaultCode, faultCodes, listedFaultsMax } from '../../../../shared/contract/sweep.ts';
import { households, idOf, people, places } from '../../../fixtures/small-register.ts';
import { WellKeptCopy } from '../../../fixtures/well-kept-copy.ts';
import { pack } from '../../../shared/policy/liaoyuan.ts';
import { spoilerOf } from './spoiler.ts';

const copy = new WellKeptCopy();
beforeEach(() => copy.begin());
afterEach(() => copy.rollBack());
afterAll(() => copy.discard());

const { gone, loner } = people;
const { address, person, leave, addPaper, addCaseOfPaper, spoilt } = spoilerOf(copy);

describe('the data sweep', () => {
  it('finds nothing in a register that is well kept', () => {
    expect(copy.faults()).toEqual([]);
    expect(copy.sweep().counts.map(({ code }) => code)).toEqual(faultCodes);
  });

  it.each(faultCodes)('finds %s', (code) => {
    const [spoil, ...subjectIds] = spoilt[code];
    spoil();
    expect(copy.faults().filter((fault) => fault.startsWith(`${code} `))).toEqual(
      subjectIds.map((id) => `${code} ${id}`),
    );
    expect(copy.sweep().counts).toContainEqual(expect.objectContaining({ code, count: subjectIds.length }));
  });

  it.each(faultCodes)('says %s of nobody at another station', (code) => {
    spoilt[code][0]();
    copy.run(`UPDATE households SET station_code = '220402010000'`);
    for (const table of ['residences', 'permits', 'migration_papers', 'blanks'])
      copy.run(`UPDATE ${table} SET station_code = '220402010000'`);
    const own: readonly FaultCode[] = ['outbox-old'];
    expect(copy.faults().some((fault) => fault.startsWith(`${code} `))).toBe(own.includes(code));
  });
});

describe('a migration paper that has run out', () => {
  const found = () => copy.sweep().faults.filter(({ code }) => code === 'paper-expired');

  it('is looked for at the last home of whoever left with it and is registered nowhere since', () => {
    person(loner, { status: 'moved-out' });
    leave(loner);
    addPaper('migration-certificate', 'issued', '2026-11-21', loner);
    const fix = { procedure: 'migration-paper.reissue', subject: { kind: 'person', id: loner } };
    expect(found()).toMatchObject([{ subject: { id: idOf(902) }, grid: '南康社区', fix }]);
    person(loner, { status: 'registered' });
    expect(found()).toEqual([]);
  });

  it('is left to the archive a year later, where it was for another city', () => {
    person(loner, { status: 'moved-out' });
    addPaper('migration-certificate', 'issued', '2025-11-21', loner);
    expect(found()).toEqual([]);
  });

  it('is looked for where it leads to when it is a permit to move in', () => {
    addPaper('move-in-permit', 'issued', '2026-11-21');
    addCaseOfPaper(places.lonerRoom);
    address(places.lonerRoom, 'grid_name', '第三网格');
    expect(found()).toMatchObject([{ grid: '第三网格' }]);
  });
});

describe('where faults are', () => {
  it('counts by the grid unit, or by the community where none is set', () => {
    copy.run('UPDATE persons SET photo_id = NULL');
    address(places.lonerRoom, 'grid_name', '第三网格');
    const missing = copy.sweep().byGrid.filter(({ code }) => code === 'photo-missing');
    expect(missing).toEqual([
      { code: 'photo-missing', grid: '南康社区', count: 6 },
      { code: 'photo-missing', grid: '第三网格', count: 1 },
    ]);
  });

  it('counts all and lists the first of them', () => {
    const insertPerson = `INSERT INTO persons (person_id, citizen_id, name, sex, born_on, ethnicity, marital_status, status, version)
      SELECT ?, ?, name, sex, born_on, ethnicity, marital_status, status, 1 FROM persons WHERE person_id = ?`;
    const insertMember = `INSERT INTO memberships VALUES (?, ?, ?, '99', '2020-01-01', NULL, 1, NULL)`;
    copy.database.transaction(() => {
      for (let index = 0; index < 250; index += 1) {
        copy.run(insertPerson, idOf(5000 + index), `x${index}`, gone);
        copy.run(insertMember, idOf(6000 + index), households.unit, idOf(5000 + index));
      }
    })();
    const { counts, faults, byGrid } = copy.sweep();
    expect(counts).toContainEqual(expect.objectContaining({ code: 'place-of-the-dead', count: 250 }));
    expect(byGrid).toContainEqual({ code: 'place-of-the-dead', grid: '南康社区', count: 250 });
    expect(faults.filter(({ code }) => code === 'place-of-the-dead')).toHaveLength(listedFaultsMax);
  });
});

describe('the way to mend a fault', () => {
  it.each(faultChecks.filter(({ fix }) => fix !== null))(
    'of $code starts a procedure of the pack from what it takes',
    ({ code, fix, subject }) => {
      const wanted = pack.procedures.get(fix?.procedure ?? '')?.page.subject;
      expect(fix?.from === 'person' ? 'person' : subject).toBe(wanted);
      const [spoil] = spoilt[code];
      spoil();
      const fault = copy.sweep().faults.find((it) => it.code === code);
      expect(fault?.fix).toMatchObject({ procedure: fix?.procedure, subject: { kind: wanted } });
    },
  );
});
