import { todayIn } from '../../../../shared/domain/plain-date.ts';
import { dueOn } from '../../../../shared/policy/pack-calendar.ts';
import {
  materialName,
  materialsAtHand,
  orNothing,
  type PaperInput,
  procedureBasis,
  procedureName,
  stationPhone,
} from './paper.ts';

/** Days to bring what is missing. No limit of Jilin or Liaoyuan was found: a planning default. */
const completionDays = 15;

/** 一次性告知书: every missing material at once, with its basis (D663 §9, N21 §68). */
export const oneTimeNotice: PaperInput = (paper) => {
  const { program, open, document, route } = paper;
  const [applicant] = open.draft.people;
  if (!applicant?.name || !route) return null;
  const missing = route.materials.missing.map(({ anyOf }) => ({
    name: anyOf.map((id) => materialName(program, id)).join(' 或 '),
    remedy: anyOf.length > 1 ? '提供其中一种的原件，或同意共享核验' : '提供原件，或同意共享核验',
    basis: procedureBasis(paper),
  }));
  if (missing.length === 0) return null;
  return {
    noticeNumber: document.documentId.slice(-12).toUpperCase(),
    applicant: { name: applicant.name, citizenNumber: orNothing(applicant.citizenId) },
    procedure: procedureName(paper),
    appliedOn: todayIn(open.stored.changedAt),
    missing,
    received: materialsAtHand(paper).map(({ name, state }) => ({ name, state })),
    completeBy: dueOn(program.pack.calendar, { days: completionDays, kind: 'working' }, program.today()).dueOn,
    station: program.stationName,
    phone: stationPhone,
    noticedOn: program.today(),
  };
};
