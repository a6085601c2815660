import type { EventStore, Position } from '#kernel';
import { NotYetVisible, type ReadModels } from '#read-model';

/** Shows on a terminal how far something has come. */
export type ShowProgress = (position: Position, until: Position) => void;

/** No projection has taken a record for a minute: one that runs elsewhere hangs, or keeps views of another release. */
export class ViewsStandStill extends Error {
  override readonly name = 'ViewsStandStill';
  override readonly message = 'The views do not move: see the log of the server, or stop it and try again.';
}

/** Each is as long as a query waits: two seconds. */
const waitsMax = 30;

/**
 * Resolves once the views hold all that is recorded now, however long that takes while they move.
 *
 * @throws ViewsStandStill after `waits` waits in which nothing moved
 */
export async function caughtUp(
  { store, readModels }: { readonly store: Pick<EventStore, 'head'>; readonly readModels: ReadModels },
  show: ShowProgress = () => undefined,
  waits = waitsMax,
): Promise<void> {
  const head = await store.head();
  let reached = (await readModels.health()).position;
  for (let left = waits; ;) {
    try {
      await readModels.waitFor(head);
      return;
    } catch (error) {
      if (!(error instanceof NotYetVisible)) throw error;
    }
    const { position } = await readModels.health();
    show(position, head);
    left = position > reached ? waits : left - 1;
    if (left === 0) throw new ViewsStandStill();
    reached = position;
  }
}
