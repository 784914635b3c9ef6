import { z } from 'zod';

const Words = z.strictObject({ zh: z.string(), en: z.string() });
export const Bilingual = Words;
export type Bilingual = z.infer<typeof Words>;

export const Verdict = z.enum(['eligible', 'ineligible', 'incomplete']);
export type Verdict = z.infer<typeof Verdict>;

/** One rule's answer with the paragraph behind it. */
export const Reason = z.strictObject({
  rule: z.string(),
  holds: z.boolean().nullable(),
  source: z.strictObject({ doc: z.string(), article: z.string() }),
  text: Words,
});
export type Reason = z.infer<typeof Reason>;

const AnyOf = z.strictObject({ anyOf: z.array(z.string()) });

/** The verdict on one route, exactly as the command `decide` prints it. */
export const Route = z.strictObject({
  procedure: z.string(),
  name: Words,
  verdict: Verdict,
  reasons: z.array(Reason),
  missingFacts: z.array(z.string()),
  companions: z.array(z.strictObject({ index: z.number().int(), verdict: Verdict, reasons: z.array(Reason) })),
  materials: z.strictObject({ needed: z.array(AnyOf), missing: z.array(AnyOf) }),
  approvals: z.array(z.enum(['station', 'county', 'prefecture'])),
  limit: z.strictObject({ days: z.number().int(), kind: z.enum(['working', 'calendar']) }).nullable(),
  documents: z.array(z.string()),
});
export type Route = z.infer<typeof Route>;

export const VerdictReport = z.strictObject({ pack: z.string(), asOf: z.string(), routes: z.array(Route) });
export type VerdictReport = z.infer<typeof VerdictReport>;

/** A situation question whose answer narrows the routes; `fact` is the path the answer is kept under in `draft.answers`. */
export const Question = z.strictObject({
  id: z.string(),
  fact: z.string(),
  text: Words,
  hint: Words.nullable(),
  kind: z.enum(['choice', 'yes-no', 'date']),
  options: z.array(z.strictObject({ value: z.union([z.string(), z.boolean(), z.number()]), text: Words })),
});
export type Question = z.infer<typeof Question>;

/** For a route that does not fit: what would change it, and which other ways are open. */
export const RouteAdvice = z.strictObject({
  procedure: z.string(),
  changes: z.array(Words),
  otherPaths: z.array(z.strictObject({ procedure: z.string(), name: Words })),
});
export type RouteAdvice = z.infer<typeof RouteAdvice>;
