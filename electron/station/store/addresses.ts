import type { AddressNode } from '../../../shared/contract/address.ts';
import type { Address } from '../../../shared/domain/records.ts';
import { listMatchingAddresses } from './address-search.ts';
import type { Database } from './database.ts';
import { type AddressLine, addressOfRow, type Stored } from './rows.ts';
import { statement } from './statements.ts';

/** The address, or null. */
export function findAddress(database: Database, addressId: string): Stored<Address> | null {
  const sql = 'SELECT * FROM addresses WHERE address_id = ?';
  const row = statement<[string], AddressLine>(database, sql).get(addressId);
  return row ? addressOfRow(row) : null;
}

/** The township the station is in: its division and urban-rural class hold where no address was chosen yet. Null: not in this copy. */
export function findStationArea(database: Database, stationCode: string): Address | null {
  const sql = `SELECT * FROM addresses WHERE level = 'township' AND station_code = ? ORDER BY address_id LIMIT 1`;
  const row = statement<[string], AddressLine>(database, sql).get(stationCode);
  return row ? addressOfRow(row).data : null;
}

/** Names as people sort them: by pinyin, numbers by their value, so that 10号楼 comes after 9号楼. */
const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Children of a node in the order of their names; `null` gives the roots. Empty for a node without children. */
export function listAddressChildren(database: Database, parentId: string | null): AddressNode[] {
  const sql = 'SELECT * FROM addresses WHERE parent_id IS ?';
  return statement<[string | null], AddressLine>(database, sql)
    .all(parentId)
    .map((row) => addressNode(database, row))
    .sort((a, b) => byName.compare(a.address.name, b.address.name));
}

function addressNode(database: Database, row: AddressLine): AddressNode {
  const sql = 'SELECT 1 AS one FROM addresses WHERE parent_id = ? LIMIT 1';
  const hasChildren = statement<[string], { one: number }>(database, sql).get(row.address_id) !== undefined;
  return { address: addressOfRow(row).data, hasChildren };
}

/** Levels the tree has at most; a longer chain of parents goes round in a circle. */
const deepest = 12;

/** The node with all its ancestors, root first; empty when there is no such node. */
export function addressPath(database: Database, addressId: string): Address[] {
  const path: Address[] = [];
  let next: string | null = addressId;
  while (next !== null && path.length < deepest) {
    const address: Address | undefined = findAddress(database, next)?.data;
    if (!address) break;
    path.unshift(address);
    next = address.parentId;
  }
  return path;
}

/**
 * Nodes that the words typed mean (address-search.ts says how they are read), best first, among equals those of the station
 * given; at most 30.
 */
export function searchAddresses(database: Database, text: string, stationCode: string | null = null): AddressNode[] {
  const find = statement<[string], AddressLine>(database, 'SELECT * FROM addresses WHERE address_id = ?');
  return listMatchingAddresses(database, text, stationCode).flatMap((addressId) => {
    const row = find.get(addressId);
    return row ? [addressNode(database, row)] : [];
  });
}
