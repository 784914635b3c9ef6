import { createHash } from 'node:crypto';
import type { OfficeCode } from '../../shared/domain/offices.ts';
import type { Queryable, Statement } from './database.ts';

/**
 * What a device may read: its station's records, or the whole city's. `office`: a computer of an office that answers inquiries, and nothing
 * else; `peer`: the registry of another place, which may ask about papers.
 */
export type DeviceScope = 'station' | 'city' | 'office' | 'peer';

/** A counter computer the registry knows. */
export interface Device {
  readonly deviceId: string;
  readonly stationCode: string;
  readonly scope: DeviceScope;
  /** For whom a device of the scope `office` answers; none for every other. */
  readonly office?: OfficeCode | null;
  /** `x` of its Ed25519 JWK. */
  readonly publicKey: string;
  readonly isRevoked: boolean;
}

/** The device of each id, or null when it was never enrolled. */
export async function listDevices(database: Queryable, deviceIds: readonly string[]): Promise<(Device | null)[]> {
  const rows = await database.query<Device>(
    `SELECT device_id AS "deviceId", station_code AS "stationCode", scope, office, public_key AS "publicKey", is_revoked AS "isRevoked"
     FROM devices WHERE device_id IN (SELECT jsonb_array_elements_text($1::text::jsonb))`,
    [JSON.stringify(deviceIds)],
  );
  const known = new Map(rows.map((device) => [device.deviceId, device]));
  return deviceIds.map((id) => known.get(id) ?? null);
}

/** The device, or null when it was never enrolled. */
export async function findDevice(database: Queryable, deviceId: string): Promise<Device | null> {
  return (await listDevices(database, [deviceId]))[0] ?? null;
}

/** Keeps a device that is not known yet. */
export async function addDevice(
  database: Queryable,
  device: Omit<Device, 'isRevoked'> & { readonly name: string; readonly enrolledAt: string },
): Promise<void> {
  await database.query(
    `INSERT INTO devices (device_id, station_code, name, scope, office, algorithm, public_key, enrolled_at)
     VALUES ($1, $2, $3, $4, $5, 'EdDSA', $6, $7)`,
    [
      device.deviceId,
      device.stationCode,
      device.name,
      device.scope,
      device.office ?? null,
      device.publicKey,
      device.enrolledAt,
    ],
  );
}

/** Number and hash of the newest event taken from a device. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** A device as it is kept, with the head of its chain. */
export interface KeptDevice extends ChainHead, Pick<Device, 'deviceId' | 'stationCode' | 'publicKey' | 'isRevoked'> {}

/** These devices by their ids; the rows stay locked until the transaction ends, always taken in the same order. */
export async function lockDevices(
  transaction: Queryable,
  deviceIds: readonly string[],
): Promise<Map<string, KeptDevice>> {
  const rows = await transaction.query<KeptDevice>(
    `SELECT device_id AS "deviceId", station_code AS "stationCode", public_key AS "publicKey", is_revoked AS "isRevoked",
       head_seq::float8 AS seq, head_hash AS hash FROM devices
     WHERE device_id IN (SELECT jsonb_array_elements_text($1::text::jsonb)) ORDER BY device_id FOR UPDATE`,
    [JSON.stringify(deviceIds)],
  );
  return new Map(rows.map((kept) => [kept.deviceId, kept]));
}

/** The events now newest in the chains of these devices, whose rows are locked. */
export function puttingChainHeads(heads: ReadonlyMap<string, ChainHead>): Statement {
  return {
    sql: `UPDATE devices SET head_seq = sent.seq, head_hash = sent.hash
      FROM json_to_recordset($1::text::json) AS sent (id text, seq bigint, hash text) WHERE device_id = sent.id`,
    values: [JSON.stringify([...heads].map(([id, head]) => ({ id, ...head })))],
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A code that technicians type at a new counter computer. */
export interface EnrolmentCode {
  readonly code: string;
  readonly stationCode: string;
  readonly scope: Exclude<DeviceScope, 'peer'>;
  readonly office?: OfficeCode | null;
  readonly usesLeft: number;
}

/** Makes a code valid (again). Only its hash is kept. */
export async function putEnrolmentCode(database: Queryable, code: EnrolmentCode): Promise<void> {
  await database.query(
    `INSERT INTO enrolment_codes (code_sha256, station_code, scope, uses_left, office) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (code_sha256) DO UPDATE SET station_code = excluded.station_code, scope = excluded.scope,
       uses_left = excluded.uses_left, office = excluded.office`,
    [sha256(code.code), code.stationCode, code.scope, code.usesLeft, code.office ?? null],
  );
}

/** Takes one use of the code for that station: the scope it grants, for an office with its code, or null when it grants nothing. */
export async function takeEnrolmentCode(
  transaction: Queryable,
  code: string,
  stationCode: string,
): Promise<Pick<Device, 'scope' | 'office'> | null> {
  const rows = await transaction.query<Pick<Device, 'scope' | 'office'>>(
    `UPDATE enrolment_codes SET uses_left = uses_left - 1
     WHERE code_sha256 = $1 AND station_code = $2 AND uses_left > 0 RETURNING scope, office`,
    [sha256(code), stationCode],
  );
  return rows[0] ?? null;
}

/** Makes the registry of another place known, with the key its place in the list of peers says; asked again it takes the newest. */
export async function putPeer(
  database: Queryable,
  peer: Pick<Device, 'deviceId' | 'stationCode' | 'publicKey'> & { readonly enrolledAt: string },
): Promise<void> {
  await database.query(
    `INSERT INTO devices (device_id, station_code, name, scope, algorithm, public_key, enrolled_at)
     VALUES ($1, $2, 'registry', 'peer', 'EdDSA', $3, $4)
     ON CONFLICT (device_id) DO UPDATE SET public_key = excluded.public_key WHERE devices.scope = 'peer'`,
    [peer.deviceId, peer.stationCode, peer.publicKey, peer.enrolledAt],
  );
}
