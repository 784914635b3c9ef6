import type { FormInput } from '../../../../shared/domain/form.ts';
import { type Entitlement, entitlementsFor } from '../../../../shared/policy/entitlements.ts';
import { stationInFull } from './authority.ts';
import { holderOf, statusWords } from './entitlement-notice.ts';
import { caseNumberOf, officerName, orNothing, type PaperInput, stationPhone } from './paper.ts';

/** One line for each office, with everything it does for the holder; what they may not have yet is left out. */
function windowsOf(services: readonly Entitlement[]): FormInput[] {
  const offered = services.filter(({ state }) => state === 'now' || state === 'local-rule');
  const offices = [...new Set(offered.map(({ office }) => office.zh))];
  return offices.map((office) => ({
    office,
    matter: offered
      .filter((service) => service.office.zh === office)
      .map(({ names }) => names.zh)
      .join('、'),
    bring: '居民身份证',
  }));
}

/** 一站式服务转介单 (article 8): to which windows somebody goes on from here, once the case is registered. */
export const referralSlip: PaperInput = (paper) => {
  const found = holderOf(paper);
  const [applicant] = paper.open.draft.people;
  if (!found || !applicant?.name) return null;
  const windows = windowsOf(entitlementsFor(paper.pack, found.holder));
  if (windows.length === 0) return null;
  return {
    referralNumber: caseNumberOf(paper),
    applicant: { name: applicant.name, phone: orNothing(applicant.phone) },
    status: statusWords[found.holder.status],
    since: found.since,
    windows,
    station: stationInFull(paper.program),
    officer: officerName(paper),
    phone: stationPhone,
    issuedOn: paper.program.today(),
  };
};
