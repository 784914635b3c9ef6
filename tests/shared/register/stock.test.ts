import { beforeEach, describe, expect, it } from 'vitest';
import type { Blank } from '../../../shared/domain/paper-records.ts';
import {
  countStock,
  type PlannedStock,
  planReleasing,
  planReserving,
  planSpoiling,
  planTakingIn,
  planUsing,
} from '../../../shared/register/stock.ts';
import { idOf, otherStation, SmallRegister } from '../../fixtures/small-register.ts';

const form = 'household-book-first-page';
const range = { form, printYear: 2026, first: '吉00123408', last: '吉00123411' };
const documentId = idOf(9001);
const otherDocument = idOf(9002);

let small: SmallRegister;
beforeEach(() => {
  small = new SmallRegister();
});

/** Makes what was planned true and answers the blanks; throws the code of a refusal. */
function made(planned: PlannedStock): readonly Blank[] {
  if (!planned.ok) throw new Error(planned.refusal.code);
  small.register.apply(planned.effects);
  return planned.blanks;
}

const takeIn = (fields: Partial<typeof range> = {}) =>
  planTakingIn(small.register, small.context, { ...range, ...fields });
const reserve = (document = documentId) => planReserving(small.register, small.context, { form, documentId: document });

function reservedId(): string {
  return made(reserve())[0]?.blankId ?? '';
}

describe('taking blanks in', () => {
  it('puts every number of the range into stock', () => {
    expect(made(takeIn()).map(({ number }) => number)).toEqual([
      '吉00123408',
      '吉00123409',
      '吉00123410',
      '吉00123411',
    ]);
  });

  it('takes the same numbers again of another print year or form, but not of the same', () => {
    made(takeIn());
    expect(() => made(takeIn({ first: '吉00123411', last: '吉00123412' }))).toThrow('blank-used');
    expect(made(takeIn({ printYear: 2027 }))).toHaveLength(4);
    expect(made(takeIn({ form: 'migration-certificate' }))).toHaveLength(4);
  });

  it.each([
    ['the last before the first', { first: '吉00123412' }],
    ['other letters', { last: '辽00123411' }],
    ['another length', { last: '吉0123411' }],
    ['no number', { first: '吉' }],
    ['more than an event holds', { last: '吉00123508' }],
  ])('refuses a range with %s', (_words, fields) => {
    expect(() => made(takeIn(fields))).toThrow('input-invalid');
  });
});

describe('a document', () => {
  it('gets the lowest number of the oldest print year, and keeps it when asked again', () => {
    made(takeIn());
    made(takeIn({ printYear: 2025, first: '吉00500001', last: '吉00500002' }));
    expect(made(reserve())).toMatchObject([{ number: '吉00500001', status: 'reserved', documentId }]);
    expect(made(reserve())).toMatchObject([{ number: '吉00500001' }]);
    expect(made(reserve(otherDocument))).toMatchObject([{ number: '吉00500002' }]);
  });

  it('gets none of another station, and none from an empty stock', () => {
    made(planTakingIn(small.register, { ...small.context, stationCode: otherStation }, range));
    expect(() => made(reserve())).toThrow('blank-unknown');
  });
});

describe('a blank', () => {
  beforeEach(() => {
    made(takeIn());
  });

  it('is used once', () => {
    const blankId = reservedId();
    const use = () => planUsing(small.register, small.context, { blankId, documentId });
    expect(made(use())).toMatchObject([{ status: 'used', documentId, changedOn: '2026-11-22' }]);
    expect(() => made(use())).toThrow('blank-used');
    expect(() => made(planSpoiling(small.register, small.context, { blankId }))).toThrow('blank-used');
  });

  it('is not used by another document than it was reserved for', () => {
    const use = { blankId: reservedId(), documentId: otherDocument };
    expect(() => made(planUsing(small.register, small.context, use))).toThrow('blank-used');
  });

  it('can be spoiled, and the document gets the next one', () => {
    const blankId = reservedId();
    expect(made(planSpoiling(small.register, small.context, { blankId }))).toMatchObject([{ status: 'spoiled' }]);
    expect(made(reserve())).toMatchObject([{ number: '吉00123409' }]);
    expect(() => made(planReleasing(small.register, small.context, { blankId }))).toThrow('blank-used');
  });

  it('goes back into stock when nothing was printed', () => {
    made(planReleasing(small.register, small.context, { blankId: reservedId() }));
    expect(made(reserve(otherDocument))).toMatchObject([{ number: '吉00123408', documentId: otherDocument }]);
  });

  it('has to be there, at this station', () => {
    const elsewhere = { ...small.context, stationCode: otherStation };
    expect(() => made(planSpoiling(small.register, small.context, { blankId: idOf(1) }))).toThrow('blank-unknown');
    expect(() => made(planSpoiling(small.register, elsewhere, { blankId: reservedId() }))).toThrow('blank-unknown');
  });
});

it('counts what is in stock, and what was used and spoiled on the day', () => {
  made(takeIn());
  made(takeIn({ form: 'a-form' }));
  small.today = '2026-11-21';
  made(planUsing(small.register, small.context, { blankId: reservedId(), documentId }));
  small.today = '2026-11-22';
  made(planSpoiling(small.register, small.context, { blankId: reservedId() }));
  made(planUsing(small.register, small.context, { blankId: reservedId(), documentId }));
  const blanks = small.register.listAll('blank').map(({ data }) => data);
  expect(countStock(blanks, '2026-11-22')).toEqual([
    { form: 'a-form', stocked: 4, used: 0, spoiled: 0 },
    { form, stocked: 1, used: 1, spoiled: 1 },
  ]);
});
