import type { Position, Recorded } from '#kernel';
import { clearAway } from './clear-away.js';
import { connect, transaction } from './connection.js';
import { NotYetVisible } from './progress.js';
import type { View } from './projection.js';
import { scrubVersions } from './scrub-versions.js';

interface Forgetting {
  readonly databaseUrl: string;
  readonly views: readonly View[];
  readonly waitFor: (position: Position) => Promise<void>;
}

/**
 * Makes every version of the views hold nothing of who was erased by these records, and has PostgreSQL clear away the
 * rows as they were. What serves is moved on by the projector; where it is held up, it is not waited for.
 *
 * @param after undefined: before anything is projected
 * @returns the tables that were touched
 */
export async function forget(
  records: readonly Recorded[],
  after: Position | undefined,
  { databaseUrl, views, waitFor }: Forgetting,
): Promise<readonly string[]> {
  const isProjected = after !== undefined && (await hasCome(() => waitFor(after)));
  const client = await connect(databaseUrl);
  try {
    const touched = await transaction(client, () =>
      scrubVersions(client, views, records, ({ status }) => !(isProjected && status === 'serving')),
    );
    await clearAway(client, touched);
    return touched;
  } finally {
    await client.end();
  }
}

async function hasCome(wait: () => Promise<void>): Promise<boolean> {
  try {
    await wait();
    return true;
  } catch (trouble) {
    if (trouble instanceof NotYetVisible) return false;
    throw trouble;
  }
}
