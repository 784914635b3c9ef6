import { describe, expect, it } from 'vitest';
import { adviceFor, explainChange } from '../../../shared/policy/explain-change.ts';
import { factsOf, pack } from './liaoyuan.ts';

const homeless = { residence: { basis: 'none', stable: false } };

describe('what would change a refusal', () => {
  it('names the article and the homes that would do', () => {
    const [change] = explainChange(pack, factsOf(homeless), 'settle.residence')?.changes ?? [];
    expect(change?.zh).toContain('第4条');
    expect(change?.zh).toContain('租赁住房');
    expect(change?.en).toContain('article 4');
  });

  it('names the day from which a permit can be had', () => {
    const facts = factsOf({ residence: { basis: 'rented', stable: true, registeredSince: '2026-06-30' } });
    expect(explainChange(pack, facts, 'permit.apply')?.changes[0]?.zh).toContain('2026年12月30日');
  });

  it('names the window of an endorsement that comes too early', () => {
    const facts = factsOf({ permit: { issued: '2026-01-30', suspended: false } });
    expect(explainChange(pack, facts, 'permit.endorse')?.changes[0]?.en).toContain('between 2026-12-30 and 2027-01-30');
  });

  it('says nothing where nobody can change it', () => {
    expect(explainChange(pack, factsOf({}), 'item.ethnicity')?.changes).toEqual([]);
  });

  it('offers the routes that fit and then residence registration', () => {
    const paths = explainChange(
      pack,
      factsOf({ ...homeless, talent: { kind: 'skilled' } }),
      'settle.residence',
    )?.otherPaths;
    expect(paths?.map((path) => path.procedure)).toEqual(['settle.talent', 'permit.apply', 'residence.register']);
  });

  it('leads from an overdue endorsement to the late one', () => {
    const facts = factsOf({ permit: { issued: '2025-06-01', suspended: true } });
    expect(explainChange(pack, facts, 'permit.endorse')?.otherPaths.map((path) => path.procedure)).toEqual([
      'permit.late-endorse',
    ]);
  });

  it('hints at the move inside the city to someone registered in it', () => {
    const facts = factsOf({
      applicant: { hukou: { division: '220421' } },
      residence: { basis: 'owned', stable: true },
    });
    expect(adviceFor(pack, facts, 'settle.residence')[0]?.zh).toContain('市内移居');
  });

  it('knows no procedure outside the pack', () => {
    expect(explainChange(pack, factsOf({}), 'settle.points')).toBeNull();
  });
});
