import { startTestPostgres } from './test-postgres.mjs';

/** One PostgreSQL for one run of the integration tests. */
export default async function setUp() {
  const { postgres, stop } = await startTestPostgres();
  process.env.TEST_DATABASE_URL = postgres.databaseUrl;
  globalThis.stopTestPostgres = stop;
}
