import type { ProcedurePage } from '../../../../shared/contract/procedure.ts';
import type { Procedure } from '../../../../shared/policy/policy-pack.ts';

/** What a procedure asks of a case, as far as the checks go. */
export interface Demands {
  /** Persons are entered; otherwise the subject is all, and the register answers for its particulars. */
  readonly entersPeople: boolean;
  /** They come under registration here, so nobody who is registered already. */
  readonly arrives: boolean;
  /** What each is to the head is said; of a child it is worked out from the parents where it is not. */
  readonly saysRelations: boolean;
  /** Registering allots a number to whoever has none: births, late registration. */
  readonly allotsNumbers: boolean;
  /** Where they are registered now has to be known. */
  readonly asksOrigin: boolean;
  /** The rules say who may come along. */
  readonly bringsCompanions: boolean;
  readonly target: ProcedurePage['target'];
  /** Article 2.2: settling is the person's own wish, said in writing. */
  readonly asksConsent: boolean;
  /** A missing signature on the second screen is shown. */
  readonly asksSignature: boolean;
}

/** While no procedure is chosen a case is taken for a settlement: that is what the situation questions look for. */
const settling: Demands = {
  entersPeople: true,
  arrives: true,
  saysRelations: true,
  allotsNumbers: false,
  asksOrigin: true,
  bringsCompanions: true,
  target: 'household',
  asksConsent: true,
  asksSignature: true,
};

type Conduct = Pick<Procedure, 'id' | 'effect' | 'page' | 'companionRules' | 'steps'>;

/** Whether a procedure is one of the settlements (article 4 and on), which the settlement reports count. */
export function isSettling({ id }: Pick<Procedure, 'id'>): boolean {
  return id.startsWith('settle.');
}

/**
 * What the checks have to look at. The own wish belongs to settling alone; a signature is asked for there, and elsewhere only where a step of
 * the procedure is the applicant's to sign.
 */
export function demandsOf(procedure: Conduct | null): Demands {
  if (procedure === null || (isSettling(procedure) && procedure.effect === 'move-in')) return settling;
  const { effect, page, companionRules, steps } = procedure;
  const entersPeople = page.people === 'entered';
  return {
    entersPeople,
    arrives: effect === 'move-in' || effect === 'enter-person',
    saysRelations: entersPeople && page.target !== 'none' && effect !== 'enter-person',
    allotsNumbers: effect === 'enter-person',
    asksOrigin: effect === 'move-in' || effect === 'enter-residence',
    bringsCompanions: entersPeople && companionRules.length > 0,
    target: page.target,
    asksConsent: isSettling(procedure),
    asksSignature: isSettling(procedure) || steps.some(({ step, by }) => step === 'sign' && by.includes('applicant')),
  };
}
