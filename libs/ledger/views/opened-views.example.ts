import { ReadModels, readModelMigrations } from '#read-model';
import { RecordList, testDatabase } from '#testing';
import { AccountAccess } from './access/account-access.js';
import { bankHistory } from './bank.example.js';
import { ledgerViews } from './ledger.views.js';

/** The application's check switched off: what is left is row-level security. */
export class NoAccess extends AccountAccess {
  override requireAccount = (): Promise<void> => Promise.resolve();
  override requireBank = (): Promise<void> => Promise.resolve();
  override requireBooks = (): Promise<void> => Promise.resolve();
}

export interface OpenedViews {
  readonly list: RecordList;
  readonly models: ReadModels;
  readonly access: AccountAccess;
  readonly close: () => Promise<void>;
}

/** The example's bank in views of its own, all of its past shown. */
export async function openViews(): Promise<OpenedViews> {
  const database = await testDatabase({ migrations: readModelMigrations });
  const list = new RecordList();
  const models = await ReadModels.open({
    databaseUrl: database.url,
    views: ledgerViews,
    store: list,
    codec: list.codec,
    vault: list.vault,
    log: { warn: () => undefined },
  });
  models.start();
  await models.waitFor(list.happened(...bankHistory));
  const close = async (): Promise<void> => {
    await models.close();
    await database.drop();
  };
  return { list, models, access: new AccountAccess(models.door), close };
}
