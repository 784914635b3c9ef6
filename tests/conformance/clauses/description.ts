import { z } from 'zod';
import { registryPaths } from '../../../shared/contract/registry.ts';
import { type Clause, equal } from '../clause.ts';

const Operation = z.looseObject({
  responses: z.record(z.string(), z.looseObject({ description: z.string() })),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
});
const Description = z.looseObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.enum(['get', 'post']), Operation.optional())),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});
type Description = z.infer<typeof Description>;

/** Where every `$ref` points, and what lies there. */
function danglingRefs(description: Description): string[] {
  const refs = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '');
  return [...new Set(refs)].filter((ref) => {
    const steps = ref.replace(/^#\//, '').split('/');
    return (
      steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], description) ===
      undefined
    );
  });
}

const paths = {
  get: [
    'health',
    'ownChain',
    'changes',
    'snapshot',
    'copies',
    'copy',
    'inquiryAnswers',
    'openInquiries',
    'papers',
    'identity',
    'keys',
    'packs',
    'pack',
    'anchors',
  ],
  post: ['enrol', 'events', 'leases', 'inquiries', 'inquiryAnswer', 'keys', 'anchors'],
} as const;

/** What the registry says of itself. */
export const descriptionRules: readonly Clause[] = [
  {
    id: 'P1',
    says: 'the shapes of all bodies are in /v1/openapi.json, a valid OpenAPI 3.1',
    check: async ({ a }) => {
      const description = Description.parse(await (await a.plain('GET', registryPaths.openapi)).json());
      for (const method of ['get', 'post'] as const) {
        const missing = paths[method].filter((name) => !description.paths[registryPaths[name]]?.[method]);
        equal(`paths without ${method}`, missing, []);
      }
      equal('references to nothing', danglingRefs(description), []);
      equal('the limit of a push', JSON.stringify(description.components.schemas).includes('"maxItems":100'), true);
    },
  },
];
