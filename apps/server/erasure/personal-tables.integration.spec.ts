import { pino } from 'pino';
import pg from 'pg';
import { MailWorker } from '#notifications';
import { eventually } from '#testing';
import { settings } from '../setting-up.example.js';
import { viewsUnder } from '../views.js';
import { onDatabase } from './marked-names.example.js';
import { personalTables } from './personal-tables.js';

/** Tables that an erasure passes by, and why. A table is in this list, in that of personal tables, or a view's. */
const passedBy: Readonly<Record<string, string>> = {
  'events.record': 'never changed: its texts are sealed, and unreadable once the keys are gone',
  'events.snapshot': 'states of journals and small streams: opaque ids and sealed texts, as in the records',
  'events.store': 'the id of the store',
  'identity.asked_once': 'requests under MACs that name nobody, and what they were answered: a challenge, or choices',
  'identity.throttle': 'counts under MACs that name nobody, each gone an hour after it is over',
  'keys.data_key': 'keys of whoever is erased are destroyed before all else',
  'notifications.journal_mark': 'how far mails have followed the records',
  'public.migrations': 'names of migrations',
  'read.parked': 'streams that a view could not follow, and why in words of ours',
  'read.progress': 'how far the views have followed the records',
  'read.version': 'which versions of the views there are',
  'staging.import': 'sums of a file and the opaque id of who brought it, as in the records',
  'graphile_worker._private_job_queues': 'names of queues',
  'graphile_worker._private_jobs': 'ids of mails that wait; the mails are in notifications.mail',
  'graphile_worker._private_known_crontabs': 'names of tasks',
  'graphile_worker._private_tasks': 'names of tasks',
  'graphile_worker.migrations': 'numbers of migrations',
};

const viewTables = new Set(
  viewsUnder(new Uint8Array(32)).flatMap(({ tables }) => tables.map(({ name }) => `read.${name}`)),
);

/** Every table of every schema that is no version of a view's. */
async function tablesBeside(): Promise<readonly string[]> {
  const { rows } = await onDatabase(settings.databaseUrl, (client) =>
    client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    ),
  );
  return rows.map(({ name }) => name).filter((name) => !viewTables.has(name.replace(/_v\d+$/, '')));
}

const listed = personalTables.map(({ table }) => table);
const known = [...listed, ...Object.keys(passedBy)].toSorted();

/** The worker makes the tables of its jobs as it starts. */
beforeEach(async () => {
  const { databaseUrl } = settings;
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const told: Error[] = [];
  pool.on('error', (loss) => told.push(loss)).on('connect', (client) => client.on('error', (loss) => told.push(loss)));
  const log = pino({ level: 'silent' });
  const worker = new MailWorker({ databaseUrl, pool, deliver: () => Promise.resolve(), log });
  worker.start();
  await eventually(async () => {
    expect(await tablesBeside()).toContain('graphile_worker._private_jobs');
  });
  await worker.close();
  await pool.end();
  expect(told).toEqual([]);
});

test('every table beside the views is cleared by an erasure, or passed by for a reason; each once', async () => {
  expect(await tablesBeside()).toEqual(known);
});

test('a table that nobody thought of is found', async () => {
  await onDatabase(settings.databaseUrl, (client) => client.query('create table identity.newcomer (person uuid)'));
  expect((await tablesBeside()).filter((table) => !known.includes(table))).toEqual(['identity.newcomer']);
});
