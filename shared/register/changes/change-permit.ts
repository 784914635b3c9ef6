import { z } from 'zod';
import { PhotoId, RecordId } from '../../domain/records.ts';
import { Permit, Residence } from '../../domain/residence-records.ts';
import { type ChangeNote, defineChange } from '../change.ts';
import { changeHolderItems, type HolderItems, holderItemsFields, holderItemsInput } from '../holder-items.ts';
import { takePhoto } from '../photos.ts';
import { refuse } from '../refusal.ts';
import { moveResidence } from '../residence-move.ts';
import { getOpenResidence, getOwnPermit } from '../residences.ts';
import type { Workbench } from '../workbench.ts';

const input = z.strictObject({
  /** The holder. */
  subject: RecordId,
  /** Set by the pack: 变更登记 of the address, 换领 or 补领. */
  kind: z.enum(['address', 'replace', 'reissue']),
  /** Where the holder lives now; `address` only. */
  addressId: RecordId.nullable().default(null),
  basis: Residence.shape.basis.nullable().default(null),
  landlord: z.string().trim().max(50).default(''),
  /** Why it is replaced; `replace` only. */
  reason: z.enum(['damaged', 'items']).nullable().default(null),
  medium: Permit.shape.medium.nullable().default(null),
  /** Taken for the new permit; null: the one the register has. */
  photoId: PhotoId.nullable().default(null),
  ...holderItemsInput,
});
type Input = z.infer<typeof input>;

/**
 * What a holder may have changed on a permit: the address inside the city (C51; N21 §71), which needs no new permit; a new one for a damaged
 * permit or one whose items changed (C52; §72), or for a lost one (C53; §73). A new permit takes over the first day and every endorsement, so
 * that neither function nor years change with the paper (D663 §10–11).
 */
export const changePermit = defineChange({
  effect: 'change-permit',
  input,
  fields: {
    addressId: { kind: 'address' },
    basis: { kind: 'choice', values: Residence.shape.basis.options },
    landlord: { kind: 'text' },
    reason: { kind: 'choice', values: ['damaged', 'items'] },
    medium: { kind: 'choice', values: Permit.shape.medium.options },
    photoId: { kind: 'photo' },
    ...holderItemsFields,
  },
  plan(bench, given): ChangeNote {
    if (given.kind === 'address') return changeAddress(bench, given);
    const permit = getOwnPermit(bench, given.subject);
    takePhoto(bench, given.subject, given.photoId);
    if (given.kind === 'reissue') return replacePermit(bench, permit, { reason: 'lost', medium: given.medium });
    const reason = given.reason ?? refuse('input-invalid', 'reason');
    const items = changeHolderItems(bench, given.subject, itemsOf(given));
    if (reason === 'items' && items.length === 0) refuse('item-same', 'name');
    if (reason !== 'items' && items.length > 0) refuse('item-not-possible', 'reason');
    return replacePermit(bench, permit, { reason, medium: given.medium, items: items.join(' ') });
  },
});

function changeAddress(bench: Workbench, { subject, addressId, basis, landlord }: Input): ChangeNote {
  const residence = getOpenResidence(bench, subject);
  if (addressId === null) refuse('address-unknown', 'addressId');
  moveResidence(bench, residence, addressId);
  getOwnPermit(bench, subject);
  bench.change('residence', residence.residenceId, {
    basis: basis ?? residence.basis,
    landlord: landlord || residence.landlord,
  });
  return { happenedOn: bench.context.today, details: { kind: 'address' } };
}

/** Those of the items that were given. */
function itemsOf({ name, sex, ethnicity, bornOn, citizenId }: Input): HolderItems {
  const items = { name: name || null, sex, ethnicity, bornOn, citizenId };
  return Object.fromEntries(Object.entries(items).filter(([, value]) => value !== null));
}

function replacePermit(
  bench: Workbench,
  permit: Permit,
  {
    reason,
    medium,
    items = '',
  }: { readonly reason: string; readonly medium: Permit['medium'] | null; readonly items?: string },
): ChangeNote {
  const { today } = bench.context;
  bench.change('permit', permit.permitId, { status: 'replaced', endedOn: today, endReason: reason });
  bench.put('permit', {
    ...permit,
    permitId: bench.context.newId(),
    number: bench.context.takeNumber('permit') ?? refuse('numbers-exhausted'),
    medium: medium ?? permit.medium,
    issuedOn: today,
    replacesId: permit.permitId,
  });
  return { happenedOn: today, details: { kind: reason, items } };
}
