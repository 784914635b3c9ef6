import type { Bilingual, Reason, Verdict } from '../contract/verdict.ts';
import type { Department } from '../domain/offices.ts';
import type { Condition, Truth } from './conditions/condition.ts';
import type { FactCatalogue } from './fact-catalogue.ts';
import type { ApprovalLevel, LegalSource, RawExamples, RawFigures, RawQuestion, RuleStatus } from './pack.ts';
import type { PackCalendar } from './pack-calendar.ts';
import type { RawCertificate, RawEntitlement } from './pack-tables.ts';
import type { RawApplicant, RawCheck, RawFee, RawStep, RegisterEffect } from './procedure-conduct.ts';
import type { RawPage } from './procedure-page.ts';

/** A rule ready to be asked. */
export interface Rule {
  readonly id: string;
  /** Of which cases it is asked; null for all. */
  readonly when: Condition | null;
  readonly requires: Condition;
  textFor(truth: Truth): Bilingual;
  readonly change: Bilingual | null;
  readonly source: Reason['source'];
  readonly status: RuleStatus;
}

/** A paper that may stand in a group, and in which cases it does. */
export interface MaterialChoice {
  readonly id: string;
  readonly when: Condition | null;
}

/** Papers of which one is enough. */
export interface MaterialGroup {
  readonly choices: readonly MaterialChoice[];
  readonly when: Condition | null;
  readonly isOptional: boolean;
  readonly source: Reason['source'];
  readonly status: RuleStatus;
}

export interface Approval {
  readonly level: ApprovalLevel;
  readonly when: Condition | null;
  readonly source: Reason['source'];
  readonly status: RuleStatus;
}

export interface Limit {
  readonly days: number;
  readonly kind: 'working' | 'calendar';
  readonly when: Condition | null;
  readonly source: Reason['source'];
  readonly status: RuleStatus;
}

/** A hint that decides nothing. */
export interface Advice {
  readonly id: string;
  readonly when: Condition;
  readonly text: Bilingual;
  readonly source: Reason['source'];
}

/** A part that holds of some cases only, ready to be asked. */
type Compiled<Raw> = Omit<Raw, 'when'> & { readonly when: Condition | null };

/** Who may apply, and the papers that show it. */
export type Applicant = Compiled<RawApplicant>;
/** A step of the run, and who may take it. */
export type Step = Compiled<RawStep>;
/** A comparison or visit record the law demands. */
export type Check = Compiled<RawCheck>;
/** A charge in yuan; null is left to the price authority. */
export type Fee = Compiled<RawFee>;

/** A procedure ready to be judged. */
export interface Procedure {
  readonly id: string;
  readonly names: Bilingual;
  readonly rules: readonly Rule[];
  /** Empty when nobody can come along. */
  readonly companionRules: readonly Rule[];
  readonly materials: readonly MaterialGroup[];
  readonly approvals: readonly Approval[];
  readonly limits: readonly Limit[];
  readonly documents: readonly MaterialChoice[];
  /** Ids of its situation questions, in its own order. */
  readonly questions: readonly string[];
  readonly advice: readonly Advice[];
  /** Procedures offered when this one does not fit, in their order. */
  readonly otherPaths: readonly string[];
  /** Items of the national catalogue, `C01` … `C60`. */
  readonly catalogue: readonly string[];
  readonly effect: RegisterEffect;
  /** What it concerns and asks for beside situation and papers. */
  readonly page: RawPage;
  readonly applicants: readonly Applicant[];
  readonly steps: readonly Step[];
  readonly checks: readonly Check[];
  readonly fees: readonly Fee[];
}

/** A situation question with every fact it can settle. */
export interface SituationQuestion {
  readonly raw: RawQuestion;
  /** Facts it is asked for. */
  readonly settles: readonly string[];
  /** Those, and what an answer «none» says along with them. */
  readonly covers: readonly string[];
}

/** Names of a material or a document. */
export interface Named {
  readonly names: Bilingual;
  readonly hint: Bilingual | null;
}

/** A paper somebody brings, and the department that can be asked instead (article 9); null while none can. */
export interface NamedMaterial extends Named {
  readonly verifiedBy: Department | null;
}

/** A paper the program hands out, and the form that prints it; null while there is none. */
export interface NamedDocument extends Named {
  readonly form: string | null;
  /** How many copies a case needs. */
  readonly copies: number;
  /** Overprinted on numbered sheets that are accounted for one by one. */
  readonly isStock: boolean;
}

/** A loaded pack: checked, compiled, its examples passed. Plain data and pure functions; safe to share. */
export interface Pack {
  readonly id: string;
  readonly version: string;
  /** `liaoyuan@2026.1`, kept with every case. */
  readonly stamp: string;
  readonly names: Bilingual;
  readonly inForceFrom: string;
  readonly sources: ReadonlyMap<string, LegalSource>;
  readonly catalogue: FactCatalogue;
  readonly materials: ReadonlyMap<string, NamedMaterial>;
  readonly documents: ReadonlyMap<string, NamedDocument>;
  readonly procedures: ReadonlyMap<string, Procedure>;
  /** Judged when no procedure is chosen. */
  readonly entry: readonly Procedure[];
  readonly otherPaths: readonly Procedure[];
  readonly questions: readonly SituationQuestion[];
  readonly examples: readonly RawExamples[];
  readonly calendar: PackCalendar;
  /** Figures that the law leaves to the place. */
  readonly figures: Readonly<Record<keyof RawFigures, number>>;
  /** Rights and services by status; empty when the pack has no entitlements.yaml. */
  readonly entitlements: readonly RawEntitlement[];
  /** Kinds of certificates, issued and refused; empty when the pack has no certificates.yaml. */
  readonly certificates: readonly RawCertificate[];
}

/** The verdict that rules with these answers give. */
export function verdictOf(answers: readonly Truth[]): Verdict {
  if (answers.includes(false)) return 'ineligible';
  return answers.includes(null) ? 'incomplete' : 'eligible';
}
