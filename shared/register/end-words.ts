/** Why a registration ends. `death-notice`: a death nobody declared, cancelled after a notice (N21 §33). */
export const endReasons = ['death', 'death-notice', 'settled-abroad', 'nationality', 'duplicate', 'false'] as const;
export type EndReason = (typeof endReasons)[number];

/** The same as 登记表 and 注销证明 write it (注销原因, N21 §34) and as a person's `endReason` keeps it. */
export const endWords: Readonly<Record<EndReason, string>> = {
  death: '死亡',
  'death-notice': '死亡（公示后注销）',
  'settled-abroad': '出国（境）定居',
  nationality: '加入外国国籍或者退出中国国籍',
  duplicate: '重复户口',
  false: '虚假户口',
};

/** Whether the person is dead by it. */
export function isDeath(reason: EndReason): boolean {
  return reason === 'death' || reason === 'death-notice';
}
