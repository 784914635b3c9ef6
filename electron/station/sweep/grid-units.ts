import type { Database } from '../store/database.ts';
import { statement } from '../store/statements.ts';

/** Where a record is, in words. */
export interface Place {
  readonly address: string;
  /** Grid unit (网格), or the community where none is set; empty where neither is known. */
  readonly grid: string;
}

interface Node {
  readonly parentId: string | null;
  readonly level: string;
  readonly name: string;
  readonly fullName: string;
  readonly gridName: string | null;
}

const sql = `SELECT parent_id AS parentId, level, name, full_name AS fullName, grid_name AS gridName FROM addresses
  WHERE address_id = ?`;
const nowhere: Place = { address: '', grid: '' };

/** Levels the tree has at most; a longer chain of parents goes round in a circle. */
const deepest = 12;

/** What a node calls the grid unit of everything under it: its own grid before any community above. */
interface Unit {
  readonly grid: string | null;
  readonly community: string | null;
}

/** Answers where addresses are; each node of the tree is read once. */
export function placesOf(database: Database): (addressId: string | null) => Place {
  const units = new Map<string, Unit>();
  const find = (addressId: string): Node | undefined => statement<[string], Node>(database, sql).get(addressId);
  const unitOf = (addressId: string, node: Node | undefined, depth: number): Unit => {
    const known = units.get(addressId);
    if (known) return known;
    const parentId = depth < deepest ? (node?.parentId ?? null) : null;
    const above = parentId === null ? null : unitOf(parentId, find(parentId), depth + 1);
    const unit = {
      grid: node?.gridName ?? above?.grid ?? null,
      community: node?.level === 'community' ? node.name : (above?.community ?? null),
    };
    units.set(addressId, unit);
    return unit;
  };
  return (addressId) => {
    const node = addressId === null ? undefined : find(addressId);
    if (addressId === null || !node) return nowhere;
    const { grid, community } = unitOf(addressId, node, 0);
    return { address: node.fullName, grid: grid ?? community ?? '' };
  };
}
