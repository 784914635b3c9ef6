import { useEffect, useState } from 'react';
import { loadCharacterTable } from '../../shared/domain/character-table.ts';
import { readCodePoints } from '../../shared/domain/private-characters.ts';
import type { CharacterTable, HanCharacter } from '../../shared/domain/rare-characters.ts';

/** The table while the picker is open; null while it is being read. */
function useCharacterTable(): CharacterTable | null {
  const [table, setTable] = useState<CharacterTable | null>(null);
  useEffect(() => {
    let isShown = true;
    void loadCharacterTable().then((loaded) => {
      if (isShown) setTable(loaded);
    });
    return () => {
      isShown = false;
    };
  }, []);
  return table;
}

/** Characters for what was typed: by components, strokes, or the code point itself; null while the table is being read. */
export function useFoundCharacters(typed: string): readonly HanCharacter[] | null {
  const table = useCharacterTable();
  if (table === null) return null;
  const named = readCodePoints(typed.trim());
  const said = named === typed.trim() ? null : table.describe(named);
  return said === null ? table.find(typed) : [said];
}
