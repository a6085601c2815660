import type { Reading, ReadingRegister } from '#kernel';
import { ReadModels, readModelMigrations } from '#read-model';
import { RecordList, testDatabase } from '#testing';
import { AccountAccess } from './access/account-access.js';
import { bankHistory } from './bank.example.js';
import { ledgerViews } from './ledger.views.js';

/** For specs in which nobody looks at the register. */
export const unnoted: Pick<ReadingRegister, 'note'> = { note: () => undefined };

/** The application's check switched off: what is left is row-level security. */
export class NoAccess extends AccountAccess {
  constructor(door: ReadModels['door']) {
    super(door, unnoted);
  }

  override requireAccount = (): Promise<void> => Promise.resolve();
  override requireBank = (): Promise<void> => Promise.resolve();
  override requireBooks = (): Promise<void> => Promise.resolve();
  override requireRegister = (): Promise<void> => Promise.resolve();
  override noteReading = (): Promise<void> => Promise.resolve();
}

export interface OpenedViews {
  readonly list: RecordList;
  readonly models: ReadModels;
  readonly access: AccountAccess;
  /** What was noted as read by a role. */
  readonly noted: Reading[];
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
  const noted: Reading[] = [];
  const access = new AccountAccess(models.door, { note: (reading) => void noted.push(reading) });
  return { list, models, access, noted, close };
}
