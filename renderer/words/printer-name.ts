import { useWords } from '../language.ts';

/** A printer as people call it: queues by their own names. */
export function usePrinterName(): (printer: string) => string {
  const say = useWords();
  return (printer) => {
    if (printer === 'folder') return say('documents.folder');
    return printer === 'default' ? say('calibration.usual') : printer;
  };
}
