import type { Bilingual } from '../../contract/verdict.ts';
import { alternatives } from '../bilingual.ts';
import type { Condition, Scope } from '../conditions/condition.ts';
import type { Facts } from '../facts.ts';
import { ruralRightsGuarantee } from '../guards/rural-rights.ts';
import { scopeOf } from '../judge.ts';
import type { RuleStatus } from '../pack.ts';
import type { Limit, MaterialGroup, Named, Pack, Procedure, Rule } from '../policy-pack.ts';
import { sourceWords } from '../source-words.ts';
import { applicantNames, checkNames, roleNames, stepNames } from './conduct-names.ts';
import { feeWords, limitWords } from './guide-words.ts';

/** A line of the guide with the law behind it; `when` says in which cases it is for, null for all. */
export interface GuideLine {
  readonly text: Bilingual;
  readonly when: Bilingual | null;
  readonly basis: Bilingual;
  readonly status: RuleStatus;
}

/** The public guide (办事指南) of one procedure as data, for the window, for paper and for the command line. */
export interface ProcedureGuide {
  readonly procedure: string;
  readonly names: Bilingual;
  readonly pack: string;
  readonly inForceFrom: string;
  readonly catalogue: readonly string[];
  readonly applicants: readonly GuideLine[];
  readonly conditions: readonly GuideLine[];
  readonly companions: readonly GuideLine[];
  readonly materials: readonly (GuideLine & { readonly isOptional: boolean })[];
  readonly checks: readonly GuideLine[];
  readonly steps: readonly (GuideLine & { readonly by: Bilingual })[];
  readonly limits: readonly GuideLine[];
  readonly fees: readonly GuideLine[];
  readonly papers: readonly { readonly names: Bilingual; readonly when: Bilingual | null }[];
  /** Article 10 on every settling procedure; null on the others. */
  readonly guarantee: Bilingual | null;
}

const whereItApplies: Bilingual = { zh: '属于该情形的', en: 'where it applies' };

/** A case with one companion of which nothing is known: the conditions then say what would have to be so. Any day will do. */
const blankCase: Scope = scopeOf({ asOf: '2026-01-01', companions: [{}] } as unknown as Facts);

interface Sourced {
  readonly source: Rule['source'];
  readonly status: RuleStatus;
  readonly when: Condition | null;
}

/** The guide of a procedure; null when the pack has no such procedure. Nothing in it depends on a case. */
export function guideOf(pack: Pack, procedureId: string): ProcedureGuide | null {
  const procedure = pack.procedures.get(procedureId);
  if (procedure === undefined) return null;
  const line = (part: Sourced, text: Bilingual): GuideLine => ({
    text,
    when: whenWords(part.when),
    basis: sourceWords(pack, part.source),
    status: part.status,
  });
  return {
    procedure: procedure.id,
    names: procedure.names,
    pack: pack.stamp,
    inForceFrom: pack.inForceFrom,
    catalogue: procedure.catalogue,
    ...linesOf(pack, procedure, line),
    papers: procedure.documents.map(({ id, when }) => ({ names: namesIn(pack.documents, id), when: whenWords(when) })),
    guarantee: procedure.id.startsWith('settle.') ? ruralRightsGuarantee : null,
  };
}

type Line = (part: Sourced, text: Bilingual) => GuideLine;

function linesOf(pack: Pack, procedure: Procedure, line: Line) {
  const ruleLine = (rule: Rule): GuideLine => line(rule, rule.textFor(true));
  return {
    applicants: procedure.applicants.map((each) => line(each, applicantWords(pack, each.who, each.papers))),
    conditions: procedure.rules.map(ruleLine),
    companions: procedure.companionRules.map(ruleLine),
    materials: procedure.materials.map((group) => ({
      ...line(group, groupWords(pack, group)),
      isOptional: group.isOptional,
    })),
    checks: procedure.checks.map((check) => line(check, checkWords(check.kind, check.need))),
    steps: procedure.steps.map((step) => ({
      ...line(step, stepNames[step.step]),
      by: alternatives(step.by.map((role) => roleNames[role])),
    })),
    limits: procedure.limits.map((limit: Limit) => line(limit, limitWords(limit))),
    fees: procedure.fees.map((fee) => line(fee, feeWords(fee))),
  };
}

function whenWords(when: Condition | null): Bilingual | null {
  return when === null ? null : (when.words(blankCase, true) ?? whereItApplies);
}

function namesIn(names: ReadonlyMap<string, Named>, id: string): Bilingual {
  return names.get(id)?.names ?? { zh: id, en: id };
}

function applicantWords(pack: Pack, who: keyof typeof applicantNames, papers: readonly string[]): Bilingual {
  const name = applicantNames[who];
  if (papers.length === 0) return name;
  const names = papers.map((id) => namesIn(pack.materials, id));
  return {
    zh: `${name.zh}（凭${names.map((each) => each.zh).join('、')}）`,
    en: `${name.en} (with ${names.map((each) => each.en).join(', ')})`,
  };
}

function groupWords(pack: Pack, group: MaterialGroup): Bilingual {
  return alternatives(group.choices.map((choice) => namesIn(pack.materials, choice.id)));
}

function checkWords(kind: keyof typeof checkNames, need: 'always' | 'on-doubt'): Bilingual {
  const name = checkNames[kind];
  return need === 'always' ? name : { zh: `有疑义时${name.zh}`, en: `${name.en} where there is doubt` };
}
