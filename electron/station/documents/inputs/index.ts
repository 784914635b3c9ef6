import { acceptanceReceipt } from './acceptance-receipt.ts';
import { householdBookFirstPage } from './household-book-first-page.ts';
import { ineligibleNotice } from './ineligible-notice.ts';
import { oneTimeNotice } from './one-time-notice.ts';
import type { PaperInput } from './paper.ts';
import { residentCard } from './resident-card.ts';
import { settlementApplication } from './settlement-application.ts';
import { voluntaryStatement } from './voluntary-statement.ts';

/** For each form of a case, where its words come from. */
export const paperInputs: Readonly<Record<string, PaperInput>> = {
  'acceptance-receipt': acceptanceReceipt,
  'household-book-first-page': householdBookFirstPage,
  'ineligible-notice': ineligibleNotice,
  'one-time-notice': oneTimeNotice,
  'resident-card': residentCard,
  'settlement-application': settlementApplication,
  'voluntary-statement': voluntaryStatement,
};
