import divisionRows from '../../resources/codes/divisions.json' with { type: 'json' };
import type { Language } from './codes.ts';

/**
 * A division of GB/T 2260 (six digits) or a township-level unit (nine digits). `until` is the year in which a county's
 * code was given up; people registered before still carry it in their numbers.
 */
export type Division = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly level: 'province' | 'permit' | 'prefecture' | 'county' | 'township';
  readonly until?: string;
};

const levels = ['province', 'permit', 'prefecture', 'county', 'township'] as const;

const divisions: readonly Division[] = divisionRows.map(({ level, ...row }) => {
  const known = levels.find((name) => name === level);
  if (known === undefined) throw new Error('divisions.json names a level that does not exist');
  return { ...row, level: known };
});
const byCode = new Map(divisions.map((division) => [division.code, division]));

/** Provinces whose county codes, abolished ones too, are all in the table: there only a listed code is known. */
const fullyListedProvinces = new Set(['22']);

/** Resident permits of Hong Kong, Macao and Taiwan people bear a number with one of these areas (国办发〔2018〕81号). */
const permitAreas = new Set(['810000', '820000', '830000']);

/** Prefecture-level cities without counties: their people's numbers carry the city's own code. */
const cityAreas = new Set(['441900', '442000', '460400', '620200']);

/** The division with that code, or null. */
export function findDivision(code: string): Division | null {
  return byCode.get(code) ?? null;
}

/** Divisions of a level under a parent's code (`listDivisions('county', '2204')`), in code order; abolished ones left out. */
export function listDivisions(level: Division['level'], under = ''): readonly Division[] {
  return divisions.filter((it) => it.level === level && it.code.startsWith(under) && it.until === undefined);
}

/** 乡镇街道 of a county in code order; empty where the table has none (outside Liaoyuan). */
export function listTownships(countyCode: string): readonly Division[] {
  return listDivisions('township', countyCode);
}

/**
 * Whether a citizen number may begin with these six digits. In Jilin only listed codes, current or abolished. Elsewhere
 * what the coding rule of GB/T 2260 allows: a real province; 01–70 or 90 for the prefecture; 01–99 for the county. The
 * table holds no abolished counties of other provinces, and refusing a genuine number is worse than passing a typing
 * error, which the check digit finds.
 */
export function isKnownArea(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false;
  if (permitAreas.has(code) || cityAreas.has(code)) return true;
  if (!byCode.has(`${code.slice(0, 2)}0000`) || Number(code.slice(0, 2)) > 70) return false;
  if (fullyListedProvinces.has(code.slice(0, 2))) return byCode.get(code)?.level === 'county';
  const [prefecture, county] = [Number(code.slice(2, 4)), Number(code.slice(4))];
  return ((prefecture >= 1 && prefecture <= 70) || prefecture === 90) && county >= 1;
}

/** `吉林省辽源市龙山区寿山镇` as far as the table knows the code; the code itself when not even the province is known. */
export function divisionPath(code: string, language: Language): string {
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code.slice(0, 6), code];
  const known = [...new Set(codes)].flatMap((it) => byCode.get(it) ?? []);
  if (known.length === 0) return code;
  const names = known.map((division) => division[language]);
  return language === 'zh' ? names.join('') : names.reverse().join(', ');
}
