import pg from 'pg';

/*
 * A change feed as if a city's people had all come by events, and changes of a day, written straight into the registry's tables:
 * pushing as many would take hours. What the tables hold is what pushes would have left there.
 */

const told = (
  deviceId: string,
) => `jsonb_build_object('kind', 'register.changed', 'eventId', event_id, 'deviceId', '${deviceId}',
  'stationCode', station_code, 'operatorId', '${deviceId}', 'caseId', event_id, 'occurredAt', '2026-11-23T01:00:00.000Z', 'facts',
  jsonb_build_object('procedure', 'bench', 'acceptanceNumber', '', 'registeredOn', '2026-11-23', 'happenedOn', '2026-11-23',
    'personIds', '[]'::jsonb, 'householdIds', '[]'::jsonb, 'details', '{}'::jsonb))::text`;

const keepEvents = (
  deviceId: string,
) => `INSERT INTO events (event_id, device_id, station_code, seq, hash, body, outcome, answer, answered_at)
  SELECT event_id, '${deviceId}', station_code, 1000000 + at, '', ${told(deviceId)}, 'confirmed', '{}', now() FROM bench_events`;

/** The number of an event in the feed, and an id that grows with it, as those of events do that were made one after the other (UUIDv7). */
const numbered = `at, overlay(gen_random_uuid()::text PLACING
    regexp_replace(lpad(to_hex(1795000000000 + at), 12, '0'), '(.{8})(.{4})', '\\1-\\2-7') FROM 1 FOR 15) AS event_id`;

/** Each household with its people and places is one event. */
const arrivals = (persons: number) => `CREATE TABLE bench_events AS SELECT ${numbered}, home, station_code FROM (
  SELECT row_number() OVER (ORDER BY record_id) + (SELECT last_seq FROM feed_head) AS at, record_id AS home, station_code
  FROM (SELECT record_id, station_code FROM records WHERE kind = 'household' ORDER BY record_id LIMIT ${Math.round(persons / 2.7)}) AS homes) AS told`;
const tellArrivals = `INSERT INTO feed (seq, position, station_code, event_id, readers, kind, record_id, version, data)
  SELECT at, row_number() OVER (PARTITION BY at ORDER BY rank, record_id), station_code, event_id, ARRAY[station_code], kind, record_id, 1, data FROM (
    SELECT at, 0 AS rank, person.record_id, told.station_code, told.event_id, person.kind, person.data FROM bench_events AS told
      JOIN records AS place ON place.kind = 'membership' AND place.station_code = told.station_code AND place.data->>'householdId' = home
      JOIN records AS person ON person.kind = 'person' AND person.record_id = place.person_id
    UNION ALL SELECT at, 1, record_id, told.station_code, told.event_id, kind, data FROM bench_events AS told JOIN records ON kind = 'household' AND record_id = home
    UNION ALL SELECT at, 2, record_id, told.station_code, told.event_id, kind, data FROM bench_events AS told
      JOIN records ON kind = 'membership' AND records.station_code = told.station_code AND data->>'householdId' = home) AS lines`;

/** Every event changes one person, `after` so many others: half of them what the search knows, which is more than any day brings. */
const changes = (
  count: number,
  after: number,
) => `CREATE TABLE bench_events AS SELECT ${numbered}, home, station_code FROM (
  SELECT row_number() OVER (ORDER BY record_id) + (SELECT last_seq FROM feed_head) AS at, record_id AS home, station_code
  FROM (SELECT person.record_id, place.station_code FROM records AS person JOIN records AS place ON place.person_id = person.record_id AND place.kind = 'membership'
    WHERE person.kind = 'person' AND place.claim IS NOT NULL ORDER BY md5(person.record_id) LIMIT ${count} OFFSET ${after}) AS people) AS told`;
const tellChanges = `INSERT INTO feed (seq, position, station_code, event_id, readers, kind, record_id, version, data)
  SELECT at, 1, told.station_code, told.event_id, ARRAY[told.station_code], 'person', record_id, version + 1000,
    data || CASE at % 2 WHEN 0 THEN jsonb_build_object('phone', '13900000000') ELSE jsonb_build_object('name', left(data->>'name', -1) || '一') END
  FROM bench_events AS told JOIN records ON kind = 'person' AND record_id = home`;

async function tell(databaseUrl: string, make: string, tellAll: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query('SELECT device_id FROM devices LIMIT 1');
  const index = `CREATE INDEX IF NOT EXISTS bench_places ON records ((data->>'householdId')) WHERE kind = 'membership'`;
  for (const sql of [index, make, 'CREATE INDEX ON bench_events (home)', 'ANALYZE', keepEvents(rows[0].device_id)])
    await client.query(sql);
  const { rowCount } = await client.query(tellAll);
  await client.query('UPDATE feed_head SET last_seq = (SELECT max(seq) FROM feed)');
  await client.query('DROP TABLE bench_events');
  await client.query('ANALYZE feed');
  await client.end();
  return rowCount ?? 0;
}

/** Tells of so many people's coming; answers how many lines that took. */
export function tellOfArrivals(databaseUrl: string, persons: number): Promise<number> {
  return tell(databaseUrl, arrivals(persons), tellArrivals);
}

/** Tells of so many people's changes; of others than the first `after` ones. */
export function tellOfChanges(databaseUrl: string, count: number, after = 0): Promise<number> {
  return tell(databaseUrl, changes(count, after), tellChanges);
}
