import { type Check, problem } from './check.ts';

/** A route is chosen and holds. */
export const checkRoute: Check = (draft, { route }) => {
  const at = { step: 'situation' } as const;
  if (draft.procedure === '' || !route) return [problem('procedure', 'required', at)];
  if (route.verdict === 'ineligible') return [problem('procedure', 'route-ineligible', at)];
  return route.verdict === 'incomplete' ? [problem('procedure', 'route-incomplete', at)] : [];
};

/** Every needed material is at hand in one of its forms. Missing ones make the one-time notice, never a refusal. */
export const checkMaterials: Check = (_draft, { route }) =>
  (route?.materials.missing ?? []).map(({ anyOf }) =>
    problem(`materials.${anyOf[0] ?? ''}`, 'material-missing', {
      step: 'materials',
      params: { material: anyOf.join('|') },
    }),
  );

/** Article 2.2: settling is the person's own wish, said in writing. */
export const checkConsent: Check = (draft) =>
  draft.isVoluntary ? [] : [problem('isVoluntary', 'not-voluntary', { step: 'check' })];

/** The signature on the second screen is asked for, and its absence stops nothing. */
export const checkSignature: Check = (_draft, { isSigned }) =>
  isSigned ? [] : [problem('signature', 'not-signed', { step: 'check', weight: 'warns' })];
