import type { Bilingual } from '../contract/verdict.ts';
import { joinWords } from './bilingual.ts';
import type { EntitlementStatus, Grant, RawEntitlement } from './pack-tables.ts';
import type { Pack } from './policy-pack.ts';

/** Whoever asks for the rights: years that are not known count as none. */
export interface Holder {
  readonly status: EntitlementStatus;
  readonly residenceYears?: number;
  readonly insuranceYears?: number;
  /** Years of continuous schooling here of the holder's child. */
  readonly schoolingYears?: number;
}

/** `now`: entitled. `later`: some years are lacking. `local-rule`: the law leaves the years to the local government. `none`: not with this status. */
export type EntitlementState = 'now' | 'later' | 'local-rule' | 'none';

/** A right or service as it stands for one holder, ready for the notice. */
export interface Entitlement {
  readonly id: string;
  readonly names: Bilingual;
  readonly state: EntitlementState;
  readonly stateWords: Bilingual;
  /** Years asked for; null when nothing is. */
  readonly condition: Bilingual | null;
  readonly office: Bilingual;
  readonly note: Bilingual | null;
  readonly source: RawEntitlement['source'];
}

/** Stands in for every threshold the law leaves open. */
export const localRule: Bilingual = { zh: '按本地规定', en: 'per local rule' };

const stateWords: Readonly<Record<EntitlementState, Bilingual>> = {
  now: { zh: '现在享有', en: 'Entitled now' },
  later: { zh: '达到年限后享有', en: 'Entitled after some years' },
  'local-rule': localRule,
  none: { zh: '落户后享有', en: 'Entitled after settling' },
};

const counters = [
  { key: 'residenceYears', names: { zh: '连续居住', en: 'continuous residence' } },
  { key: 'insuranceYears', names: { zh: '参加社会保险', en: 'social insurance' } },
  { key: 'schoolingYears', names: { zh: '子女在当地连续就读', en: "the child's schooling here" } },
] as const;

/** Articles 7 and 11 of the Liaoyuan opinion for one holder: every right and service of the pack, in its order. */
export function entitlementsFor(pack: Pack, holder: Holder): Entitlement[] {
  return pack.entitlements.map((row) => {
    const grant = row.granted[holder.status];
    const state = grant === undefined ? 'none' : stateOf(grant, holder);
    return {
      id: row.id,
      names: row.names,
      state,
      stateWords: stateWords[state],
      condition: grant === undefined ? null : conditionOf(grant),
      office: row.office,
      note: row.note ?? null,
      source: row.source,
    };
  });
}

function stateOf(grant: Grant, holder: Holder): EntitlementState {
  const asked = counters.map(({ key }) => ({ years: grant[key], has: holder[key] ?? 0 }));
  if (asked.some(({ years, has }) => years !== null && has < years)) return 'later';
  return asked.some(({ years }) => years === null) ? 'local-rule' : 'now';
}

function conditionOf(grant: Grant): Bilingual | null {
  const parts = counters.flatMap(({ key, names }) => {
    const years = grant[key];
    if (years === 0) return [];
    if (years === null)
      return [{ zh: `${names.zh}年限：${localRule.zh}`, en: `years of ${names.en}: ${localRule.en}` }];
    return [{ zh: `${names.zh}满${years}年`, en: `${years} years of ${names.en}` }];
  });
  return parts.length === 0 ? null : joinWords(parts, { zh: '；', en: '; ' });
}
