import type { Draft, DraftSubject } from '../../../shared/contract/draft.ts';
import { permitFactsOn } from '../../../shared/domain/permit-function.ts';
import type { Address } from '../../../shared/domain/records.ts';
import type { Permit, Residence } from '../../../shared/domain/residence-records.ts';
import type { Procedure } from '../../../shared/policy/policy-pack.ts';
import type { RegisterView } from '../../../shared/register/view.ts';

/** The open residence registration of the person a case is about. */
function residenceOf(view: RegisterView, { kind, id }: DraftSubject): Residence | null {
  if (kind !== 'person') return null;
  return view.list('residence', 'personId', id).find(({ data }) => data.endedOn === null)?.data ?? null;
}

function permitOf(view: RegisterView, { kind, id }: DraftSubject): Permit | null {
  if (kind !== 'person') return null;
  return view.list('permit', 'personId', id).find(({ data }) => data.status === 'active')?.data ?? null;
}

/** Where the person a case is about lives with a residence registration. */
export function residenceAddress(view: RegisterView, { subject }: Draft): Address | null {
  const residence = residenceOf(view, subject);
  return residence ? (view.find('address', residence.addressId)?.data ?? null) : null;
}

/**
 * What the register knows of residence and permit, as answers to the situation questions of a permit's procedures, so that nobody has to be
 * asked. They stand in the draft: the officer sees them and can correct them.
 */
export function registerAnswers(
  view: RegisterView,
  procedure: Pick<Procedure, 'effect'> | null,
  subject: DraftSubject,
  today: string,
): Draft['answers'] {
  if (!procedure?.effect.endsWith('-permit')) return {};
  const residence = residenceOf(view, subject);
  const permit = permitOf(view, subject);
  const facts = permit ? permitFactsOn(permit, today) : null;
  return {
    ...(residence ? { 'residence.registeredSince': residence.firstRegisteredOn } : {}),
    ...(facts ? { 'permit.issued': facts.issued, 'permit.suspended': facts.suspended } : {}),
    ...(facts?.lastEndorsed ? { 'permit.lastEndorsed': facts.lastEndorsed } : {}),
  };
}
