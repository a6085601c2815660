import { canonical, type StreamWriters } from '#event-store';
import { streamOf, type Erased, type ErasureRegister, type KeyStore, type Recorded, type Submission } from '#kernel';
import { erasures, journal } from '#ledger';
import { asRecord, forgetInTables, ownerOf, person } from '#membership';
import { forget, type Log, type View } from '#read-model';
import { personalTables } from './personal-tables.js';

export interface Restoring {
  readonly register: ErasureRegister;
  readonly keys: Pick<KeyStore, 'ofOwners' | 'destroy'>;
  readonly writers: StreamWriters;
  readonly databaseUrl: string;
  readonly views: readonly View[];
  readonly log: Log;
}

/**
 * Before anything is served: whoever stands in the register and still has a key came back with an old copy, and is
 * erased again. The books are told first, rows go next, keys last: a crash between any two leaves a key, so that the next
 * start does it all again.
 */
export async function eraseAgain({ register, keys, writers, databaseUrl, views, log }: Restoring): Promise<void> {
  const registered = await register.all();
  if (registered.length === 0) return;
  const living = new Set(
    (await keys.ofOwners(registered.map(ownerOf))).map(({ owner }) => `${owner.kind} ${owner.id}`),
  );
  const back = registered.filter(({ kind, id }) => living.has(`${kind} ${id}`));
  if (back.length === 0) return;
  log.warn({ count: back.length }, 'whoever was erased came back with an old copy and is erased again');
  for (const erased of back) await tellTheBooks(writers, erased, log);
  const records: readonly Recorded[] = back.map(asRecord);
  await forget(records, undefined, { databaseUrl, views, waitFor: () => Promise.resolve() });
  await forgetInTables({ databaseUrl, tables: personalTables }, back);
  await keys.destroy(back.map(ownerOf));
}

/** A copy that is older than the membership knows nothing of it: then there is nothing to tell. */
async function tellTheBooks(writers: StreamWriters, erased: Erased, log: Log): Promise<void> {
  const traced: Pick<Submission, 'actor' | 'key' | 'correlation'> = {
    actor: { system: erasures },
    key: canonical(['erased', erased.id]),
    correlation: 'register-of-erasures',
  };
  const verdict =
    erased.kind === 'person'
      ? await writers.submit(person, {
          ...traced,
          stream: streamOf('person', erased.id),
          command: { name: 'ErasePerson', input: { ground: 'register' } },
        })
      : await writers.submit(journal, {
          ...traced,
          stream: streamOf('journal', erased.bank),
          command: { name: 'EraseMember', input: { account: erased.id, ground: 'register' } },
        });
  if (!verdict.accepted) log.warn({ code: verdict.refusal.code, id: erased.id }, 'the books have nobody to erase');
}
