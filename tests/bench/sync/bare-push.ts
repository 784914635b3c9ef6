import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import type { RegisterEvent } from '../../../shared/domain/events.ts';

/*
 * The same rows as a push leaves in the same tables, written by plain prepared statements: no HTTP, no signature, no schema, no rule,
 * nothing read. One transaction for each entry of a lane, a connection a lane, every commit on the disk.
 *
 * Less than the registry has to do: all of that. More than it does: a record's text goes to the server twice, once for the register and once for
 * the feed, and a transaction serves one push, where the registry writes the pushes that wait in one and lets the feed take the text from the
 * register. So the ratio may exceed one where pushes are small.
 */
export interface BareWork {
  readonly databaseUrl: string;
  readonly lanes: readonly (readonly (readonly RegisterEvent[])[])[];
}

const oneEvent = {
  head: 'UPDATE devices SET head_seq = $2, head_hash = $3 WHERE device_id = $1',
  record:
    'UPDATE records SET version = $3, event_id = $4, data = $5 WHERE kind = $1 AND record_id = $2 AND version = $3 - 1',
  event: `INSERT INTO events (event_id, device_id, station_code, seq, hash, body, outcome, answer, answered_at)
    VALUES ($1, $2, $3, $4, $5, $6, 'confirmed', $7, now())`,
  number: 'UPDATE feed_head SET last_seq = last_seq + 1 RETURNING last_seq',
  feed: `INSERT INTO feed (seq, position, station_code, event_id, readers, kind, record_id, version, data)
    VALUES ($1, $2, $3, $4, ARRAY[$3], $5, $6, $7, $8)`,
} as const;

const manyEvents = {
  record: `UPDATE records SET version = sent.version, event_id = sent.event_id, data = sent.data
    FROM json_to_recordset($1::text::json) AS sent (kind text, id text, version int, event_id text, data jsonb)
    WHERE records.kind = sent.kind AND record_id = sent.id AND records.version = sent.version - 1`,
  event: `INSERT INTO events (event_id, device_id, station_code, seq, hash, body, outcome, answer, answered_at)
    SELECT event_id, device_id, station_code, seq, hash, body, 'confirmed', answer, now() FROM json_to_recordset($1::text::json)
      AS sent (event_id text, device_id text, station_code text, seq bigint, hash text, body text, answer text)`,
  feed: `WITH taken AS (UPDATE feed_head SET last_seq = last_seq + $2::bigint RETURNING last_seq)
    INSERT INTO feed (seq, position, station_code, event_id, readers, kind, record_id, version, data)
    SELECT last_seq - back, position, station_code, event_id, ARRAY[station_code], kind, id, version, data
    FROM taken, json_to_recordset($1::text::json)
      AS sent (back int, position int, station_code text, event_id text, kind text, id text, version int, data jsonb)`,
} as const;

const answerOf = ({ eventId, effects }: RegisterEvent): string =>
  JSON.stringify({
    outcome: 'confirmed',
    eventId,
    confirmedAt: '2026-11-23T01:00:00.000Z',
    versions: effects.map(({ id, basedOn }) => ({ id, version: basedOn + 1 })),
  });

type Run = (
  name: keyof typeof oneEvent | `many-${keyof typeof manyEvents}`,
  values: unknown[],
) => Promise<pg.QueryResult>;

function runOn(client: pg.Client): Run {
  return (name, values) => {
    const text = name.startsWith('many-')
      ? manyEvents[name.slice(5) as keyof typeof manyEvents]
      : oneEvent[name as keyof typeof oneEvent];
    return client.query({ name, text, values });
  };
}

/** The JSON is made beforehand: what it takes to write is timed, not what it takes to prepare. */
function prepareOne(event: RegisterEvent): (run: Run) => Promise<void> {
  const { eventId, deviceId, stationCode, seq, hash, effects } = event;
  const [body, answer] = [canonicalJson(event), answerOf(event)];
  const records = effects.map(({ kind, id, basedOn, after }) => ({
    kind,
    id,
    version: basedOn + 1,
    data: JSON.stringify(after),
  }));
  return async (run) => {
    await run('head', [deviceId, seq, hash]);
    for (const { kind, id, version, data } of records) await run('record', [kind, id, version, eventId, data]);
    await run('event', [eventId, deviceId, stationCode, seq, hash, body, answer]);
    const { rows } = await run('number', []);
    for (const [at, { kind, id, version, data }] of records.entries())
      await run('feed', [rows[0].last_seq, at, stationCode, eventId, kind, id, version, data]);
  };
}

function prepareMany(events: readonly RegisterEvent[]): (run: Run) => Promise<void> {
  const last = events.at(-1);
  const records = events.flatMap(({ eventId, stationCode, effects }, index) =>
    effects.map(({ kind, id, basedOn, after }, position) => ({
      ...{ kind, id, version: basedOn + 1, event_id: eventId, data: after },
      ...{ back: events.length - 1 - index, position, station_code: stationCode },
    })),
  );
  const rows = events.map((event) => ({
    ...{ event_id: event.eventId, device_id: event.deviceId, station_code: event.stationCode, seq: event.seq },
    ...{ hash: event.hash, body: canonicalJson(event), answer: answerOf(event) },
  }));
  const [recordsJson, eventsJson] = [JSON.stringify(records), JSON.stringify(rows)];
  return async (run) => {
    await run('head', [last?.deviceId, last?.seq, last?.hash]);
    await run('many-record', [recordsJson]);
    await run('many-event', [eventsJson]);
    await run('many-feed', [recordsJson, events.length]);
  };
}

async function work({ databaseUrl, lanes }: BareWork): Promise<number> {
  const ready = await Promise.all(
    lanes.map(async (lane) => {
      const client = new pg.Client({ connectionString: databaseUrl, options: '-c jit=off' });
      await client.connect();
      const writes = lane.map((events) => {
        const [only] = events;
        return events.length === 1 && only ? prepareOne(only) : prepareMany(events);
      });
      return { client, writes };
    }),
  );
  const startedAt = performance.now();
  await Promise.all(
    ready.map(async ({ client, writes }) => {
      const run = runOn(client);
      for (const write of writes) {
        await client.query('BEGIN');
        await write(run);
        await client.query('COMMIT');
      }
    }),
  );
  const ms = performance.now() - startedAt;
  for (const { client } of ready) await client.end();
  return ms;
}

parentPort?.postMessage(await work(workerData));
