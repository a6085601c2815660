import { connect, transaction } from './connection.js';
import type { Log } from './log.js';
import type { View } from './projection.js';
import { rebuild, type RebuildReport, type Rebuilding } from './rebuild.js';
import { beginAnew, createVersion, index, serve, standing, versions } from './registry.js';

/** What is done with views that were filled from another store. Of a server that is where the books have moved; of a command, mostly a forgotten setting. */
export type OtherStore = 'build anew' | 'refuse';

/** The message is a sentence for whoever runs the command. */
export class ViewsOfAnotherStore extends Error {
  override readonly name = 'ViewsOfAnotherStore';
  override readonly message =
    'The views were built from another event store: set EVENT_STORE_URL as the server has it, or, if the books have moved, start the server first.';
}

/**
 * Before anything is read: every view has a version of the code's shape. A fresh database gets empty ones, and so does
 * one that was filled from another store; where the views stand further on, what is missing is built up to there.
 *
 * @throws ViewsOfAnotherStore where such views hold something and are not to be built anew
 */
export async function prepare(
  views: readonly View[],
  rebuilding: Rebuilding & { readonly log: Log; readonly otherStore?: OtherStore },
): Promise<RebuildReport | undefined> {
  const owner = await connect(rebuilding.databaseUrl);
  try {
    const storeId = await rebuilding.store.storeId();
    const missing = await transaction(owner, async () => {
      await beginAnew(owner);
      const { position, storeId: known } = await standing(owner, true);
      const otherStore = known !== undefined && known !== storeId;
      if (otherStore && position > 0n && rebuilding.otherStore === 'refuse') throw new ViewsOfAnotherStore();
      if (otherStore) rebuilding.log.warn({ known, storeId }, 'the views are of another store: they are built anew');
      const wanted = otherStore ? views : await withoutVersion(owner, views);
      if (!otherStore && position > 0n) return wanted;
      const targets = [];
      for (const view of wanted) targets.push(await createVersion(owner, view, storeId));
      for (const target of targets) await index(owner, target);
      await serve(owner, targets);
      await owner.query('update read.progress set store_id = $1, position = 0', [storeId]);
      return [];
    });
    return missing.length === 0 ? undefined : await rebuild(missing, rebuilding);
  } finally {
    await owner.end();
  }
}

async function withoutVersion(owner: Parameters<typeof versions>[0], views: readonly View[]): Promise<readonly View[]> {
  const serving = (await versions(owner)).filter(({ status }) => status === 'serving');
  return views.filter((view) => !serving.some((row) => row.view === view.name && row.shape === view.shape));
}
