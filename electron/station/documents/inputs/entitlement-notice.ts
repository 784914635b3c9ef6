import type { Draft } from '../../../../shared/contract/draft.ts';
import type { FormInput } from '../../../../shared/domain/form.ts';
import { factsFromAnswers } from '../../../../shared/policy/answers.ts';
import { entitlementsFor, type Holder } from '../../../../shared/policy/entitlements.ts';
import type { EntitlementStatus } from '../../../../shared/policy/pack-tables.ts';
import type { Pack } from '../../../../shared/policy/policy-pack.ts';
import type { RegisterEffect } from '../../../../shared/policy/procedure-conduct.ts';
import { findEvent } from '../../store/events.ts';
import { citedArticle } from '../citations.ts';
import { stationInFull } from './authority.ts';
import { type Paper, type PaperInput, stationPhone } from './paper.ts';

/** Whom the notice is for, and who hands it out. */
export interface EntitlementNotice {
  readonly noticeNumber: string;
  readonly name: string;
  readonly holder: Holder;
  /** The day from which the rights count. */
  readonly since: string;
  readonly station: string;
  readonly phone: string;
  readonly noticedOn: string;
}

/** What somebody is here, as their papers call it. */
export const statusWords: Readonly<Record<EntitlementStatus, string>> = {
  resident: '本市常住户口居民',
  'newly-registered': '新落户人员',
  'permit-holder': '居住证持有人',
  'registered-residence': '已办理居住登记人员',
};

/** 基本公共服务权益告知单: every right and service of the pack as it stands for the holder (articles 7 and 11). */
export function entitlementInput(pack: Pack, notice: EntitlementNotice): FormInput {
  const { holder } = notice;
  return {
    noticeNumber: notice.noticeNumber,
    holder: {
      name: notice.name,
      basis: statusWords[holder.status],
      since: notice.since,
      residenceYears: holder.residenceYears,
      insuranceYears: holder.insuranceYears,
    },
    services: entitlementsFor(pack, holder).map(({ names, stateWords, condition, note, office, source }) => ({
      name: names.zh,
      status: stateWords.zh,
      condition: [condition?.zh, note?.zh].filter(Boolean).join('；') || undefined,
      office: office.zh,
      basis: citedArticle(pack, source),
    })),
    station: notice.station,
    phone: notice.phone,
    noticedOn: notice.noticedOn,
  };
}

/** What somebody is after a procedure with that effect; the others change nobody's rights here. */
export const statusAfter: Partial<Readonly<Record<RegisterEffect, EntitlementStatus>>> = {
  'move-in': 'newly-registered',
  'enter-person': 'newly-registered',
  'restore-person': 'newly-registered',
  'move-within': 'resident',
  'create-household': 'resident',
  'split-household': 'resident',
  'enter-residence': 'registered-residence',
  'change-residence': 'registered-residence',
  'issue-permit': 'permit-holder',
  'endorse-permit': 'permit-holder',
  'restart-permit': 'permit-holder',
  'change-permit': 'permit-holder',
};

/** Years that were asked for in the case; what is not known counts as none. */
function yearsOf(pack: Pack, draft: Draft): Pick<Holder, 'residenceYears' | 'insuranceYears'> {
  const permit: unknown = factsFromAnswers(pack, draft.answers).permit;
  const { residenceYears, insuranceYears } = (permit ?? {}) as Readonly<Record<string, unknown>>;
  return {
    ...(typeof residenceYears === 'number' ? { residenceYears } : {}),
    ...(typeof insuranceYears === 'number' ? { insuranceYears } : {}),
  };
}

/** As whom the applicant has rights after this case, and from which day on; null where it gave none, or none yet. */
export function holderOf({ program, pack, open }: Paper): { holder: Holder; since: string } | null {
  const procedure = pack.procedures.get(open.draft.procedure);
  const status = procedure && statusAfter[procedure.effect];
  const event = open.stored.eventId ? findEvent(program.database, open.stored.eventId) : null;
  if (!status || !event) return null;
  return { holder: { status, ...yearsOf(pack, open.draft) }, since: event.event.facts.registeredOn };
}

/** The applicant's entitlement notice, from the day of the registration on; nothing before it. */
export const entitlementNotice: PaperInput = (paper) => {
  const { program, pack, open, document } = paper;
  const [applicant] = open.draft.people;
  const found = holderOf(paper);
  if (!applicant?.name || !found) return null;
  return entitlementInput(pack, {
    noticeNumber: document.documentId.slice(-12).toUpperCase(),
    name: applicant.name,
    ...found,
    station: stationInFull(program),
    phone: stationPhone,
    noticedOn: program.today(),
  });
};
