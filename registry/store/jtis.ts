import type { Queryable } from './database.ts';

/** Takes a request's number once. False: the device used it before. */
export async function takeJti(
  database: Queryable,
  taken: { readonly deviceId: string; readonly stationCode: string; readonly jti: string; readonly expiresAt: string },
): Promise<boolean> {
  const rows = await database.query(
    `INSERT INTO jtis (device_id, jti, station_code, expires_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING jti`,
    [taken.deviceId, taken.jti, taken.stationCode, taken.expiresAt],
  );
  return rows.length === 1;
}

/** Drops numbers of requests too old to be repeated. */
export async function forgetJtis(database: Queryable, now: string): Promise<void> {
  await database.query('DELETE FROM jtis WHERE expires_at < $1', [now]);
}
