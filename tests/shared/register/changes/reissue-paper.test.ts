import { describe, expect, it } from 'vitest';
import { MigrationPaper } from '../../../../shared/domain/paper-records.ts';
import { households, idOf, otherStation, people, picked, SmallRegister } from '../../../fixtures/small-register.ts';

const lostBook = { paper: 'household-book', cause: 'lost' };
const lostPaper = { subject: people.son, paper: 'migration-paper', cause: 'lost' };

/** The register after the son moved out with a certificate. */
function sonAway(): SmallRegister {
  const small = new SmallRegister();
  const journey = { toDivision: '220106', toAddress: '长春市绿园区', reason: 'work' };
  small.do('move-out', { subject: people.son, memberIds: [people.son], ...journey });
  return small;
}

function statesOf(small: SmallRegister): string[] {
  return small.register.listAll('migration-paper').map(({ data }) => `${data.number} ${data.status}`);
}

describe('reissuing the household book', () => {
  it('leaves a numbered record of the new book and makes the one before it void', () => {
    const small = new SmallRegister();
    small.do('reissue-paper', { subject: households.family, ...lostBook });
    small.do('reissue-paper', { subject: households.family, ...lostBook, recipientId: people.mother });
    const books = small.register.listAll('certificate').map(({ data }) => data);
    expect(books).toMatchObject([
      { kind: 'household-book', number: '00000001', personId: people.father, status: 'void' },
      { kind: 'household-book', number: '00000002', personId: people.mother, recipient: '李梅', status: 'issued' },
    ]);
    expect(books[1]).toMatchObject({ body: '户号 010000001', purpose: 'lost' });
  });

  it('leaves the book of another household alone', () => {
    const small = new SmallRegister();
    small.do('reissue-paper', { subject: people.loner, ...lostBook });
    small.do('reissue-paper', { subject: people.father, ...lostBook });
    expect(small.register.listAll('certificate').map(({ data }) => data.status)).toEqual(['issued', 'issued']);
  });

  it('is refused for strangers, for other stations and without numbers', () => {
    const small = new SmallRegister();
    const refusal = (asked: object) => small.refusal('reissue-paper', { ...lostBook, ...asked });
    expect(refusal({ subject: households.family, recipientId: people.loner })).toBe('not-a-member');
    expect(refusal({ subject: households.other })).toBe('household-other-station');
    expect(refusal({ subject: people.gone })).toBe('person-not-registered');
    small.numbers.certificate = null;
    expect(refusal({ subject: households.family })).toBe('numbers-exhausted');
  });
});

describe('reissuing a migration certificate', () => {
  it('makes the old one void and gives a new number and new days', () => {
    const small = sonAway();
    small.today = '2026-12-30';
    small.do('reissue-paper', { ...lostPaper, cause: 'expired' });
    expect(statesOf(small)).toEqual(['00000001 void', '00000002 issued']);
    const [old, renewed] = small.register.listAll('migration-paper').map(({ data }) => data);
    expect(renewed).toMatchObject({ issuedOn: '2026-12-30', validUntil: '2027-01-29', replacesId: old?.paperId });
    expect(renewed?.holders).toEqual(old?.holders);
  });

  it('is refused for a paper that is not there, void, used, of another station, or of somebody who is back', () => {
    const small = sonAway();
    expect(small.refusal('reissue-paper', { ...lostPaper, paperNumber: '99' })).toBe('paper-unknown');
    expect(small.refusal('reissue-paper', { ...lostPaper, subject: people.loner })).toBe('paper-unknown');
    small.do('reissue-paper', lostPaper);
    expect(small.refusal('reissue-paper', { ...lostPaper, paperNumber: '00000001' })).toBe('paper-not-in-force');
    const target = { household: 'join', householdId: households.family };
    small.do('move-in', { people: [picked(small, people.son, '20')], target });
    expect(small.refusal('reissue-paper', lostPaper)).toBe('person-already-registered');
    const [issued] = small.register.list('migration-paper', 'number', '00000002');
    small.register.take(
      'migration-paper',
      MigrationPaper.parse({ ...issued?.data, paperId: idOf(900), number: '7', stationCode: otherStation }),
    );
    expect(small.refusal('reissue-paper', { ...lostPaper, paperNumber: '7' })).toBe('paper-other-station');
  });
});
