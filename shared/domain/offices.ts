import { z } from 'zod';
import { divisionPath } from './divisions.ts';
import { findPoliceOrg } from './police-orgs.ts';

interface Name {
  readonly zh: string;
  readonly en: string;
}

/** The ten kinds of departments whose systems the opinion shares (辽源市实施意见 article 9), in its order. */
export const departments = [
  'employment',
  'education',
  'income',
  'social-insurance',
  'property',
  'credit',
  'health',
  'taxation',
  'marriage',
  'ethnicity',
] as const;
export const Department = z.enum(departments);
export type Department = z.infer<typeof Department>;

const departmentNames: Readonly<Record<Department, Name>> = {
  employment: { zh: '就业', en: 'employment' },
  education: { zh: '教育', en: 'education' },
  income: { zh: '收入', en: 'income' },
  'social-insurance': { zh: '社会保险', en: 'social insurance' },
  property: { zh: '房产', en: 'property' },
  credit: { zh: '信用', en: 'credit' },
  health: { zh: '卫生计生', en: 'health and family planning' },
  taxation: { zh: '税务', en: 'taxation' },
  marriage: { zh: '婚姻', en: 'marriage' },
  ethnicity: { zh: '民族', en: 'ethnicity' },
};

/**
 * Who answers an inquiry (函询), always an office and never a person: a police body by its twelve characters, one of the ten
 * departments, or the registry of a place, `registry:2203`.
 */
export const OfficeCode = z.union([
  z.string().regex(/^[0-9A-Z]{12}$/),
  Department,
  z.string().regex(/^registry:\d{4}$/),
]);
export type OfficeCode = z.infer<typeof OfficeCode>;

/** The police body that decides for a station at a level: its county or branch, or the city's bureau. */
export function approvingOffice(stationCode: string, level: 'county' | 'prefecture'): OfficeCode {
  const kept = level === 'county' ? 6 : 4;
  return stationCode.slice(0, kept).padEnd(12, '0');
}

/** The registry that answers for a division: one for each prefecture. */
export function registryOfDivision(division: string): OfficeCode {
  return `registry:${division.slice(0, 4)}`;
}

function policeName(code: string): Name {
  const org = findPoliceOrg(code);
  if (org === null) return { zh: code, en: code };
  const bureau = org.kind === 'branch' && org.parent !== null ? findPoliceOrg(org.parent) : null;
  return { zh: `${bureau?.zh ?? ''}${org.zh}`, en: [org.en, bureau?.en].filter(Boolean).join(', ') };
}

/** What an office is called on screen; its code where nobody knows it. */
export function officeName(office: OfficeCode): Name {
  const department = Department.safeParse(office);
  if (department.success) {
    const { zh, en } = departmentNames[department.data];
    return { zh: `${zh}部门`, en: `department of ${en}` };
  }
  if (!office.startsWith('registry:')) return policeName(office);
  const prefecture = `${office.slice(-4)}00`;
  return {
    zh: `${divisionPath(prefecture, 'zh')}人口库`,
    en: `population registry of ${divisionPath(prefecture, 'en')}`,
  };
}
