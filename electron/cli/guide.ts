import { join } from 'node:path';
import type { Bilingual } from '../../shared/contract/verdict.ts';
import { todayIn } from '../../shared/domain/plain-date.ts';
import { type GuideLine, guideOf, type ProcedureGuide } from '../../shared/policy/guide/guide-of.ts';
import type { Pack } from '../../shared/policy/policy-pack.ts';
import { guideInput } from '../station/documents/inputs/guide.ts';
import { checkoutFolders } from '../station/folders.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { readCall, readPackOf } from './pack-files.ts';
import { writePaper } from './paper-file.ts';

type Language = keyof Bilingual;

/** `guide PROCEDURE [--pack DIR] [--language zh|en] [--pdf FILE]`: the public guide of a procedure, as JSON, as text or as the printed page. */
export async function command(args: readonly string[]): Promise<CommandResult> {
  const call = readCall(args, 1, ['pack', 'language', 'pdf']);
  const [procedure] = call?.places ?? [];
  const { pack: folder, language, pdf } = call?.options ?? {};
  if (procedure === undefined || (language !== undefined && language !== 'zh' && language !== 'en')) {
    return calledWrongly('guide PROCEDURE [--pack DIR] [--language zh|en] [--pdf FILE]');
  }
  const read = readPackOf(folder ?? checkoutFolders(join(import.meta.dirname, '..', '..')).policyPack);
  if (!read.ok) return { exitCode: 1, problems: read.problems };
  const guide = guideOf(read.pack, procedure);
  if (guide === null) return { exitCode: 2, problems: [`there is no procedure ${procedure}`] };
  if (pdf !== undefined) return await writeGuide(read.pack, guide, pdf);
  return { exitCode: 0, output: language === undefined ? JSON.stringify(guide, null, 2) : guideText(guide, language) };
}

/** On paper the guide is in Chinese; the station is left open, as a city prints it for all of its own. */
function writeGuide(pack: Pack, guide: ProcedureGuide, file: string): Promise<CommandResult> {
  const day = todayIn(new Date().toISOString());
  const place = { station: '各公安派出所', phone: '见窗口公示', printedOn: day };
  return writePaper({ form: 'guide', input: guideInput(pack, guide, place), day }, file);
}

const headings = {
  applicants: { zh: '申请人', en: 'Who may apply' },
  conditions: { zh: '办理条件', en: 'Conditions' },
  companions: { zh: '随迁人员', en: 'Who may come along' },
  materials: { zh: '申请材料', en: 'Papers' },
  checks: { zh: '核验', en: 'Checks' },
  steps: { zh: '办理流程', en: 'Steps' },
  limits: { zh: '办理时限', en: 'Time limit' },
  fees: { zh: '收费', en: 'Fees' },
} as const;

function guideText(guide: ProcedureGuide, language: Language): string {
  const sections = Object.entries(headings).flatMap(([key, heading]) => {
    const lines = guide[key as keyof typeof headings];
    return lines.length === 0
      ? []
      : ['', heading[language], ...lines.map((line, index) => lineText(line, index, language))];
  });
  const papers = guide.papers.map(({ names, when }) => `  ${names[language]}${whenText(when, language)}`);
  const title = `${guide.names[language]}  ${guide.procedure}  ${guide.pack}`;
  const guarantee = guide.guarantee === null ? [] : ['', guide.guarantee[language]];
  return [title, ...sections, '', language === 'zh' ? '办理结果' : 'Papers handed out', ...papers, ...guarantee].join(
    '\n',
  );
}

function lineText({ text, when, basis }: GuideLine, index: number, language: Language): string {
  return `  ${index + 1}. ${text[language]}${whenText(when, language)}  [${basis[language]}]`;
}

function whenText(when: Bilingual | null, language: Language): string {
  if (when === null) return '';
  return language === 'zh' ? `（${when.zh}）` : ` (${when.en})`;
}
