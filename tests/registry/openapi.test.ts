import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeOpenApi } from '../../registry/openapi.ts';
import { registryPaths } from '../../shared/contract/registry.ts';

const Description = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.unknown()) }))),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

describe('the description of the protocol', () => {
  const description = Description.parse(makeOpenApi());

  it('names every path but its own', () => {
    const { openapi: _, ...paths } = registryPaths;
    expect(Object.keys(description.paths).sort()).toEqual(Object.values(paths).sort());
  });

  it('refers only to schemas it holds', () => {
    const text = JSON.stringify(description.paths);
    const named = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(8);
    for (const name of named) expect(Object.keys(description.components.schemas)).toContain(name);
  });

  it('says what the query of the feed may hold', () => {
    const { get } = description.paths[registryPaths.changes] ?? {};
    expect(get?.parameters).toEqual([
      { name: 'cursor', in: 'query', required: true, schema: expect.objectContaining({ type: 'integer', minimum: 0 }) },
      {
        name: 'limit',
        in: 'query',
        required: false,
        schema: expect.objectContaining({ maximum: 5000, default: 1000 }),
      },
      { name: 'mark', in: 'query', required: false, schema: expect.objectContaining({ type: 'string' }) },
    ]);
  });

  it('carries the limits of the schemas that check requests', () => {
    expect(JSON.stringify(description.components.schemas.PushRequest)).toContain('"maxItems":100');
  });
});
