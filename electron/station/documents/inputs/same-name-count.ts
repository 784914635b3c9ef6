import { divisionPath } from '../../../../shared/domain/divisions.ts';
import { normalizeName } from '../../../../shared/domain/names.ts';
import type { Program } from '../../program.ts';
import type { Database } from '../../store/database.ts';
import { statement } from '../../store/statements.ts';
import { stationInFull } from './authority.ts';
import { caseNumberOf, fieldText, officerName, type PaperInput, registeredOn } from './paper.ts';

/** How many people registered in the city bear exactly this name, in this copy of the register. */
export function countName(database: Database, name: string): number {
  const sql = `SELECT count(*) AS count FROM persons WHERE name = ? AND status = 'registered'`;
  return statement<[string], { count: number }>(database, sql).get(normalizeName(name))?.count ?? 0;
}

/** 吉林省辽源市: the copy holds the city. */
export const cityOf = ({ stationCode }: Pick<Program, 'stationCode'>): string =>
  divisionPath(`${stationCode.slice(0, 4)}00`, 'zh');

/** 重名查询结果: the number and nothing of anybody (N21 §92), with how old the copy is that was counted in; null without a copy. */
export const sameNameCount: PaperInput = (paper) => {
  const { program } = paper;
  const soughtName = fieldText(paper, 'soughtName');
  const { copyAsOf } = program.sync.state();
  if (!soughtName || copyAsOf === null) return null;
  return {
    queryNumber: caseNumberOf(paper),
    soughtName,
    area: `${cityOf(program)}（本机登记副本）`,
    count: countName(program.database, soughtName),
    copyAsOf,
    applicant: { name: fieldText(paper, 'inquirerName') || '　' },
    purpose: fieldText(paper, 'purpose') || '取名参考',
    station: stationInFull(program),
    officer: officerName(paper),
    issuedOn: registeredOn(paper),
  };
};
