import { findPoliceOrg } from '../../../../shared/domain/police-orgs.ts';
import type { Program } from '../../program.ts';

/** Branches are named after their city bureau: 辽源市公安局南康分局. */
function fullName(code: string): string {
  const org = findPoliceOrg(code);
  if (!org) return '';
  const bureau = org.kind === 'branch' && org.parent ? findPoliceOrg(org.parent) : null;
  return `${bureau?.zh ?? ''}${org.zh}`;
}

type Station = Pick<Program, 'stationCode' | 'stationName'>;

/** The police of county level above the station, which sign move-in permits and residence permits; the station where it is not known. */
export function countyPolice({ stationCode, stationName }: Station): string {
  const parent = findPoliceOrg(stationCode)?.parent;
  return (parent && fullName(parent)) || stationName;
}

/** The station as its seal names it: 辽源市公安局南康分局南康派出所. */
export function stationInFull({ stationCode, stationName }: Station): string {
  const parent = findPoliceOrg(stationCode)?.parent;
  return parent ? `${fullName(parent)}${stationName}` : stationName;
}

/** The same of any station by its code; the code where it is not known. */
export function stationOfCode(code: string): string {
  const org = findPoliceOrg(code);
  return org ? stationInFull({ stationCode: code, stationName: org.zh }) : code;
}
