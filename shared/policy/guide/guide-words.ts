import type { Bilingual } from '../../contract/verdict.ts';
import { localRule } from '../entitlements.ts';
import type { Fee, Limit } from '../policy-pack.ts';

/** `当场办结`, `3个工作日`, `15日` / `while you wait`, `3 working days`, `15 days`. */
export function limitWords({ days, kind }: Pick<Limit, 'days' | 'kind'>): Bilingual {
  if (days === 0) return { zh: '当场办结', en: 'while you wait' };
  return kind === 'working'
    ? { zh: `${days}个工作日`, en: `${days} working days` }
    : { zh: `${days}日`, en: `${days} days` };
}

/** `居住证签注：免费`; an open price is the price authority's. */
export function feeWords({ item, yuan }: Pick<Fee, 'item' | 'yuan'>): Bilingual {
  if (yuan === null) return { zh: `${item.zh}：${localRule.zh}`, en: `${item.en}: ${localRule.en}` };
  if (yuan === 0) return { zh: `${item.zh}：免费`, en: `${item.en}: free` };
  return { zh: `${item.zh}：${yuan}元`, en: `${item.en}: ${yuan} yuan` };
}
