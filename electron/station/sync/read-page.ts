import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { ChangesAnswer } from '../../../shared/contract/registry.ts';

/** After so long everybody else gets a turn: by the clock, since what is read first takes ten times as long. */
const atOnceMs = 2;

/** A page of the change feed whose changes and events are not read yet. */
export const UnreadPage = ChangesAnswer.extend({ changes: z.array(z.unknown()), events: z.array(z.unknown()) });
export type UnreadPage = z.infer<typeof UnreadPage>;

/** Reads a page by its schema, with turns for everybody else in between; null: it is not what the protocol says. */
export async function readPage(unread: UnreadPage): Promise<ChangesAnswer | null> {
  const { changes, events } = ChangesAnswer.shape;
  const read = {
    changes: await readMembers(unread.changes, changes.element),
    events: await readMembers(unread.events, events.element),
  };
  return read.changes && read.events ? { ...unread, changes: read.changes, events: read.events } : null;
}

async function readMembers<S extends z.ZodType>(members: readonly unknown[], schema: S): Promise<z.output<S>[] | null> {
  const read: z.output<S>[] = [];
  let until = performance.now() + atOnceMs;
  for (const member of members) {
    const parsed = schema.safeParse(member);
    if (!parsed.success) return null;
    read.push(parsed.data);
    if (performance.now() < until) continue;
    await nextTurn();
    until = performance.now() + atOnceMs;
  }
  return read;
}
