import type { Queryable, RegistryDatabase } from './database.ts';

/** The number of a request. */
export interface Jti {
  readonly deviceId: string;
  readonly stationCode: string;
  readonly jti: string;
  readonly expiresAt: string;
}

const keyOf = ({ deviceId, jti }: Pick<Jti, 'deviceId' | 'jti'>): string => `${deviceId}:${jti}`;

const takeFrom = (sources: string): string => `INSERT INTO jtis (device_id, jti, station_code, expires_at)
  SELECT "deviceId", jti, "stationCode", "expiresAt" FROM ${sources}
  ON CONFLICT DO NOTHING RETURNING device_id AS "deviceId", jti`;
const sent = `json_to_recordset($1::text::json)
  AS sent ("deviceId" text, jti text, "stationCode" text, "expiresAt" timestamptz)`;

const takeSql = takeFrom(sent);
/** Tells the transaction it stands in, which is its own, that the commit need not wait for the disk. */
const takeSoonSql = takeFrom(`${sent}, set_config('synchronous_commit', 'off', true) AS unhurried`);

/** Takes numbers of requests in the caller's transaction, each once. False: the device used it before, or it stands earlier among these. */
export async function takeJtis(transaction: Queryable, jtis: readonly Jti[]): Promise<boolean[]> {
  return take(transaction, takeSql, jtis);
}

/**
 * The same in a transaction of its own that does not wait for the disk, which is most of what a page of the feed took: after a crash of the
 * database a number of its last half second may be taken once more, by a request that reads or that counts once by an id of its own.
 */
export async function takeJtisSoon(database: RegistryDatabase, jtis: readonly Jti[]): Promise<boolean[]> {
  return take(database, takeSoonSql, jtis);
}

async function take(database: Queryable, sql: string, jtis: readonly Jti[]): Promise<boolean[]> {
  const rows = await database.query<Pick<Jti, 'deviceId' | 'jti'>>(sql, [JSON.stringify(jtis)]);
  const taken = new Set(rows.map(keyOf));
  return jtis.map((each) => taken.delete(keyOf(each)));
}

/** Drops numbers of requests too old to be repeated. */
export async function forgetJtis(database: Queryable, now: string): Promise<void> {
  await database.query('DELETE FROM jtis WHERE expires_at < $1', [now]);
}
