import type { Condition } from '../conditions/condition.ts';
import type { Fact, FactCatalogue } from '../fact-catalogue.ts';
import type { RawProcedure } from '../pack.ts';
import type { PackDraft, Sheet } from '../pack-draft.ts';
import type { Named, Pack, Procedure } from '../policy-pack.ts';
import type { RawPageField } from '../procedure-page.ts';
import type { PackProblem } from '../yaml-file.ts';
import { plainChinese, plainEnglish } from './plain-wording.ts';

/**
 * Article 5 of the Liaoyuan opinion: talent settles without regard to a stable home or a stable job, by diploma or professional
 * certificate. No procedure for talent, whatever it is called, may read a fact about home or job or ask for a paper about them.
 */
const article = 'liaoyuan-opinion, article 5';

const homeOrJobZh =
  /房|住|屋|居所|寓|宿|租|不动产|产权|按揭|贷款|就业|从业|就职|任职|在职|职业|工作|岗位|劳动|雇|聘|社保|保险|参保|公积金|执照|公司|企业|单位|工资|薪|收入|纳税|个税|用工|供职|务工|经商|个体户|置业|安居|居住证|缴费|营生/;
const homeOrJobEn =
  /\b(homes?|hous(es?|ing)|dwellings?|residences?|flats?|apartments?|accommodation|lodgings?|premises|leases?|rent(al|als|ed|s|ing)?|tenan(t|ts|cy)|landlords?|property|ownership|purchase|mortgages?|employ(er|ers|ed|ment)?|jobs?|work(s|ing)?|occupation|labou?r|company|business|salary|wages?|income|insurance|tax(es)?|licen[cs]es?|abode|condo(minium)?s?|homeowners?|workplaces?|payroll|zhu ?fang|fang ?(chan|zi|wu)|zu ?fang|gong ?zuo|jiu ?ye|she ?bao|lao ?dong)\b/;
/** Words for training and trades that are no job test, for the register itself, and the exemption of the article. */
const harmlessZh =
  /不受稳定住所和稳定职业的?限制|中等职业|职业院校|职业学校|职业技能|职业资格|职业技术|职业教育|落户单位|常住户口|常住人口|共同居住|住址/g;
const harmlessEn = /\b(no|without an?y?|free of) (test of )?(a )?(stable )?home (or|and) (a )?(stable )?job( test)?\b/g;

const homeOrJobGroups = ['residence', 'employment'];
const homeOrJobFacts = ['permit.residenceYears', 'permit.insuranceYears'];

function speaksOfHomeOrJob(text: string): boolean {
  return (
    homeOrJobZh.test(plainChinese(text).replace(harmlessZh, '')) ||
    homeOrJobEn.test(plainEnglish(text).replace(harmlessEn, ''))
  );
}

function isTalentRoute(procedure: Procedure): boolean {
  const words = `${procedure.id} ${procedure.names.zh} ${procedure.names.en}`;
  if (/人才/.test(plainChinese(words)) || /\b(talents?|ren ?cai)\b/.test(plainEnglish(words))) return true;
  return procedure.rules.some((rule) => rule.requires.reads.some((path) => path.startsWith('talent.')));
}

function isHomeOrJobFact(path: string, catalogue: FactCatalogue): boolean {
  if (homeOrJobGroups.includes(path.split('.')[0] ?? '') || homeOrJobFacts.includes(path)) return true;
  const fact: Fact | null = catalogue.find(path);
  return speaksOfHomeOrJob(path) || (fact !== null && speaksOfHomeOrJob(`${fact.names.zh} / ${fact.names.en}`));
}

function isHomeOrJobPaper(id: string, papers: ReadonlyMap<string, Named>): boolean {
  const names = papers.get(id)?.names;
  return speaksOfHomeOrJob(id) || (names !== undefined && (speaksOfHomeOrJob(names.zh) || speaksOfHomeOrJob(names.en)));
}

/** Every home or job test on a talent route. */
export function guardTalentRoute(pack: Pack, draft: PackDraft): PackProblem[] {
  return draft.procedures.flatMap((sheet) => {
    const procedure = pack.procedures.get(sheet.data.id);
    return procedure !== undefined && isTalentRoute(procedure) ? routeProblems(pack, procedure, sheet) : [];
  });
}

function routeProblems(pack: Pack, procedure: Procedure, sheet: Sheet<RawProcedure>): PackProblem[] {
  const problem = (path: readonly PropertyKey[], what: string, quoted: string): PackProblem => ({
    file: sheet.file.name,
    line: sheet.file.lineOf(path),
    message: `${article}: ${what}; talent settles without a home or job test`,
    guard: { article: '5', quoted },
  });
  const facts = conditionsOf(procedure, pack).flatMap(({ path, condition }) =>
    condition.reads
      .filter((fact) => isHomeOrJobFact(fact, pack.catalogue))
      .map((fact) => problem(path, `${procedure.id} reads ${fact}`, fact)),
  );
  const papers = procedure.materials.flatMap((group, index) =>
    group.choices
      .filter((choice) => isHomeOrJobPaper(choice.id, pack.materials))
      .map((choice) => problem(['materials', index], `${procedure.id} asks for ${choice.id}`, choice.id)),
  );
  const proofs = procedure.applicants.flatMap((applicant, index) =>
    applicant.papers
      .filter((paper) => isHomeOrJobPaper(paper, pack.materials))
      .map((paper) => problem(['applicants', index], `${procedure.id} asks for ${paper}`, paper)),
  );
  const hints = procedure.advice.flatMap((advice, index) =>
    [advice.id, advice.text.zh, advice.text.en].some(speaksOfHomeOrJob)
      ? [problem(['advice', index], `hint ${advice.id} speaks of home or job`, advice.id)]
      : [],
  );
  const texts = procedure.rules.flatMap((rule, index) =>
    [true, false, null]
      .map((truth) => rule.textFor(truth))
      .filter((text) => speaksOfHomeOrJob(rule.id) || speaksOfHomeOrJob(text.zh) || speaksOfHomeOrJob(text.en))
      .slice(0, 1)
      .map(() => problem(['rules', index], `rule ${rule.id} speaks of home or job`, rule.id)),
  );
  const asked = sheet.data.page.fields.flatMap((field, index) =>
    fieldTexts(field).some(speaksOfHomeOrJob)
      ? [problem(['page', 'fields', index], `the page asks for ${field.key}`, field.key)]
      : [],
  );
  return [...facts, ...papers, ...proofs, ...hints, ...texts, ...asked];
}

function fieldTexts({ key, names, hint, options = {} }: RawPageField): string[] {
  const values = Object.values(options).flatMap((option) => [option.zh, option.en]);
  return [key, names.zh, names.en, hint?.zh ?? '', hint?.en ?? '', ...values];
}

/** Every condition of a route with its place; shared parts are placed where the route uses them. */
function conditionsOf(procedure: Procedure, pack: Pack): { path: readonly PropertyKey[]; condition: Condition }[] {
  const found: { path: readonly PropertyKey[]; condition: Condition | null }[] = [];
  const collect = (section: string, parts: readonly { readonly when: Condition | null }[]): void => {
    for (const [index, part] of parts.entries()) found.push({ path: [section, index], condition: part.when });
  };
  for (const [index, rule] of procedure.rules.entries())
    found.push({ path: ['rules', index], condition: rule.requires });
  for (const rule of procedure.companionRules) {
    found.push({ path: ['companions'], condition: rule.requires }, { path: ['companions'], condition: rule.when });
  }
  collect('rules', procedure.rules);
  collect('materials', procedure.materials);
  for (const group of procedure.materials) collect('materials', group.choices);
  collect('approvals', procedure.approvals);
  collect('limit', procedure.limits);
  collect('documents', procedure.documents);
  collect('advice', procedure.advice);
  collect('applicants', procedure.applicants);
  collect('steps', procedure.steps);
  collect('checks', procedure.checks);
  collect('fees', procedure.fees);
  for (const id of procedure.questions) {
    const question = pack.questions.find((each) => each.raw.id === id);
    if (question) found.push({ path: ['questions'], condition: readingOnly(question.settles) });
  }
  return found.flatMap(({ path, condition }) => (condition === null ? [] : [{ path, condition }]));
}

function readingOnly(reads: readonly string[]): Condition {
  return { test: () => null, reads, ask: () => undefined, words: () => null };
}
