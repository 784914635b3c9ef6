import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { codeTable } from '../../../../shared/domain/codes.ts';
import { listHouseholdProblems } from '../../../../shared/domain/household-rules.ts';
import { permitStateOn } from '../../../../shared/domain/permit-function.ts';
import { addDays } from '../../../../shared/domain/plain-date.ts';
import { headRelations } from '../../../../shared/domain/relations.ts';
import { numberOf, people, visitorPermit } from '../../../fixtures/small-register.ts';
import { WellKeptCopy } from '../../../fixtures/well-kept-copy.ts';

const copy = new WellKeptCopy();
afterAll(() => copy.discard());

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2016-01-01', days));

describe('the sweep and the counter judge by one rule', () => {
  it('suspends the permits that permit-function.ts suspends, whatever their dates', () => {
    const endorsement = fc.record({ on: day, kind: fc.constantFrom('endorsed' as const, 'late' as const) });
    const permit = fc.record({ firstIssuedOn: day, endorsements: fc.array(endorsement, { maxLength: 6 }) });
    fc.assert(
      fc.property(permit, day, ({ firstIssuedOn, endorsements }, today) => {
        copy.run(
          'UPDATE permits SET first_issued_on = ?, endorsements = ? WHERE permit_id = ?',
          ...[firstIssuedOn, JSON.stringify(endorsements), visitorPermit],
        );
        const asCounted = permitStateOn({ firstIssuedOn, endorsements, status: 'active', endedOn: null }, today);
        expect(copy.faults(today).includes(`permit-suspended ${people.visitor}`)).toBe(asCounted.state === 'suspended');
      }),
      { numRuns: 60 },
    );
    copy.run(`UPDATE permits SET first_issued_on = '2026-06-15', endorsements = '[]'`);
  });

  it('takes the relations for wrong that household-rules.ts takes for wrong', () => {
    const relations = codeTable('relation')
      .map(({ code }) => code)
      .filter((code) => !headRelations.includes(code));
    const sex = fc.constantFrom('1' as const, '2' as const);
    const birth = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1930-01-01', days));
    const pair = fc.record({
      relation: fc.constantFrom(...relations),
      memberSex: sex,
      headSex: sex,
      member: birth,
      head: birth,
    });
    copy.run('DELETE FROM memberships WHERE person_id IN (?, ?)', people.mother, people.daughter);
    fc.assert(
      fc.property(pair, ({ relation, memberSex, headSex, member, head }) => {
        const born = 'UPDATE persons SET sex = ?, born_on = ?, citizen_id = ? WHERE person_id = ?';
        copy.run(born, memberSex, member, numberOf(member, memberSex, 1), people.son);
        copy.run(born, headSex, head, numberOf(head, headSex, 2), people.father);
        copy.run('UPDATE memberships SET relation = ? WHERE person_id = ?', relation, people.son);
        const codes = listHouseholdProblems([
          { relation: '02', sex: headSex, bornOn: head, maritalStatus: '20' },
          { relation, sex: memberSex, bornOn: member, maritalStatus: '20' },
        ]).map(({ code }) => code);
        const found = copy.faults().map((fault) => fault.split(' ')[0]);
        expect(found.includes('relation-against-sex')).toBe(
          codes.includes('relation-sex') || codes.includes('spouse-same-sex'),
        );
        expect(found.includes('relation-against-age')).toBe(codes.includes('relation-age'));
      }),
      { numRuns: 120 },
    );
  });
});
