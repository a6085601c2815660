import { NotYetVisible } from '#read-model';
import type { Parts } from '../parts.js';

/** Each is as long as a query waits. */
const waitsMax = 60;

/** Resolves once the views hold all that is recorded, however far behind they were. @throws NotYetVisible after minutes */
export async function caughtUp({ store, readModels }: Pick<Parts, 'store' | 'readModels'>): Promise<void> {
  const head = await store.head();
  for (let wait = 1; ; wait += 1) {
    try {
      await readModels.waitFor(head);
      return;
    } catch (error) {
      if (!(error instanceof NotYetVisible) || wait === waitsMax) throw error;
    }
  }
}
