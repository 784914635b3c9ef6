import type { ReactElement } from 'react';
import { useWords } from '../language.ts';
import { Notice } from '../signs/notice.tsx';

/** Which printer took a paper; nothing before one did. The practice printer is a folder and has no name of its own. */
export function PrinterLine({ printer }: { printer: string | null }): ReactElement | null {
  const say = useWords();
  if (printer === null) return null;
  const name = printer === 'folder' ? say('documents.folder') : printer;
  return <Notice tone="good">{say('documents.sent', { printer: name })}</Notice>;
}
