import { z } from 'zod';
import {
  RawCommon,
  RawDocuments,
  RawExamples,
  RawFacts,
  RawMaterials,
  RawPack,
  RawProcedure,
  RawQuestions,
} from './pack.ts';
import { RawCalendar, RawCertificates, RawEntitlements } from './pack-tables.ts';

/** Every kind of file of a pack with its shape. */
const shapes: Readonly<Record<string, z.ZodType>> = {
  pack: RawPack,
  facts: RawFacts,
  questions: RawQuestions,
  materials: RawMaterials,
  documents: RawDocuments,
  common: RawCommon,
  procedure: RawProcedure,
  examples: RawExamples,
  calendar: RawCalendar,
  entitlements: RawEntitlements,
  certificates: RawCertificates,
};

/**
 * JSON Schema (2020-12) of each kind of file, by file name, for editors that complete and check YAML while it is written. What only
 * the loader can know, such as ids that lead nowhere, is left to `pack check`.
 */
export function editorSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
      return [`${name}.json`, `${JSON.stringify({ title: `Luohu policy pack: ${name}`, ...schema }, null, 2)}\n`];
    }),
  );
}
