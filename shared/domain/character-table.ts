import { CharacterTable } from './rare-characters.ts';

let loading: Promise<CharacterTable> | null = null;

/** The table of all 汉字, read when it is first asked for (3.7 MB) and kept. */
export function loadCharacterTable(): Promise<CharacterTable> {
  loading ??= import('../../resources/codes/characters.json', { with: { type: 'json' } }).then(
    ({ default: file }) => new CharacterTable(file.lines),
  );
  return loading;
}
