import { createInterface } from 'node:readline';
import type { FastifyInstance } from 'fastify';
import { registryPaths, SnapshotHeader } from '../../shared/contract/registry.ts';

/** The lines of the first fill as the route gives them. @throws when it broke off: no part of a copy may be carried away */
export async function* snapshotLines(app: FastifyInstance): AsyncGenerator<string> {
  const response = await app.inject({ method: 'GET', url: registryPaths.snapshot, payloadAsStream: true });
  let expected = -1;
  let seen = 0;
  for await (const line of createInterface({ input: response.stream(), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (expected < 0) expected = countOf(line);
    seen += 1;
    yield line;
  }
  if (seen !== expected) throw new Error('the snapshot broke off');
}

/** Lines of the whole snapshot, its header among them. */
function countOf(header: string): number {
  const { counts } = SnapshotHeader.parse(JSON.parse(header));
  return 1 + Object.values(counts).reduce((sum, count) => sum + count, 0);
}
