/** Why people move out of the city. */
export const moveReasons = [
  'work',
  'transfer',
  'business',
  'home',
  'spouse',
  'child',
  'parent',
  'admitted',
  'graduated',
  'military-family',
  'other',
] as const;
export type MoveReason = (typeof moveReasons)[number];

/** The words that stand on the migration certificate (迁移原因) and in the register; papers are in Chinese whatever the screen speaks. */
export const moveReasonNames: Readonly<Record<MoveReason, string>> = {
  work: '务工',
  transfer: '工作调动、录用',
  business: '经商、创业',
  home: '购（租）房',
  spouse: '夫妻投靠',
  child: '子女投靠父母',
  parent: '父母投靠子女',
  admitted: '大中专院校录取',
  graduated: '大中专院校毕业',
  'military-family': '随军',
  other: '其他',
};
