import type { FormInput } from '../../../../shared/domain/form.ts';
import { formatZh } from '../../../../shared/domain/plain-date.ts';
import type { GuideLine, ProcedureGuide } from '../../../../shared/policy/guide/guide-of.ts';
import type { Pack } from '../../../../shared/policy/policy-pack.ts';

/** Who hands the guide out. */
export interface GuidePlace {
  readonly station: string;
  readonly phone: string;
  /** The day it is printed on, at the counter. */
  readonly printedOn: string;
}

type Worded = Pick<GuideLine, 'text' | 'when'>;

const wordsOf = ({ text, when }: Worded): string => (when === null ? text.zh : `${text.zh}（${when.zh}）`);

/** What is not law but a default of planning is not printed as if it were: the public reads it at the window. */
const basisOf = ({ basis, status }: GuideLine): string => (status === 'sourced' ? basis.zh : '以窗口公示为准');
const lineOf = (line: GuideLine): FormInput => ({ text: wordsOf(line), basis: basisOf(line) });

/** What nobody prints for is left out, so that its heading is not printed either. */
const orNothing = (rows: readonly FormInput[]): readonly FormInput[] | undefined =>
  rows.length === 0 ? undefined : rows;

/** 办事指南 of a procedure, for the form `guide`. */
export function guideInput(pack: Pack, guide: ProcedureGuide, place: GuidePlace): FormInput {
  const lines = (part: readonly GuideLine[]) => orNothing(part.map(lineOf));
  return {
    procedure: guide.names.zh,
    code: guide.catalogue.join('、') || undefined,
    pack: `${pack.names.zh} ${pack.version}（${formatZh(guide.inForceFrom)}起施行）`,
    applicants: lines(guide.applicants),
    conditions: lines(guide.conditions),
    companions: lines(guide.companions),
    materials: orNothing(
      guide.materials.map((material) => ({
        text: material.isOptional ? `${material.text.zh}（有的提供）` : material.text.zh,
        when: material.when?.zh,
        basis: basisOf(material),
      })),
    ),
    checks: lines(guide.checks),
    steps: orNothing(guide.steps.map((step) => ({ text: wordsOf(step), by: step.by.zh }))),
    limits: lines(guide.limits),
    fees: lines(guide.fees),
    papers: orNothing(guide.papers.map(({ names, when }) => ({ text: wordsOf({ text: names, when }) }))),
    guarantee: guide.guarantee?.zh,
    station: place.station,
    window: '户籍窗口',
    phone: place.phone,
    printedOn: place.printedOn,
  };
}
