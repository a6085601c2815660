import { join } from 'node:path';
import { pino } from 'pino';
import { verifyJournals } from '../../apps/server/cli/verify-journals.js';
import { openParts } from '../../apps/server/parts.js';
import { Databases } from '../../bench/databases.js';
import { Histories } from '../../bench/histories/histories.js';
import { townSettings } from '../../bench/town.js';
import { startTestPostgres } from '../setup/test-postgres.mjs';
import { keepRecordsInPostgres } from './records-in-postgres.js';

type Cluster = Awaited<ReturnType<typeof startTestPostgres>>;

let cluster: Cluster;
beforeAll(async () => {
  keepRecordsInPostgres();
  cluster = await startTestPostgres({ temporary: false });
}, 60_000);
afterAll(() => cluster.stop());

test('what the benchmark measures on passes the product’s own verification: a history that was loaded, and a longer one out of it', async () => {
  const { databaseUrl } = cluster.postgres;
  const dataFolder = join(cluster.folder, 'data');
  const databases = new Databases(databaseUrl);
  const histories = Histories.of({
    databaseUrl,
    dataFolder,
    store: 'postgres',
    rounds: 1,
    seconds: 1,
    quick: true,
    database: (name) => databases.create(name),
    keep: () => undefined,
    say: () => undefined,
  });
  const members = 1_050;
  for (const entries of [600, 1_500]) {
    const history = await histories.history(entries, members);
    const parts = await openParts(townSettings(history.databaseUrl, dataFolder), pino({ level: 'silent' }));
    try {
      const verified = await verifyJournals(parts);
      expect(verified.difference).toBeUndefined();
      expect(verified).toMatchObject({ records: history.events, entries });
      const named = 'select count(*)::int as named from read.person_name where display_name is not null';
      expect(await parts.readModels.everything(named, [])).toEqual([{ named: members + 1 }]);
    } finally {
      await parts.close();
    }
  }
}, 120_000);
