import type pg from 'pg';

/** With one of these off, PostgreSQL answers "committed" before it is true: a crash would lose confirmed hours. */
const needed = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

export class UnsafeDatabaseSettings extends Error {
  override readonly name = 'UnsafeDatabaseSettings';
}

/**
 * Asked once at start-up, on a connection as the application makes them.
 *
 * @param unsafeForTests true in tests that are not about durability; nowhere else
 * @throws UnsafeDatabaseSettings with a sentence for whoever runs the server
 */
export async function refuseUnsafeSettings(pool: pg.Pool, unsafeForTests = false): Promise<void> {
  if (unsafeForTests) return;
  const { rows } = await pool.query<Setting>('select name, setting from pg_settings where name = any ($1)', [needed]);
  const sentence = unsafeSentence(rows);
  if (sentence) throw new UnsafeDatabaseSettings(sentence);
}

export interface Setting {
  readonly name: string;
  readonly setting: string;
}

/** undefined when nothing would be lost. */
export function unsafeSentence(settings: readonly Setting[]): string | undefined {
  const off = needed.filter((name) => settings.find((setting) => setting.name === name)?.setting === 'off');
  if (off.length === 0) return undefined;
  const switched = off.join(' and ');
  return `PostgreSQL would lose confirmed hours in a crash, because ${switched} ${off.length > 1 ? 'are' : 'is'} off: switch on ${switched} and start again.`;
}
