import { hasPostgres, sharedServerVariable, startPostgres } from './fixtures/postgres.ts';

/** One PostgreSQL for a whole run of the tests, where this computer has it; each test registry gets a database of its own on it. */
export default async function setup(): Promise<() => void> {
  if (!hasPostgres) return () => {};
  const server = await startPostgres({ isDurable: false });
  process.env[sharedServerVariable] = server.url;
  return () => server.stop();
}
