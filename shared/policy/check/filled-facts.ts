import type { FactDefinition } from '../pack.ts';
import type { PackDraft } from '../pack-draft.ts';
import type { PackProblem } from '../yaml-file.ts';

type Kind = FactDefinition['kind'];

/** Facts the counter fills from what is entered. A pack that lacks one would refuse every case with it. */
const ofCase: readonly (readonly [string, Kind])[] = [
  ['applicant.citizenId', 'citizen-number'],
  ['applicant.birthDate', 'date'],
  ['applicant.sex', 'choice'],
  ['applicant.maritalStatus', 'choice'],
  ['applicant.hukou.division', 'division'],
  ['applicant.hukou.class', 'choice'],
  ['destination.division', 'division'],
  ['destination.kind', 'choice'],
];

const ofCompanion: readonly (readonly [string, Kind])[] = [
  ['relation', 'choice'],
  ['maritalStatus', 'choice'],
  ['birthDate', 'date'],
  ['livesTogether', 'boolean'],
];

/** Facts that every pack has to define, missing or of another kind. */
export function filledFacts(draft: PackDraft): PackProblem[] {
  const { file, data } = draft.facts;
  const missing = (section: 'facts' | 'companion', list: typeof ofCase): PackProblem[] =>
    list.flatMap(([path, kind]) => {
      const fact = data[section][path];
      if (fact?.kind === kind) return [];
      const place = fact === undefined ? [section] : [section, path];
      return [
        {
          file: file.name,
          line: file.lineOf(place),
          message: `the counter fills ${path}: define it as a ${kind} in ${section}`,
        },
      ];
    });
  return [...missing('facts', ofCase), ...missing('companion', ofCompanion)];
}
