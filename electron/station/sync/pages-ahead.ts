import type { Answer } from '../../../shared/contract/errors.ts';
import type { ChangesAnswer } from '../../../shared/contract/registry.ts';
import type { RegistryClient } from './registry-client.ts';

/** So many pages are on their way or waiting to be written: while one is written, the registry makes the next. */
const pagesAtOnce = 3;

type Page = Answer<ChangesAnswer>;

/**
 * The pages of the change feed after a cursor, in their order, asked for ahead of being taken. `sizeOf` tells how many changes to ask for.
 * Ends behind the last page there is, or behind the first that did not come.
 */
export async function* pagesAhead(
  client: Pick<RegistryClient, 'changes'>,
  cursor: number,
  sizeOf: () => number,
): AsyncGenerator<Page, void> {
  const after = (page: Page | null) =>
    page?.ok && page.value.hasMore ? client.changes(page.value.next, sizeOf()) : null;
  const ahead: Promise<Page | null>[] = [client.changes(cursor, sizeOf())];
  for (;;) {
    for (let last = ahead.at(-1); last && ahead.length < pagesAtOnce; last = ahead.at(-1)) ahead.push(last.then(after));
    const page = await ahead.shift();
    if (!page) return;
    yield page;
  }
}
