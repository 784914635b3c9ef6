import { listMatchingAddresses } from './address-search.ts';
import type { SearchScope, Stage } from './search-scope.ts';
import { statement } from './statements.ts';

type Hit = { readonly searchId: number };

/** The place itself, what lies below it level by level, and all rooms in that. */
const homes = `WITH RECURSIVE parts (id) AS (VALUES (@address)
    UNION ALL SELECT a.address_id FROM parts CROSS JOIN addresses a ON a.parent_id = parts.id AND a.level <> 'room' LIMIT 1000),
  homes (id) AS (SELECT id FROM parts
    UNION ALL SELECT a.address_id FROM parts CROSS JOIN addresses a ON a.parent_id = parts.id WHERE a.level = 'room')`;
const registeredAt = `${homes} SELECT s.search_id AS searchId FROM homes
  CROSS JOIN households h ON h.address_id = homes.id AND h.status = 'open'
  CROSS JOIN memberships m ON m.household_id = h.household_id AND m.until_on IS NULL
  CROSS JOIN search_persons s ON s.person_id = m.person_id LIMIT @limit`;
const residingAt = `${homes} SELECT s.search_id AS searchId FROM homes
  CROSS JOIN residences r ON r.address_id = homes.id AND r.ended_on IS NULL
  CROSS JOIN search_persons s ON s.person_id = r.person_id LIMIT @limit`;

/**
 * People registered or living at the places that the words mean (address-search.ts says how they are read): best match first,
 * among equals the own station's; at each place the registered before the others.
 */
export function addressStage(scope: SearchScope, words: string): Stage {
  return (limit) => {
    const found = new Set<number>();
    for (const address of listMatchingAddresses(scope.database, words, scope.ownCode)) {
      for (const sql of [registeredAt, residingAt]) {
        if (found.size >= limit) return [...found].slice(0, limit);
        const find = statement<[Record<string, unknown>], Hit>(scope.database, sql);
        for (const { searchId } of find.all({ address, limit })) found.add(searchId);
      }
    }
    return [...found].slice(0, limit);
  };
}
