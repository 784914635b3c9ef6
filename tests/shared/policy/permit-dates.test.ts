import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PermitDates, permitFactsOn, permitStateOn } from '../../../shared/domain/permit-function.ts';
import { addDays, addMonths, PlainDate } from '../../../shared/domain/plain-date.ts';
import type { Scope, Truth } from '../../../shared/policy/conditions/condition.ts';
import { pack, routeOf } from './liaoyuan.ts';

type Facts = Scope['facts'];

/** What the first rule of a procedure says of a permit on a day: the one about its dates. */
function judged(procedure: string, permit: PermitDates, day: string): Truth | undefined {
  const facts = { permit: permitFactsOn(permit, day) } as unknown as Facts;
  const scope: Scope = { asOf: PlainDate.parse(day), facts, materials: new Set(), companion: null };
  const rules = pack.procedures.get(procedure)?.rules ?? [];
  return rules.filter(({ id }) => id.startsWith(`${procedure}.`)).every((rule) => rule.requires.test(scope) === true);
}

const permitOf = (firstIssuedOn: string, endorsed: readonly string[]): PermitDates => ({
  firstIssuedOn,
  endorsements: endorsed.map((on) => ({ on, kind: 'endorsed' })),
  status: 'active',
  endedOn: null,
});

/** Says on every day of some years what register and pack make of a permit, and gives the days on which they differ. */
function differences(permit: PermitDates, days: number): string[] {
  return Array.from({ length: days }, (_, index) => addDays(permit.firstIssuedOn, index)).filter((day) => {
    const { state } = permitStateOn(permit, day);
    const isDue = judged('permit.endorse', permit, day);
    const isLate = judged('permit.late-endorse', permit, day);
    return isDue !== (state === 'due') || isLate !== (state === 'suspended');
  });
}

describe('the register and the rules of the pack', () => {
  it.each([
    ['never endorsed', '2022-11-20', []],
    [
      'issued on 29 February, endorsed on the last day each year',
      '2024-02-29',
      ['2025-02-28', '2026-02-28', '2027-02-28'],
    ],
    ['issued on the last of a long month', '2023-03-31', ['2024-02-29', '2025-03-31']],
    ['endorsed late, then in time', '2022-03-01', ['2023-05-10', '2024-05-01', '2025-04-10']],
    ['endorsed late twice', '2022-03-01', ['2023-05-10', '2024-06-30']],
    ['endorsed late on 29 February', '2022-12-31', ['2024-02-29', '2025-02-01']],
  ])('say the same of a permit %s, on every day of five years', (_words, firstIssuedOn, endorsed) => {
    expect(differences(permitOf(firstIssuedOn, endorsed), 5 * 366)).toEqual([]);
  });

  it('say the same of any permit endorsed in its months or too late', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2018-01-01', days));
    const waits = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 5 });
    fc.assert(
      fc.property(day, waits, (firstIssuedOn, daysAfterOpening) => {
        const permit = daysAfterOpening.reduce(
          (before, days) => {
            const { windowFrom } = permitStateOn(before, addMonths(before.firstIssuedOn, 12 * 20));
            return permitOf(firstIssuedOn, [...before.endorsements.map(({ on }) => on), addDays(windowFrom, days)]);
          },
          permitOf(firstIssuedOn, []),
        );
        expect(differences(permit, 3 * 366)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('agree in the verdict that the counter sees', () => {
    const permit = permitFactsOn(permitOf('2023-03-01', ['2024-05-10', '2025-05-01']), '2026-04-10');
    const residence = { basis: 'rented', stable: true };
    const verdictOn = (procedure: string, asOf: string) =>
      routeOf(procedure, { permit: { ...permit }, residence, asOf }).verdict;
    expect(verdictOn('permit.endorse', '2026-04-10')).toBe('eligible');
    expect(verdictOn('permit.endorse', '2026-04-09')).toBe('ineligible');
    expect(verdictOn('permit.late-endorse', '2026-05-10')).toBe('ineligible');
    expect(verdictOn('permit.late-endorse', '2026-05-11')).toBe('eligible');
  });
});
