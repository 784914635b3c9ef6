function parts(instant: string): { year: number; month: number; day: number; time: string; seconds: string } {
  const at = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    year: at.getFullYear(),
    month: at.getMonth() + 1,
    day: at.getDate(),
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
    seconds: two(at.getSeconds()),
  };
}

/** `10:42:07` of this computer's clock. */
export function clockTime(instant: string): string {
  const { time, seconds } = parts(instant);
  return `${time}:${seconds}`;
}

/** `10:42` today, `2026-11-20 10:42` on another day. */
export function moment(instant: string): string {
  const { year, month, day, time } = parts(instant);
  const now = parts(new Date().toISOString());
  if (year === now.year && month === now.month && day === now.day) return time;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')} ${time}`;
}
