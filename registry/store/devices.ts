import { createHash } from 'node:crypto';
import type { Queryable } from './database.ts';

/** What a device may read: its station's records, or the whole city's. */
export type DeviceScope = 'station' | 'city';

/** A counter computer the registry knows. */
export interface Device {
  readonly deviceId: string;
  readonly stationCode: string;
  readonly scope: DeviceScope;
  /** `x` of its Ed25519 JWK. */
  readonly publicKey: string;
  readonly isRevoked: boolean;
}

/** The device, or null when it was never enrolled. */
export async function findDevice(database: Queryable, deviceId: string): Promise<Device | null> {
  const rows = await database.query<Device>(
    `SELECT device_id AS "deviceId", station_code AS "stationCode", scope, public_key AS "publicKey", is_revoked AS "isRevoked"
     FROM devices WHERE device_id = $1`,
    [deviceId],
  );
  return rows[0] ?? null;
}

/** Keeps a device that is not known yet. */
export async function addDevice(
  database: Queryable,
  device: Omit<Device, 'isRevoked'> & { readonly name: string; readonly enrolledAt: string },
): Promise<void> {
  await database.query(
    `INSERT INTO devices (device_id, station_code, name, scope, algorithm, public_key, enrolled_at)
     VALUES ($1, $2, $3, $4, 'EdDSA', $5, $6)`,
    [device.deviceId, device.stationCode, device.name, device.scope, device.publicKey, device.enrolledAt],
  );
}

/** Number and hash of the newest event taken from the device; the row stays locked until the transaction ends. */
export async function lockChainHead(transaction: Queryable, deviceId: string): Promise<{ seq: number; hash: string }> {
  const rows = await transaction.query<{ seq: number; hash: string }>(
    'SELECT head_seq::float8 AS seq, head_hash AS hash FROM devices WHERE device_id = $1 FOR UPDATE',
    [deviceId],
  );
  const [head] = rows;
  if (!head) throw new Error('a device that signed is not kept');
  return head;
}

/** The event now newest in the device's chain. */
export async function putChainHead(
  transaction: Queryable,
  deviceId: string,
  head: { readonly seq: number; readonly hash: string },
): Promise<void> {
  await transaction.query('UPDATE devices SET head_seq = $2, head_hash = $3 WHERE device_id = $1', [
    deviceId,
    head.seq,
    head.hash,
  ]);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A code that technicians type at a new counter computer. */
export interface EnrolmentCode {
  readonly code: string;
  readonly stationCode: string;
  readonly scope: DeviceScope;
  readonly usesLeft: number;
}

/** Makes a code valid (again). Only its hash is kept. */
export async function putEnrolmentCode(database: Queryable, code: EnrolmentCode): Promise<void> {
  await database.query(
    `INSERT INTO enrolment_codes (code_sha256, station_code, scope, uses_left) VALUES ($1, $2, $3, $4)
     ON CONFLICT (code_sha256) DO UPDATE SET station_code = excluded.station_code, scope = excluded.scope, uses_left = excluded.uses_left`,
    [sha256(code.code), code.stationCode, code.scope, code.usesLeft],
  );
}

/** Takes one use of the code for that station: the scope it grants, or null when it grants nothing. */
export async function takeEnrolmentCode(
  transaction: Queryable,
  code: string,
  stationCode: string,
): Promise<DeviceScope | null> {
  const rows = await transaction.query<{ scope: DeviceScope }>(
    `UPDATE enrolment_codes SET uses_left = uses_left - 1
     WHERE code_sha256 = $1 AND station_code = $2 AND uses_left > 0 RETURNING scope`,
    [sha256(code), stationCode],
  );
  return rows[0]?.scope ?? null;
}
