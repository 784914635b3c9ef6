import type { ConflictRow } from '../../../shared/contract/conflict.ts';
import { useWords } from '../../language.ts';

/** Whom a refused event is about, in words; the numbers of its sheets where it is about the stock. */
export function useConflictName(): (row: Pick<ConflictRow, 'procedure' | 'people'>) => string {
  const say = useWords();
  return ({ procedure, people }) => {
    const names = people.join(say('word.listComma'));
    return procedure.startsWith('stock.') ? say('conflict.stock', { numbers: names }) : names || say('list.unnamed');
  };
}
