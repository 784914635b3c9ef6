import { describe, expect, it } from 'vitest';
import {
  headCase,
  leaverIds,
  type Member,
  memberChoice,
  relationLines,
  relativesAtHand,
} from '../../../renderer/case/members.ts';
import { Draft } from '../../../shared/contract/draft.ts';
import type { PageField, ProcedurePage } from '../../../shared/contract/procedure.ts';
import { shownMember } from '../../fixtures/small-people.ts';

const head = shownMember('head', '02', '1960-01-01');
const wife = shownMember('wife', '12', '1962-01-01', { sex: '2' });
const son = shownMember('son', '20', '1990-01-01');
const friend = shownMember('friend', '97', '1990-01-01');
const family = [head, wife, son];

const asking = (...keys: string[]): readonly PageField[] =>
  keys.map((key) => ({ key, kind: 'text', names: { zh: key, en: key }, hint: null, isRequired: false, options: [] }));
const pageWith = (subject: ProcedurePage['subject'], ...keys: string[]): ProcedurePage => ({
  subject,
  people: 'none',
  target: 'none',
  fields: [...asking(...keys)],
});

const deathPage = pageWith('person', 'newHeadId', 'relations');
const splitPage = pageWith('household', 'memberIds', 'splitHeadId', 'splitRelations', 'newHeadId', 'relations');
const headPage = pageWith('household', 'newHeadId', 'relations');
const mergePage = pageWith('household', 'intoHouseholdId', 'relations');

const ofPerson = (id: string, fields: Draft['fields'] = {}) => Draft.parse({ subject: { kind: 'person', id }, fields });
const ofHousehold = (fields: Draft['fields'] = {}) => Draft.parse({ subject: { kind: 'household', id: 'h' }, fields });
const names = (members: readonly Member[]) => members.map((it) => it.person.name);

describe('a household that somebody leaves', () => {
  it('needs no new head while the head stays', () => {
    expect(headCase(family, leaverIds(ofPerson('son'), deathPage))).toBe('head-stays');
  });

  it('needs a new head among those who stay when the head leaves', () => {
    const draft = ofPerson('head');
    expect(headCase(family, leaverIds(draft, deathPage))).toBeNull();
    expect(names(memberChoice('newHeadId', family, draft, deathPage))).toEqual(['wife', 'son']);
  });

  it('names nobody when only one stays or nobody does', () => {
    expect(headCase([head, wife], ['head'])).toBe('one-stays');
    expect(headCase([head], ['head'])).toBe('nobody-stays');
  });

  it('chooses the head of those who split off among them, and the other head among the rest', () => {
    const draft = ofHousehold({ memberIds: ['head', 'wife'] });
    expect(names(memberChoice('splitHeadId', family, draft, splitPage))).toEqual(['head', 'wife']);
    expect(names(memberChoice('newHeadId', family, draft, splitPage))).toEqual(['son']);
  });

  it('does not offer the present head where only the head changes', () => {
    expect(names(memberChoice('newHeadId', family, ofHousehold(), headPage))).toEqual(['wife', 'son']);
  });
});

describe('the relations to a new head', () => {
  it('are asked for once the head is named, of everyone who stays', () => {
    expect(relationLines('relations', family, ofPerson('head'), deathPage)).toBeNull();
    const lines = relationLines('relations', family, ofPerson('head', { newHeadId: 'wife' }), deathPage) ?? [];
    expect(lines.map((it) => [it.member.person.name, it.proposal?.code, it.proposal?.isCertain])).toEqual([
      ['son', '20', expect.any(Boolean)],
    ]);
  });

  it('follow for certain from those known, and are left open where they do not', () => {
    const draft = ofHousehold({ newHeadId: 'son' });
    const lines = relationLines('relations', [...family, friend], draft, headPage) ?? [];
    const proposals = Object.fromEntries(lines.map((it) => [it.member.person.name, it.proposal]));
    expect(proposals.head).toEqual({ code: '51', isCertain: true });
    expect(proposals.friend?.isCertain).toBe(false);
  });

  it('are those of the ones who split off to their own head', () => {
    const draft = ofHousehold({ memberIds: ['wife', 'son'], splitHeadId: 'son' });
    const lines = relationLines('splitRelations', family, draft, splitPage) ?? [];
    expect(names(lines.map((it) => it.member))).toEqual(['wife']);
  });

  it('are asked of everyone who goes into another household, with no proposal', () => {
    const lines = relationLines('relations', family, ofHousehold(), mergePage) ?? [];
    expect(lines.map((it) => it.proposal)).toEqual([null, null, null]);
  });

  it('stay as they are unless others are given, where the head does not change', () => {
    const lines = relationLines('relations', family, ofPerson('son'), pageWith('person', 'sex', 'relations')) ?? [];
    expect(lines.map((it) => [it.member.person.name, it.isKept])).toEqual([
      ['wife', true],
      ['son', true],
    ]);
  });
});

describe('a relative who is asked for', () => {
  const baby = { personId: '', sex: null, bornOn: '2026-11-10' };
  const grown = { personId: 'son', sex: '1', bornOn: '1990-01-01' } as const;

  it('is offered among the household: father and mother of a child by sex and age', () => {
    expect(names(relativesAtHand('motherId', family, baby))).toEqual(['wife']);
    expect(names(relativesAtHand('fatherId', family, baby))).toEqual(['head', 'son']);
    expect(names(relativesAtHand('fatherId', family, grown))).toEqual(['head']);
  });

  it('is never the person it is about, and a spouse has the other sex and an age that fits', () => {
    expect(names(relativesAtHand('relativeId', family, grown))).toEqual(['head', 'wife']);
    expect(names(relativesAtHand('spouseId', family, { personId: 'head', sex: '1', bornOn: '1960-01-01' }))).toEqual([
      'wife',
    ]);
    expect(names(relativesAtHand('spouseId', family, grown))).toEqual([]);
  });

  it('is not offered where somebody outside the household is meant', () => {
    expect(relativesAtHand('keptId', family, grown)).toEqual([]);
  });
});
