import { describe, expect, it } from 'vitest';
import { certificateAnswer, listCertificates } from '../../../shared/policy/certificates.ts';
import { entitlementsFor } from '../../../shared/policy/entitlements.ts';
import { pack } from './liaoyuan.ts';

describe('entitlements', () => {
  const stateOf = (id: string, holder: Parameters<typeof entitlementsFor>[1]) =>
    entitlementsFor(pack, holder).find((each) => each.id === id);

  it('gives a resident and a newly registered person every right at once', () => {
    for (const status of ['resident', 'newly-registered'] as const) {
      expect(new Set(entitlementsFor(pack, { status }).map((each) => each.state))).toEqual(new Set(['now']));
    }
  });

  it('gives a permit holder the six equal rights of article 7 at once', () => {
    for (const id of ['employment', 'basic-education', 'basic-health', 'family-planning', 'public-culture', 'papers']) {
      expect(stateOf(id, { status: 'permit-holder' })?.state, id).toBe('now');
    }
  });

  it('prints the open years of the second tier as per local rule, in both languages', () => {
    const housing = stateOf('housing', { status: 'permit-holder', residenceYears: 9, insuranceYears: 9 });
    expect(housing?.state).toBe('local-rule');
    expect(housing?.condition).toEqual({
      zh: '连续居住年限：按本地规定；参加社会保险年限：按本地规定',
      en: 'years of continuous residence: per local rule; years of social insurance: per local rule',
    });
    expect(housing?.office.zh).toBe('住房和城乡建设部门');
  });

  it('counts the years once the city has set them', () => {
    const [first] = pack.entitlements;
    if (first === undefined) throw new Error('no entitlements');
    const granted = { 'permit-holder': { residenceYears: 2, insuranceYears: 1, schoolingYears: 0 } };
    const city = { ...pack, entitlements: [{ ...first, granted }] };
    const state = (residenceYears: number, insuranceYears: number) =>
      entitlementsFor(city, { status: 'permit-holder', residenceYears, insuranceYears })[0]?.state;
    expect([state(1, 1), state(2, 0), state(2, 1)]).toEqual(['later', 'later', 'now']);
  });

  it('shows whoever is only registered as resident what settling would add', () => {
    expect(stateOf('housing', { status: 'registered-residence' })).toMatchObject({ state: 'none', condition: null });
    expect(stateOf('compulsory-education', { status: 'registered-residence' })?.state).toBe('now');
  });
});

describe('certificates', () => {
  it('offers nine kinds and refuses nine, five and six with a reason each', () => {
    const count = (kind: string) => pack.certificates.filter((each) => each.class === kind).length;
    expect(['issued', 'proved-by-papers', 'shown-in-book', 'other-authority'].map(count)).toEqual([9, 9, 5, 6]);
    expect(listCertificates(pack).filter((each) => each.isIssued)).toHaveLength(9);
  });

  it('refuses a certificate of the date of birth with the reason and offers the others', () => {
    const answer = certificateAnswer(pack, 'birth-date');
    expect(answer?.isIssued).toBe(false);
    expect(answer?.reason.zh).toContain('居民身份证、户口簿能够证明');
    expect(answer?.offered).toHaveLength(9);
  });

  it('issues a certificate of kinship', () => {
    expect(certificateAnswer(pack, 'kinship')).toMatchObject({ isIssued: true, offered: [] });
  });

  it('knows no kind outside the list', () => {
    expect(certificateAnswer(pack, 'good-character')).toBeNull();
  });
});
