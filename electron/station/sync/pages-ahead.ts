import type { Answer } from '../../../shared/contract/errors.ts';
import type { ChangesAnswer } from '../../../shared/contract/registry.ts';
import type { RegistryClient } from './registry-client.ts';
import type { FeedPlace } from './sync-settings.ts';

/** So many pages are on their way or waiting to be written: while one is written, the registry makes the next. */
const pagesAtOnce = 3;

type Page = Answer<ChangesAnswer>;

/**
 * The pages of the change feed after a place, in their order, asked for ahead of being taken, so many changes at once.
 * Ends behind the last page there is, or behind the first that did not come.
 */
export async function* pagesAhead(
  client: Pick<RegistryClient, 'changes'>,
  place: FeedPlace,
  changes: number,
): AsyncGenerator<Page, void> {
  const after = (page: Page | null) =>
    page?.ok && page.value.hasMore ? client.changes({ cursor: page.value.next, mark: page.value.mark }, changes) : null;
  const ahead: Promise<Page | null>[] = [client.changes(place, changes)];
  for (;;) {
    for (let last = ahead.at(-1); last && ahead.length < pagesAtOnce; last = ahead.at(-1)) ahead.push(last.then(after));
    const page = await ahead.shift();
    if (!page) return;
    yield page;
  }
}
