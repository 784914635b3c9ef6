/** Officials' clocks show Beijing time wherever the computer believes it stands; China has no summer time. */
const beijingMs = 8 * 3_600_000;

function parts(instant: string): { year: number; month: number; day: number; time: string; seconds: string } {
  const at = new Date(Date.parse(instant) + beijingMs);
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    time: `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`,
    seconds: two(at.getUTCSeconds()),
  };
}

/** `10:42:07`. */
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
