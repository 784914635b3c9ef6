import type { Queryable } from './database.ts';

/** The number of a request. */
export interface Jti {
  readonly deviceId: string;
  readonly stationCode: string;
  readonly jti: string;
  readonly expiresAt: string;
}

const keyOf = ({ deviceId, jti }: Pick<Jti, 'deviceId' | 'jti'>): string => `${deviceId}:${jti}`;

/** Takes numbers of requests, each once. False: the device used it before, or it stands earlier among these. */
export async function takeJtis(database: Queryable, jtis: readonly Jti[]): Promise<boolean[]> {
  const rows = await database.query<Pick<Jti, 'deviceId' | 'jti'>>(
    `INSERT INTO jtis (device_id, jti, station_code, expires_at)
     SELECT "deviceId", jti, "stationCode", "expiresAt" FROM json_to_recordset($1::text::json)
       AS sent ("deviceId" text, jti text, "stationCode" text, "expiresAt" timestamptz)
     ON CONFLICT DO NOTHING RETURNING device_id AS "deviceId", jti`,
    [JSON.stringify(jtis)],
  );
  const taken = new Set(rows.map(keyOf));
  return jtis.map((each) => taken.delete(keyOf(each)));
}

/** Drops numbers of requests too old to be repeated. */
export async function forgetJtis(database: Queryable, now: string): Promise<void> {
  await database.query('DELETE FROM jtis WHERE expires_at < $1', [now]);
}
