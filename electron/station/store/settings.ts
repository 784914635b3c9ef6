import type { Database } from './database.ts';

/** Names of the small facts a computer keeps about itself. */
export type SettingName = 'station-code' | 'practice-since';

/** A kept fact, or null. */
export function findSetting(database: Database, name: SettingName): string | null {
  const row = database.prepare<[string], { value: string }>('SELECT value FROM settings WHERE name = ?').get(name);
  return row?.value ?? null;
}

/** Keeps a fact, replacing the one before. */
export function putSetting(database: Database, name: SettingName, value: string): void {
  database
    .prepare('INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(name, value);
}
