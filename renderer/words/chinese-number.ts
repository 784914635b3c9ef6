const chineseDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** 1 → 一, 25 → 二十五: how law counts its articles. Above 99 the digits themselves. */
export function chineseNumber(number: number): string {
  if (number <= 10) return chineseDigits[number] ?? String(number);
  if (number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 1 ? '' : chineseDigits[tens]}十${ones === 0 ? '' : chineseDigits[ones]}`;
}
