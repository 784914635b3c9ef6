import { todayIn } from '../../../../shared/domain/plain-date.ts';
import { ruralRightsGuarantee } from '../../../../shared/policy/guards/rural-rights.ts';
import { dueOn } from '../../../../shared/policy/pack-calendar.ts';
import { citedArticle } from '../citations.ts';
import { stationInFull } from './authority.ts';
import {
  materialName,
  materialsAtHand,
  orNothing,
  type Paper,
  type PaperInput,
  procedureBasis,
  procedureName,
  stationPhone,
} from './paper.ts';

/** Days to bring what is missing. No limit of Jilin or Liaoyuan was found: a planning default. */
const completionDays = 15;

/** The paragraph that asks for a group of materials. */
function basisOf(paper: Paper, anyOf: readonly string[]): string {
  const groups = paper.pack.procedures.get(paper.open.draft.procedure)?.materials ?? [];
  const group = groups.find(({ choices }) => anyOf.every((id) => choices.some((choice) => choice.id === id)));
  return group ? citedArticle(paper.pack, group.source) : procedureBasis(paper);
}

/** 一次性告知书: every missing material at once, with its basis (D663 §9, N21 §68). */
export const oneTimeNotice: PaperInput = (paper) => {
  const { program, pack, open, document, route } = paper;
  const [applicant] = open.draft.people;
  if (!applicant?.name || !route) return null;
  const missing = route.materials.missing.map(({ anyOf }) => ({
    name: anyOf.map((id) => materialName(pack, id)).join(' 或 '),
    remedy: anyOf.length > 1 ? '提供其中一种的原件，或同意共享核验' : '提供原件，或同意共享核验',
    basis: basisOf(paper, anyOf),
  }));
  if (missing.length === 0) return null;
  return {
    noticeNumber: document.documentId.slice(-12).toUpperCase(),
    applicant: { name: applicant.name, citizenNumber: orNothing(applicant.citizenId) },
    procedure: procedureName(paper),
    appliedOn: todayIn(open.stored.changedAt),
    missing,
    received: materialsAtHand(paper).map(({ name, state }) => ({ name, state })),
    completeBy: dueOn(pack.calendar, { days: completionDays, kind: 'working' }, program.today()).dueOn,
    station: stationInFull(program),
    phone: stationPhone,
    // Article 10 is about farmers who settle in town; it is said to everyone whose register is a rural one.
    guarantee: applicant.hukouClass === 'rural' ? ruralRightsGuarantee.zh : undefined,
    noticedOn: program.today(),
  };
};
