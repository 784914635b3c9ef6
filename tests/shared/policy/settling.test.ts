import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../../shared/policy/judge.ts';
import { optionalOf } from '../../../shared/policy/materials.ts';
import { decide, factsOf, pack, routeOf } from './liaoyuan.ts';

const rented = { residence: { basis: 'rented', stable: true } };

describe('settling by a legal stable home', () => {
  it('accepts a rented home and asks for the registered lease only', () => {
    const route = routeOf('settle.residence', { ...rented, materials: ['application', 'id-card', 'household-book'] });
    expect(route.verdict).toBe('eligible');
    expect(route.materials.missing).toEqual([{ anyOf: ['registered-lease'] }]);
  });

  it('quotes article 4 of the opinion beside its answer', () => {
    const reason = routeOf('settle.residence', rented).reasons.find((each) => each.rule === 'settle.residence.home');
    expect(reason).toMatchObject({ holds: true, source: { doc: 'liaoyuan-opinion', article: '4' } });
  });

  it('never makes a case ineligible for a missing paper', () => {
    expect(routeOf('settle.residence', { ...rented, materials: [] }).verdict).toBe('eligible');
  });

  it('offers all three proofs while the basis of the home is not known', () => {
    const { needed } = routeOf('settle.residence').materials;
    expect(needed).toContainEqual({ anyOf: ['ownership-certificate', 'purchase-contract', 'registered-lease'] });
  });

  it('asks for the home before anything else', () => {
    expect(routeOf('settle.residence').missingFacts[0]).toBe('residence.basis');
  });

  it('lets the county sign only when the move crosses provinces', () => {
    const from = (division: string) =>
      routeOf('settle.residence', { ...rented, applicant: { hukou: { division } } }).approvals;
    expect(from('220122')).toEqual(['station']);
    expect(from('210102')).toEqual(['station', 'county']);
  });

  it('names the consent of the owner as a paper that helps and is never missing', () => {
    const procedure = pack.procedures.get('settle.residence');
    const optional = procedure ? optionalOf(procedure, scopeOf(factsOf(rented))) : [];
    expect(optional).toEqual([{ anyOf: ['landlord-consent'] }]);
    expect(routeOf('settle.residence', rented).materials.needed).not.toContainEqual({ anyOf: ['landlord-consent'] });
  });

  it('asks for papers of companions who may come and of nobody else', () => {
    const companions = [
      { relation: 'spouse', livesTogether: false },
      { relation: 'parent', livesTogether: true },
    ];
    const route = routeOf('settle.residence', { ...rented, companions });
    const papers = route.materials.needed.flatMap((group) => group.anyOf);
    expect(route.companions.map((each) => each.verdict)).toEqual(['ineligible', 'eligible']);
    expect(papers).toContain('kinship-proof');
    expect(papers).not.toContain('marriage-certificate');
  });

  it('takes the household book that shows the marriage for proof of it', () => {
    const companions = [{ relation: 'spouse', livesTogether: true }];
    const materials = ['application', 'id-card', 'household-book', 'registered-lease'];
    expect(routeOf('settle.residence', { ...rented, companions, materials }).materials.missing).toEqual([]);
  });

  it('keeps the applicant eligible whatever becomes of a companion', () => {
    const companions = [{ relation: 'child', maritalStatus: '20', livesTogether: true }];
    const route = routeOf('settle.residence', { ...rented, companions });
    expect([route.verdict, route.companions[0]?.verdict]).toEqual(['eligible', 'ineligible']);
  });
});

describe('settling as talent', () => {
  it('gives the same verdict and the same papers whatever is said of home and job', () => {
    const talent = { talent: { kind: 'skilled' } };
    const withHome = { ...talent, ...rented, employment: { stable: true, kind: 'contract' } };
    const without = {
      ...talent,
      residence: { basis: 'none', stable: false },
      employment: { stable: false, kind: 'other' },
    };
    expect(routeOf('settle.talent', withHome)).toEqual(routeOf('settle.talent', without));
    expect(routeOf('settle.talent', without).verdict).toBe('eligible');
  });

  it.each(['vocational-graduate', 'skilled', 'returnee', 'other'])('is content with either paper from a %s', (kind) => {
    for (const paper of ['diploma', 'professional-certificate']) {
      const materials = ['application', 'id-card', 'household-book', paper];
      expect(routeOf('settle.talent', { talent: { kind }, materials }).materials.missing).toEqual([]);
    }
  });
});

describe('all routes', () => {
  it('judges the ten settling routes and puts eligible before incomplete before ineligible', () => {
    const { routes } = decide({ ...rented, talent: { kind: 'skilled' }, applicant: { veteran: false } });
    const rank = { eligible: 0, incomplete: 1, ineligible: 2 };
    const ranks = routes.map((route) => rank[route.verdict]);
    expect(routes).toHaveLength(10);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(routes.slice(0, 2).map((route) => route.procedure)).toEqual(['settle.residence', 'settle.talent']);
  });

  it('puts the route with fewer missing papers first', () => {
    const materials = ['application', 'id-card', 'household-book', 'diploma'];
    const { routes } = decide({ ...rented, talent: { kind: 'vocational-graduate' }, materials });
    expect(routes[0]?.procedure).toBe('settle.talent');
  });

  it('names the pack and the day the rules were read at', () => {
    expect(decide({})).toMatchObject({ pack: 'liaoyuan@2026.1', asOf: '2026-11-02' });
  });
});
