import type { ReactElement } from 'react';
import { useWords } from '../language.ts';
import { moment } from '../signs/moments.ts';

/** How old the copy is that a page of the register was read from. */
export function CopyAge({ copyAsOf }: { copyAsOf: string | null }): ReactElement {
  const say = useWords();
  return (
    <p className="quiet">{copyAsOf === null ? say('sync.noCopy') : say('sync.copyAsOf', { at: moment(copyAsOf) })}</p>
  );
}
