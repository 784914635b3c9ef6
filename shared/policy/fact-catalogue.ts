import { z } from 'zod';
import type { Bilingual } from '../contract/verdict.ts';
import { isRealDay } from '../domain/plain-date.ts';
import type { FactDefinition, RawFacts } from './pack.ts';

/** A fact with the path rules name it by; a companion's own facts stand under `companion.`. */
export interface Fact {
  readonly path: string;
  readonly kind: FactDefinition['kind'];
  readonly names: Bilingual;
  /** Names of the values of a choice. */
  readonly values: ReadonlyMap<string, Bilingual>;
  /** Values that say nothing and count as not known. */
  readonly unknown: ReadonlySet<string>;
}

/** Every fact of a pack, and the strict shape of a case made of them. */
export interface FactCatalogue {
  /** The fact at a path (`residence.basis`, `companion.relation`), null when the pack has none. */
  find(path: string): Fact | null;
  list(): readonly Fact[];
  /** Groups that may be null: known not to be there. */
  readonly nullable: ReadonlySet<string>;
  readonly schema: z.ZodType<Record<string, unknown>>;
}

const earliestYear = 1850;
const latestYear = 2150;

const factSchemas: Record<FactDefinition['kind'], (fact: FactDefinition) => z.ZodType> = {
  choice: (fact) => z.enum(Object.keys(fact.values ?? {})),
  boolean: () => z.boolean(),
  date: () => z.string('expected a date YYYY-MM-DD').refine(isDayInReach, 'expected a date YYYY-MM-DD'),
  count: () => z.number().min(0, 'expected 0 or more').max(150, 'expected 150 or less'),
  division: () => z.string('expected six digits').regex(/^\d{6}$/, 'expected six digits'),
  'citizen-number': () =>
    z.string('expected 18 characters').regex(/^\d{17}[\dX]$/, 'expected 17 digits and a digit or X'),
};

function isDayInReach(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return isRealDay(text) && year >= earliestYear && year <= latestYear;
}

/** A day of a case: real, and near enough that date arithmetic stays inside the calendar. */
const CaseDay = factSchemas.date({ kind: 'date', names: { zh: '日期', en: 'date' }, unknown: [] });

/** Builds the catalogue; `procedures` and `materials` are the ids a case may name. */
export function buildCatalogue(
  raw: RawFacts,
  procedures: readonly string[],
  materials: readonly string[],
): FactCatalogue {
  const facts = new Map<string, Fact>();
  for (const [path, fact] of Object.entries(raw.facts)) facts.set(path, named(path, fact));
  for (const [key, fact] of Object.entries(raw.companion))
    facts.set(`companion.${key}`, named(`companion.${key}`, fact));
  const nullable = new Set(raw.nullable);
  return {
    find: (path) => facts.get(path) ?? null,
    list: () => [...facts.values()],
    nullable,
    schema: caseSchema(raw, nullable, procedures, materials),
  };
}

function named(path: string, fact: FactDefinition): Fact {
  return {
    path,
    kind: fact.kind,
    names: fact.names,
    values: new Map(Object.entries(fact.values ?? {})),
    unknown: new Set(fact.unknown),
  };
}

function caseSchema(
  raw: RawFacts,
  nullable: ReadonlySet<string>,
  procedures: readonly string[],
  materials: readonly string[],
): z.ZodType<Record<string, unknown>> {
  const companion = Object.fromEntries(
    Object.entries(raw.companion).map(([key, fact]) => [key, factSchema(fact).optional()]),
  );
  const material = z.enum(materials);
  return z.strictObject({
    asOf: CaseDay,
    procedure: z.enum(procedures).optional(),
    ...groupShapes('', Object.entries(raw.facts), nullable),
    companions: z.array(z.strictObject(companion)).max(50, 'expected at most 50').optional(),
    materials: z
      .array(z.union([material, z.strictObject({ id: material, state: z.enum(['paper', 'verified', 'promised']) })]))
      .optional(),
  });
}

function factSchema(fact: FactDefinition): z.ZodType {
  const make = factSchemas[fact.kind];
  return make(fact);
}

/** The dotted paths as nested strict objects, every part optional. */
function groupShapes(
  prefix: string,
  facts: readonly (readonly [string, FactDefinition])[],
  nullable: ReadonlySet<string>,
): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {};
  for (const key of new Set(facts.map(([path]) => path.split('.')[0] ?? ''))) {
    const members = facts.filter(([path]) => path === key || path.startsWith(`${key}.`));
    const leaf = members.find(([path]) => path === key);
    const schema = leaf ? factSchema(leaf[1]) : groupSchema(prefix + key, key, members, nullable);
    shape[key] = schema.optional();
  }
  return shape;
}

function groupSchema(
  path: string,
  key: string,
  members: readonly (readonly [string, FactDefinition])[],
  nullable: ReadonlySet<string>,
): z.ZodType {
  const inner = members.map(([name, fact]) => [name.slice(key.length + 1), fact] as const);
  const group = z.strictObject(groupShapes(`${path}.`, inner, nullable));
  return nullable.has(path) ? group.nullable() : group;
}
