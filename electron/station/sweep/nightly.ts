const hourMs = 3_600_000;
/** China keeps UTC+8 with no summer time since 1991. */
const aheadMs = 8 * hourMs;
const dayMs = 24 * hourMs;
/** A sweep runs by itself from one o'clock until five. */
const beginsMs = 1 * hourMs;
const endsMs = 5 * hourMs;
/** After a night on which the program did not run, it runs when nobody has done anything for so long. */
const idleEnoughMs = 5 * 60_000;

/** Times in milliseconds since 1970. */
export interface Night {
  readonly nowMs: number;
  /** When the last sweep began, by itself or asked for; null: none ever did. */
  readonly lastStartMs: number | null;
  /** When somebody last did something at a window of this computer. */
  readonly lastCallMs: number;
}

/** Whether the sweep of the night is due: once each night between 01:00 and 05:00 at the counter, or when first idle after a missed one. */
export function isSweepDue({ nowMs, lastStartMs, lastCallMs }: Night): boolean {
  const sinceMidnightMs = (nowMs + aheadMs) % dayMs;
  const midnightMs = nowMs - sinceMidnightMs;
  const nightMs = midnightMs + beginsMs - (sinceMidnightMs < beginsMs ? dayMs : 0);
  if (lastStartMs !== null && lastStartMs >= nightMs) return false;
  const isNight = sinceMidnightMs >= beginsMs && sinceMidnightMs < endsMs;
  return isNight || nowMs - lastCallMs >= idleEnoughMs;
}
