import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { ChangesAnswer } from '../../../shared/contract/registry.ts';

/** So many members are read at a go: about two milliseconds. */
const membersAtOnce = 200;

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
  for (const [index, member] of members.entries()) {
    const parsed = schema.safeParse(member);
    if (!parsed.success) return null;
    read.push(parsed.data);
    if (index % membersAtOnce === membersAtOnce - 1) await nextTurn();
  }
  return read;
}
