/** Why a change of the register can't be made; refusal-words.ts has the sentence for each. */
export const refusalCodes = [
  'input-invalid',
  'person-unknown',
  'person-dead',
  'person-not-registered',
  'person-already-registered',
  'person-still-registered',
  'person-elsewhere',
  'person-same',
  'name-not-possible',
  'person-entered-twice',
  'number-taken',
  'number-not-possible',
  'numbers-exhausted',
  'household-unknown',
  'household-closed',
  'household-number-taken',
  'household-full',
  'household-same',
  'household-not-empty',
  'household-empty',
  'household-other-station',
  'household-other-address',
  'household-other-kind',
  'household-of-one',
  'household-whole',
  'unit-needed',
  'not-a-member',
  'head-needed',
  'head-stays-needed',
  'head-not-leaving',
  'head-incapable',
  'head-same',
  'head-twice',
  'relation-needed',
  'relation-sex',
  'relation-age',
  'spouse-twice',
  'spouse-same-sex',
  'spouse-dead',
  'spouse-unmarried',
  'spouse-other-station',
  'child-older',
  'parent-sex',
  'parent-dead',
  'parent-needed',
  'parents-elsewhere',
  'child-to-family',
  'child-to-grandparents',
  'ethnicity-of-neither',
  'relative-needed',
  'not-related',
  'address-unknown',
  'address-frozen',
  'address-not-room',
  'address-other-station',
  'address-same',
  'division-unknown',
  'destination-inside-city',
  'date-future',
  'date-before-birth',
  'date-order',
  'date-needed',
  'item-same',
  'item-not-possible',
  'item-needed',
  'death-not-cancelled',
  'kept-needed',
  'paper-unknown',
  'paper-not-in-force',
  'paper-number-taken',
  'paper-too-many',
  'paper-other-station',
  'move-in-permit-needed',
  'certificate-forbidden',
  'residence-unknown',
  'residence-open',
  'residence-ended',
  'residence-registered-here',
  'residence-hukou-needed',
  'residence-other-station',
  'permit-unknown',
  'permit-active',
  'permit-ended',
  'permit-too-early',
  'permit-not-due',
  'permit-suspended',
  'permit-not-suspended',
  'blank-unknown',
  'blank-used',
  'event-unknown',
  'event-too-old',
  'event-built-upon',
  'event-already-reversed',
  'event-unconfirmed',
  'event-is-reversal',
  'event-other-station',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Words and numbers for the sentence; names of people only as the operator already sees them. */
export type RefusalParams = Readonly<Record<string, string | number>>;

/** A change that can't be made, as a value. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Field of the change's input where it can be mended; null: nowhere on the page. */
  readonly field: string | null;
  readonly params: RefusalParams;
}

/** Leaves a plan in the middle; planChange turns it into a value, so that no caller ever meets it. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Leaves the plan: the change can't be made. */
export function refuse(code: RefusalCode, field: string | null = null, params: RefusalParams = {}): never {
  throw new Refused({ code, field, params });
}
