import type { Department } from '../../shared/domain/offices.ts';

/** Whose system usually knows of a material; the operator may choose another. */
const proposals: readonly (readonly [RegExp, Department])[] = [
  [/^(marriage|adoption|civil-affairs)/, 'marriage'],
  [/^(birth|paternity|sex|death)/, 'health'],
  [/^(ownership|purchase|registered-lease|landlord|lodging|split|transfer-of-ownership)/, 'property'],
  [/^(employment|transfer-order|work)/, 'employment'],
  [/^(business|unit)/, 'taxation'],
  [/^(diploma|professional|foreign-degree|enrolment|admission)/, 'education'],
  [/^ethnicity/, 'ethnicity'],
];

/** The department proposed for a material of the pack; null where no department knows of it and the paper has to be seen. */
export function proposedDepartment(materialId: string): Department | null {
  return proposals.find(([pattern]) => pattern.test(materialId))?.[1] ?? null;
}
