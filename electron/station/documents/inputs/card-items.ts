import type { CodeTableName } from '../../../../shared/domain/codes.ts';
import { formatZh, isRealDay } from '../../../../shared/domain/plain-date.ts';
import type { Person } from '../../../../shared/domain/records.ts';
import type { Database } from '../../store/database.ts';
import { type HistoryLine, listHistory } from '../../store/happenings.ts';
import { findOperator } from '../../store/operators.ts';
import { word } from './person-words.ts';
import { relationWords } from './relation-words.ts';

/** The items of the 常住人口登记卡 as it names them, in its order. */
const itemNames = {
  name: '姓名',
  formerName: '曾用名',
  sex: '性别',
  birthplace: '出生地',
  ethnicity: '民族',
  nativePlace: '籍贯',
  bornOn: '出生日期',
  otherAddress: '本市（县）其他住址',
  religion: '宗教信仰',
  citizenId: '公民身份号码',
  heightCm: '身高',
  bloodType: '血型',
  education: '文化程度',
  maritalStatus: '婚姻状况',
  military: '兵役状况',
  workplace: '服务处所',
  occupation: '职业',
  arrivedInCity: '何时由何地迁来本市（县）',
  arrivedAtAddress: '何时由何地迁来本址',
} as const satisfies Partial<Record<keyof Person, string>>;
export type CardItem = keyof typeof itemNames;
const cardItems = Object.keys(itemNames) as CardItem[];

const tables: Partial<Record<CardItem, CodeTableName>> = {
  sex: 'sex',
  ethnicity: 'ethnicity',
  education: 'education',
  maritalStatus: 'marital',
  military: 'military',
  bloodType: 'blood',
};

/** Name of a card item; null for a field that stands on no card. */
export function itemName(field: string): string | null {
  return Object.hasOwn(itemNames, field) ? itemNames[field as CardItem] : null;
}

/** Older records tell days of arrival in figures. */
const daysInWords = (text: string): string =>
  text.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => (isRealDay(day) ? formatZh(day) : day));

/** A value of a card item in words; nothing for an empty one. */
export function itemWords(item: string, value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (item === 'bornOn') return formatZh(String(value));
  if (item === 'heightCm') return `${value}厘米`;
  if (item === 'arrivedInCity' || item === 'arrivedAtAddress') return daysInWords(String(value));
  const table = tables[item as CardItem];
  return table ? word(table, String(value)) : String(value);
}

/** An item that was changed or corrected, in words; undefined: empty. */
export interface ItemChange {
  readonly eventId: string;
  readonly item: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly changedOn: string;
  /** Empty where another computer did it. */
  readonly officer: string;
}

function changesOf(database: Database, line: HistoryLine, items: readonly Item[]): ItemChange[] {
  const { before, after } = line;
  if (before === null || line.reversedBy !== null || line.eventKind === 'event.reversed') return [];
  const officer = line.operatorId === null ? '' : (findOperator(database, line.operatorId)?.name ?? '');
  return items
    .map(({ key, name, words }) => ({ name, before: words(before[key]), after: words(after[key]) }))
    .filter((change) => change.before !== change.after)
    .map(({ name, ...change }) => ({
      eventId: line.eventId,
      item: name,
      ...change,
      changedOn: line.registeredOn,
      officer,
    }));
}

interface Item {
  readonly key: string;
  readonly name: string;
  readonly words: (value: unknown) => string | undefined;
}

const personItems: readonly Item[] = cardItems.map((key) => ({
  key,
  name: itemNames[key],
  words: (value) => itemWords(key, value),
}));

/** Every change of somebody's card items that this copy knows, the oldest first; what was undone since is left out. */
export function listItemChanges(database: Database, personId: string): ItemChange[] {
  return listHistory(database, 'person', personId)
    .toReversed()
    .flatMap((line) => changesOf(database, line, personItems));
}

/** Every change of the relation to the head within one stay in a household, the oldest first. */
export function listRelationChanges(database: Database, membershipId: string, person: Person): ItemChange[] {
  const words = (code: unknown) => (typeof code === 'string' ? relationWords(code, person, null) : undefined);
  const items = [{ key: 'relation', name: '户主或与户主关系', words }];
  return listHistory(database, 'membership', membershipId)
    .toReversed()
    .flatMap((line) => changesOf(database, line, items));
}
