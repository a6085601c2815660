import { connect } from './connection.js';
import { projectorLock } from './postgres-tables.js';

/** Somebody keeps the views up: a server, or a command that works on them. */
export class StillServed extends Error {
  override readonly name = 'StillServed';
  override readonly message = 'A server, or a command, is working on this database: stop it first, then try again.';
}

/**
 * Takes the projector's place for as long as the work lasts: no server runs on this database, and one that starts
 * meanwhile shows nothing new.
 *
 * @throws StillServed at once where a process keeps the views up
 */
export async function whileNobodyServes<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = await connect(databaseUrl);
  try {
    const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [projectorLock]);
    if (!rows[0]?.ours) throw new StillServed();
    return await work();
  } finally {
    await client.end();
  }
}
