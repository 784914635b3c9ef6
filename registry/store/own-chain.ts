import { PushOutcome } from '../../shared/contract/registry.ts';
import type { Queryable } from './database.ts';

/** Number and hash of the newest event taken from the device; 0 and 64 zeros before the first. */
export async function getChainHead(database: Queryable, deviceId: string): Promise<{ seq: number; hash: string }> {
  const [head] = await database.query<{ seq: number; hash: string }>(
    'SELECT head_seq::float8 AS seq, head_hash AS hash FROM devices WHERE device_id = $1',
    [deviceId],
  );
  if (!head) throw new Error('a device that signed is not kept');
  return head;
}

/** The hash of the device's event of that number, or null. */
export async function findHashAt(database: Queryable, deviceId: string, seq: number): Promise<string | null> {
  const [row] = await database.query<{ hash: string }>('SELECT hash FROM events WHERE device_id = $1 AND seq = $2', [
    deviceId,
    seq,
  ]);
  return row?.hash ?? null;
}

/** The device's events after that number in their order, as they were sent, with their answers. */
export async function listOwnEvents(
  database: Queryable,
  deviceId: string,
  { afterSeq, limit }: { readonly afterSeq: number; readonly limit: number },
): Promise<{ body: string; outcome: PushOutcome }[]> {
  const rows = await database.query<{ body: string; answer: string }>(
    'SELECT body, answer FROM events WHERE device_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
    [deviceId, afterSeq, limit],
  );
  return rows.map(({ body, answer }) => ({ body, outcome: PushOutcome.parse(JSON.parse(answer)) }));
}
