import { type NameKeys, nameKeys } from '../../../shared/domain/name-keys.ts';

/** Keys of given names and surnames met so far; people share both, and asking the dictionary takes 20 µs. */
const kept = new Map<string, NameKeys>();
const keptAtMost = 50_000;

function keysOf(text: string): NameKeys {
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= keptAtMost) kept.clear();
  const keys = nameKeys(text);
  kept.set(text, keys);
  return keys;
}

/** Surnames of two characters: their reading is not that of the two apart (单于, 尉迟, 万俟, 长孙, 澹台). */
const compoundSurnames = new Set([
  ...[
    '欧阳',
    '司马',
    '上官',
    '诸葛',
    '令狐',
    '尉迟',
    '慕容',
    '长孙',
    '皇甫',
    '夏侯',
    '东方',
    '公孙',
    '单于',
    '万俟',
    '澹台',
  ],
  ...[
    '宇文',
    '轩辕',
    '鲜于',
    '闾丘',
    '司徒',
    '司空',
    '亓官',
    '仲孙',
    '太叔',
    '申屠',
    '公冶',
    '宗政',
    '濮阳',
    '淳于',
    '呼延',
    '端木',
  ],
]);

/** 王 has one reading: put before a given name it keeps the surname's rules away from it. */
const plainSurname = '王';

/**
 * Full pinyin and initials a name is found by, all readings. An ordinary name is put together from its surname and its given
 * name, each asked of the dictionary once; any other is asked whole.
 */
export function lettersOf(name: string, namePinyin: string | null): string[] {
  const characters = [...name];
  const isOrdinary = namePinyin === null && (characters.length === 2 || characters.length === 3);
  if (!isOrdinary || compoundSurnames.has(characters.slice(0, 2).join(''))) {
    const keys = nameKeys(name, namePinyin);
    return [...new Set([...keys.pinyin, ...keys.initials])];
  }
  const surname = keysOf(characters[0] ?? '');
  const given = keysOf(plainSurname + characters.slice(1).join(''));
  const pinyin = surname.pinyin.flatMap((head) => given.pinyin.map((rest) => head + rest.slice('wang'.length)));
  const initials = surname.initials.flatMap((head) => given.initials.map((rest) => head + rest.slice(1)));
  return [...new Set([...pinyin, ...initials])];
}
