/**
 * Forms of one component as it is written in different places of a character, simplified and traditional alike: whoever types one
 * means any. Components that only look alike (月 and 肉) stand in two groups.
 */
const groups: readonly string[] = [
  '王玉𤣩',
  '水氵氺',
  '手扌龵',
  '人亻𠆢',
  '心忄⺗',
  '火灬',
  '刀刂',
  '犬犭',
  '示礻',
  '衣衤',
  '言讠訁',
  '金钅釒',
  '食饣飠',
  '糸纟糹',
  '艸艹',
  '竹𥫗',
  '月⺼⺝肉',
  '足⻊𧾷',
  '辵辶⻌⻍⻎',
  '攴攵',
  '网罒⺲⺳',
  '西覀襾',
  '牛牜',
  '爪爫',
  '老耂',
  '雨⻗',
  '羊⺶⺷𦍌',
  '虎虍',
  '小⺌⺍',
  '卜⺊',
  '阜阝',
  '邑阝',
  '车車',
  '贝貝',
  '见見',
  '门門',
  '马馬',
  '鱼魚',
  '鸟鳥',
  '页頁',
  '风風',
  '龙龍',
  '齿齒',
  '麦麥',
  '黄黃',
  '长長镸',
  '韦韋',
  '卤鹵',
  '东東',
  '鸟鳥',
];

const formsOf = new Map<string, readonly string[]>();
for (const group of groups) {
  for (const form of group) formsOf.set(form, [...new Set([...(formsOf.get(form) ?? []), ...group])]);
}

/** All forms of a component, itself among them. */
export function componentForms(component: string): readonly string[] {
  return formsOf.get(component) ?? [component];
}
