import { describe, expect, it } from 'vitest';
import { guideOf } from '../../../../shared/policy/guide/guide-of.ts';
import { pack } from '../liaoyuan.ts';

describe('the public guide of a procedure', () => {
  it('says who, on which conditions, with which papers, how long and what for', () => {
    const guide = guideOf(pack, 'settle.residence');
    expect(guide?.names.zh).toBe('合法稳定住所落户');
    expect(guide?.conditions[0]?.text.zh).toContain('租赁住房');
    expect(guide?.conditions[0]?.basis.zh).toContain('第4条');
    expect(guide?.materials.map((each) => each.text.en)).toContain('marriage certificate or household register book');
    expect(guide?.limits.at(-1)?.text).toEqual({ zh: '3个工作日', en: '3 working days' });
    expect(guide?.fees[0]?.text.zh).toBe('居民户口簿首次发放：免费');
    expect(guide?.papers.map((each) => each.names.zh)).toContain('户口准迁证');
  });

  it('carries the sentence on rural rights on every settling procedure and on no other', () => {
    for (const id of pack.procedures.keys()) {
      expect(guideOf(pack, id)?.guarantee !== null, id).toBe(id.startsWith('settle.'));
    }
  });

  it('says of a part that is for some cases only which ones', () => {
    const papers = guideOf(pack, 'birth.register')?.materials.find((each) => each.text.zh.includes('亲子鉴定'));
    expect(papers?.when?.zh).toContain('随谁申报为父亲');
    const spouse = guideOf(pack, 'settle.residence')?.materials.find((each) => each.text.zh.startsWith('结婚证'));
    expect(spouse?.when?.zh).toBe('随迁人与申请人关系为配偶');
  });

  it('names the comparison of face and fingerprint where the law demands it', () => {
    expect(guideOf(pack, 'item.birth-date')?.checks[0]?.text.zh).toBe('人像、指纹比对');
  });

  it('stands in both languages for every procedure, without an id left in it', () => {
    for (const id of pack.procedures.keys()) {
      const guide = guideOf(pack, id);
      const lines = [guide?.applicants, guide?.conditions, guide?.materials, guide?.steps, guide?.limits, guide?.fees];
      for (const line of lines.flatMap((each) => each ?? [])) {
        expect(line.text.zh, `${id}: ${line.text.en}`).toMatch(/\p{Script=Han}/u);
        expect(line.text.en, id).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('knows no procedure outside the pack', () => {
    expect(guideOf(pack, 'settle.points')).toBeNull();
  });
});
