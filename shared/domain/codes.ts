import blood from '../../resources/codes/blood.json' with { type: 'json' };
import education from '../../resources/codes/education.json' with { type: 'json' };
import ethnicity from '../../resources/codes/ethnicity.json' with { type: 'json' };
import householdKind from '../../resources/codes/household-kind.json' with { type: 'json' };
import marital from '../../resources/codes/marital.json' with { type: 'json' };
import military from '../../resources/codes/military.json' with { type: 'json' };
import relation from '../../resources/codes/relation.json' with { type: 'json' };
import sex from '../../resources/codes/sex.json' with { type: 'json' };

/** One value of a code table with its name in both languages. */
export type CodeValue = { readonly code: string; readonly zh: string; readonly en: string };
export type Language = 'zh' | 'en';

/**
 * The small code tables: sex GB/T 2261.1, marital status GB/T 2261.2, education GB/T 4658-1984, ethnic groups GB/T 3304,
 * relation to the head GB/T 4761. Military status and blood type follow the numbering in common use by the police; the
 * kinds of household (户别) carry the codes of the register. Divisions and stations: divisions.ts, police-orgs.ts.
 */
const tables = {
  sex,
  marital,
  education,
  ethnicity,
  relation,
  military,
  blood,
  'household-kind': householdKind,
} as const satisfies Record<string, readonly CodeValue[]>;

export type CodeTableName = keyof typeof tables;
export const codeTableNames = Object.keys(tables).filter((name): name is CodeTableName => name in tables);

const byCode = new Map<CodeTableName, ReadonlyMap<string, CodeValue>>(
  codeTableNames.map((name) => [name, new Map(tables[name].map((value) => [value.code, value]))]),
);

/** All values of a table in the order of the standard. */
export function codeTable(table: CodeTableName): readonly CodeValue[] {
  return tables[table];
}

/** The value with that code, or null. */
export function findCode(table: CodeTableName, code: string): CodeValue | null {
  return byCode.get(table)?.get(code) ?? null;
}

/** `汉族 (01)`. An unknown code comes back as it is, so that nothing stored is ever hidden. */
export function codeLabel(table: CodeTableName, code: string, language: Language): string {
  const value = findCode(table, code);
  return value === null ? code : `${value[language]} (${value.code})`;
}

/** The name alone (`汉族`), as papers print it; an unknown code as it is. */
export function codeName(table: CodeTableName, code: string, language: Language): string {
  return findCode(table, code)?.[language] ?? code;
}
