import { acceptanceReceipt } from './acceptance-receipt.ts';
import { addressChangePage } from './address-change-page.ts';
import { apartRecord } from './apart-record.ts';
import { cancellationCertificate } from './certificates/cancellation-certificate.ts';
import { changeCertificate } from './certificates/change-certificate.ts';
import { kinshipCertificate } from './certificates/kinship-certificate.ts';
import {
  abductedChildCertificate,
  criminalRecordCertificate,
  foundlingReportCertificate,
  unnaturalDeathCertificate,
} from './certificates/police-certificates.ts';
import { registerCertificate } from './certificates/register-certificate.ts';
import { temporaryIdentityCertificate } from './certificates/temporary-identity-certificate.ts';
import { correctionRefusal } from './correction-refusal.ts';
import { correctionSlip } from './correction-slip.ts';
import { endorsementRecord } from './endorsement-record.ts';
import { entitlementNotice } from './entitlement-notice.ts';
import { handoverList } from './handover-list.ts';
import { historyRecord } from './history-record.ts';
import { collectiveBook, householdBookFirstPage } from './household-book-first-page.ts';
import { ineligibleNotice } from './ineligible-notice.ts';
import { migrationCertificate } from './migration-certificate.ts';
import { moveInPermit } from './move-in-permit.ts';
import { oneTimeNotice } from './one-time-notice.ts';
import type { PaperInput } from './paper.ts';
import { permitForm } from './permit-form.ts';
import { permitReceipt } from './permit-receipt.ts';
import { publicNotice } from './public-notice.ts';
import { queryRecord } from './query-record.ts';
import { referralSlip } from './referral-slip.ts';
import { reminderLetter } from './reminder-letter.ts';
import { residenceForm } from './residence-form.ts';
import { residencePermit } from './residence-permit.ts';
import { residenceReceipt } from './residence-receipt.ts';
import { collectiveResidentCard, residentCard } from './resident-card.ts';
import { residentCardBack } from './resident-card-back.ts';
import { residentForm } from './resident-form.ts';
import { sameNameCount } from './same-name-count.ts';
import { settlementApplication } from './settlement-application.ts';
import { voluntaryStatement } from './voluntary-statement.ts';

/** For each form of a case, where its words come from. */
export const paperInputs: Readonly<Record<string, PaperInput>> = {
  'abducted-child-certificate': abductedChildCertificate,
  'acceptance-receipt': acceptanceReceipt,
  'address-change-page': addressChangePage,
  'apart-record': apartRecord,
  'cancellation-certificate': cancellationCertificate,
  'change-certificate': changeCertificate,
  'collective-book': collectiveBook,
  'collective-resident-card': collectiveResidentCard,
  'correction-refusal': correctionRefusal,
  'correction-slip': correctionSlip,
  'criminal-record-certificate': criminalRecordCertificate,
  'endorsement-record': endorsementRecord,
  'entitlement-notice': entitlementNotice,
  'foundling-report-certificate': foundlingReportCertificate,
  'handover-list': handoverList,
  'history-record': historyRecord,
  'household-book-first-page': householdBookFirstPage,
  'ineligible-notice': ineligibleNotice,
  'kinship-certificate': kinshipCertificate,
  'migration-certificate': migrationCertificate,
  'move-in-permit': moveInPermit,
  'one-time-notice': oneTimeNotice,
  'permit-form': permitForm,
  'permit-receipt': permitReceipt,
  'public-notice': publicNotice,
  'query-record': queryRecord,
  'referral-slip': referralSlip,
  'register-certificate': registerCertificate,
  'reminder-letter': reminderLetter,
  'residence-form': residenceForm,
  'residence-permit': residencePermit,
  'residence-receipt': residenceReceipt,
  'resident-card': residentCard,
  'resident-card-back': residentCardBack,
  'resident-form': residentForm,
  'same-name-count': sameNameCount,
  'settlement-application': settlementApplication,
  'temporary-identity-certificate': temporaryIdentityCertificate,
  'unnatural-death-certificate': unnaturalDeathCertificate,
  'voluntary-statement': voluntaryStatement,
};

/** What a paper prints on where its own form asks for what the case does not say. */
const commonForms: Readonly<Record<string, string>> = {
  'abducted-child-certificate': 'register-certificate',
  'cancellation-certificate': 'register-certificate',
  'change-certificate': 'register-certificate',
  'correction-refusal': 'ineligible-notice',
  'criminal-record-certificate': 'register-certificate',
  'foundling-report-certificate': 'register-certificate',
  'kinship-certificate': 'register-certificate',
  'temporary-identity-certificate': 'register-certificate',
  'unnatural-death-certificate': 'register-certificate',
};

/** The forms a paper can print on, its own first. */
export function formsOf(form: string): readonly string[] {
  const common = commonForms[form];
  return common ? [form, common] : [form];
}
