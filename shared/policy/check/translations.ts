import type { PackDraft } from '../pack-draft.ts';
import type { PackProblem, YamlFile } from '../yaml-file.ts';

const han = /\p{Script=Han}/u;

/**
 * Texts that stand in one language only: Chinese without a Chinese character, or English with one. That both are there at all is
 * said by the shape of the files.
 */
export function translations(draft: PackDraft): PackProblem[] {
  const single = [draft.pack, draft.common, draft.facts, draft.questions, draft.materials, draft.documents];
  const tables = [draft.calendar, draft.entitlements, draft.certificates].filter((sheet) => sheet !== null);
  const files = [...single, ...tables, ...draft.procedures].map((sheet) => sheet.file);
  return files.flatMap((file) => textsIn(file.data, [], file));
}

function textsIn(value: unknown, path: readonly PropertyKey[], file: YamlFile): PackProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  const group = value as Readonly<Record<string, unknown>>;
  if (typeof group.zh === 'string' && typeof group.en === 'string')
    return wrongLanguage(group.zh, group.en, path, file);
  return Object.entries(group).flatMap(([key, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key], file),
  );
}

function wrongLanguage(zh: string, en: string, path: readonly PropertyKey[], file: YamlFile): PackProblem[] {
  const problem = (key: string, message: string): PackProblem[] => [
    { file: file.name, line: file.lineOf([...path, key]), message },
  ];
  return [
    ...(han.test(zh) ? [] : problem('zh', `zh: «${zh}» is no Chinese text`)),
    ...(han.test(en) ? problem('en', `en: «${en}» is not translated`) : []),
  ];
}
