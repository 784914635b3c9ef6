import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** What a trainer (or a test) may do to the practice world: cut the line to the registry, let the service crash. */
export const PracticeOrder = z.strictObject({
  id: z.number().int(),
  order: z.enum(['registry-off', 'registry-on', 'service-crash']),
});
export type PracticeOrder = z.infer<typeof PracticeOrder>;

type Hands = Readonly<Record<PracticeOrder['order'], () => Promise<void> | void>>;

const lookEveryMs = 150;

/**
 * Practice mode only: obeys orders written as JSON into a file that the environment names (`LUOHU_PRACTICE_CONTROL`), and writes the id of
 * each finished order into `<file>.done`. No window can reach it, and outside practice mode it does not exist.
 */
export function obeyPracticeOrders(file: string, hands: Hands): () => void {
  let lastId = 0;
  const look = async () => {
    const order = readOrder(file);
    if (!order || order.id === lastId) return;
    lastId = order.id;
    await hands[order.order]();
    writeFileSync(`${file}.done`, String(order.id));
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  return () => clearInterval(timer);
}

/** A file that is being written just now is read at the next look. */
function readOrder(file: string): PracticeOrder | null {
  if (!existsSync(file)) return null;
  try {
    return PracticeOrder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
