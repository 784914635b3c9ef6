import { describe, expect, it } from 'vitest';
import { emptyForm, readForm } from '../../../renderer/screens/find/criteria.ts';

const read = (typed: Partial<typeof emptyForm>) => readForm({ ...emptyForm, ...typed });

describe('the form of the search', () => {
  it('reads days in any usual way and numbers typed in groups', () => {
    expect(read({ bornFrom: '19900101', bornUntil: '1990-12-31' }).criteria).toMatchObject({
      bornFrom: '1990-01-01',
      bornUntil: '1990-12-31',
      name: '',
      sex: null,
    });
    expect(read({ number: '220402 1990', sex: '2', status: 'dead' }).criteria).toMatchObject({
      number: '2204021990',
      sex: '2',
      status: 'dead',
    });
    expect(read({ number: '０１２３' }).criteria?.number).toBe('0123');
  });

  it('says at the field what is wrong with it', () => {
    expect(read({ bornFrom: '1990-02-30' }).problems).toEqual({ bornFrom: 'findProblem.day' });
    expect(read({ number: '12', name: '王' }).problems).toEqual({ number: 'findProblem.number' });
    expect(read({ householdNumber: '12345' }).problems).toEqual({ householdNumber: 'findProblem.householdNumber' });
  });

  it('asks for more than sex and status', () => {
    expect(read({}).problems).toEqual({ name: 'findProblem.nothing' });
    expect(read({ sex: '1', status: 'registered' }).problems).toEqual({ name: 'findProblem.nothing' });
  });
});
