import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkoutFolders } from '../../../../electron/station/folders.ts';
import { type Database, openDatabase } from '../../../../electron/station/store/database.ts';
import { rebuildPersonIndex } from '../../../../electron/station/store/person-index-build.ts';
import { addRecord } from '../../../../electron/station/store/records.ts';
import type { Person } from '../../../../shared/domain/records.ts';
import { makeTown, type TownRequest } from '../../../../shared/town/town.ts';

const { migrations } = checkoutFolders(join(import.meta.dirname, '..', '..', '..', '..'));

export const here = '220403010000';

/** A real database file with a made-up town in it, ready to search. */
export class FilledCopy {
  readonly database: Database;
  readonly #folder = mkdtempSync(join(tmpdir(), 'luohu-store-'));

  constructor(request: TownRequest) {
    this.database = openDatabase(join(this.#folder, 'station.db'), migrations);
    this.database.transaction(() => {
      for (const record of makeTown(request)) addRecord(this.database, record);
    })();
    rebuildPersonIndex(this.database);
  }

  /** Puts another person's values in, without telling the search. */
  change(personId: string, values: Partial<Pick<Person, 'name' | 'namePinyin' | 'citizenId'>>): void {
    const { name = null, namePinyin = null, citizenId = null } = values;
    this.database
      .prepare(
        `UPDATE persons SET name = coalesce(@name, name), name_pinyin = coalesce(@namePinyin, name_pinyin),
         citizen_id = coalesce(@citizenId, citizen_id) WHERE person_id = @personId`,
      )
      .run({ personId, name, namePinyin, citizenId });
  }

  /** The steps SQLite takes for a statement, whatever its parameters are. */
  planOf(sql: string): string[] {
    const explained = this.database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
    const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, '1'] as const);
    const places = [...sql.replaceAll(/'[^']*'/g, '').matchAll(/\?/g)].map(() => '1');
    const rows = names.length > 0 ? explained.all(Object.fromEntries(names)) : explained.all(...places);
    return rows.map(({ detail }) => detail);
  }

  close(): void {
    this.database.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
