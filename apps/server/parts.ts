import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { StreamWriters, createCodec, postgresSnapshots } from '#event-store';
import { networkEventVersions, networkUpcasters } from '#hubs';
import { PostgresStaging } from '#importing';
import type { Clock, Codec, Contacts, EventStore, ImportStaging, KeyStore, Vault } from '#kernel';
import { journalEventVersions } from '#ledger';
import {
  DestroyedKeys,
  ErasureRegisterFile,
  Erasures,
  KeyVault,
  PersonContacts,
  PostgresKeyStore,
  PostgresReadings,
  addressDigest,
  openMasterKey,
  personEventVersions,
  personUpcasters,
} from '#membership';
import {
  PostgresJournalMark,
  PostgresOutbox,
  PostgresUnwantedMails,
  keyedMailLinks,
  mailSeal,
  type MailLinks,
  type MailSeal,
} from '#notifications';
import { ReadModels, migrate, type OtherStore } from '#read-model';
import { personalTables } from './erasure/personal-tables.js';
import { eraseAgain } from './erasure/restored-erasures.js';
import { openChosenStore, storeKindOf, type StoreKind } from './chosen-store.js';
import { openIdentity, type IdentityParts } from './identity-parts.js';
import { migrations } from './migrations.js';
import { openProviders, type ProviderParts } from './provider-parts.js';
import { readProviders } from './provider-settings.js';
import type { Settings } from './settings.js';
import { viewsUnder } from './views.js';

const connectionsMax = 10;

/** The parts that everything else stands on, open and ready. */
export interface Parts {
  readonly clock: Clock;
  readonly codec: Codec;
  readonly store: EventStore;
  /** What the store is, for whoever runs the server. */
  readonly storeKind: StoreKind;
  readonly vault: Vault;
  readonly writers: StreamWriters;
  readonly readModels: ReadModels;
  readonly staging: ImportStaging;
  readonly identity: IdentityParts;
  readonly providers: ProviderParts;
  readonly contacts: Contacts;
  /** Who read by a role what is a member's own. */
  readonly readings: PostgresReadings;
  readonly erasures: Erasures;
  readonly keys: KeyStore;
  readonly outbox: PostgresOutbox;
  /** Opens what the outbox keeps, for who sends it. */
  readonly mailSeal: MailSeal;
  readonly mailLinks: MailLinks;
  readonly unwantedMails: PostgresUnwantedMails;
  /** How far the journals were followed for mails. */
  readonly journalMark: PostgresJournalMark;
  /** Writers first, so that what was begun is answered; then everything below them. */
  close(): Promise<void>;
}

/** Migrates the database and opens everything on it. @throws with one sentence where it cannot serve safely */
export async function openParts(
  settings: Settings,
  log: Logger,
  otherStore: OtherStore = 'build anew',
): Promise<Parts> {
  const { databaseUrl, oidc } = settings;
  const providers = oidc ? await readProviders(oidc.providersFile) : [];
  await migrate(databaseUrl, migrations);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connectionsMax, options: '-c role=reciproca_app' });
  pool.on('error', (err) => {
    log.warn({ err }, 'an idle connection was lost');
  });
  pool.on('connect', (client) => {
    client.on('error', () => undefined); // the query under way rejects; without a listener the process would end
  });
  const clock: Clock = { now: () => Date.now() };
  const { store, flusher } = await openChosenStore(settings, pool, clock).catch(async (trouble: unknown) => {
    await pool.end();
    throw trouble;
  });
  const codec = createCodec({
    versions: { ...journalEventVersions, ...personEventVersions, ...networkEventVersions },
    upcasters: [...networkUpcasters, ...personUpcasters],
  });
  const masterKey = await openMasterKey(settings.masterKeyFile);
  const keys = new PostgresKeyStore(pool);
  const vault = new KeyVault({
    store: keys,
    masterKey,
    clock,
    canonical: (value) => codec.canonical(value),
  });
  const destroyedKeys = new DestroyedKeys(pool, vault);
  await destroyedKeys.start();
  const writers = new StreamWriters({
    store,
    flusher,
    codec,
    vault,
    clock,
    snapshots: postgresSnapshots(pool),
    pause,
    random: Math.random,
    onFault: (err) => {
      log.error({ err }, 'a writer met a fault');
    },
  });
  const views = viewsUnder(masterKey);
  const register = new ErasureRegisterFile(settings.erasureRegisterFile);
  const reading = { databaseUrl, views, store, codec, vault, log, otherStore };
  await eraseAgain({ register, keys, writers, databaseUrl, views, log });
  const readModels = await ReadModels.open(reading).catch(async (trouble: unknown) => {
    destroyedKeys.stop();
    await store.close();
    await pool.end();
    throw trouble;
  });
  const seal = mailSeal(masterKey);
  const digestOf = addressDigest(masterKey);
  const readings = new PostgresReadings({
    pool,
    clock,
    onTrouble: (err) => {
      log.error({ err }, 'what was read by a role is not written down yet');
    },
  });
  const outbox = new PostgresOutbox(pool, seal);
  const identity = await openIdentity(settings, { pool, masterKey, clock, outbox });
  const contacts = new PersonContacts({ door: readModels.door, store, codec, vault, digestOf });
  return {
    clock,
    codec,
    store,
    storeKind: storeKindOf(settings),
    vault,
    writers,
    readModels,
    staging: new PostgresStaging(pool),
    identity,
    providers: openProviders(settings, { providers, pool, secrets: identity.secrets, contacts, clock }),
    contacts,
    readings,
    keys,
    erasures: new Erasures({
      register,
      keys,
      clock,
      databaseUrl,
      tables: personalTables,
      forgetInViews: (records, after) => readModels.forget(records, after),
    }),
    outbox,
    mailSeal: seal,
    mailLinks: keyedMailLinks(masterKey),
    unwantedMails: new PostgresUnwantedMails(pool),
    journalMark: new PostgresJournalMark(pool),
    async close() {
      await writers.close();
      await readings.close();
      await readModels.close();
      destroyedKeys.stop();
      await store.close();
      await pool.end();
    },
  };
}
