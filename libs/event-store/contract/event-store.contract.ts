import type { EventStore } from '#kernel';
import { appending } from './appending.contract.js';
import { concurrency } from './concurrency.contract.js';
import { model } from './model.contract.js';
import { reading } from './reading.contract.js';
import { subscribing } from './subscribing.contract.js';

/** A store of its own for one test file, empty at first. */
export interface OpenStore {
  readonly store: EventStore;
  /** The same records over connections of its own, as another process sees them; the store itself where it has none. */
  readonly elsewhere: EventStore;
  close(): Promise<void>;
}

/** What every adapter of the port must do, whatever it is made of. */
export function eventStoreContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`event store: ${name}`, () => {
    let opened: OpenStore | undefined;
    const of = (side: 'store' | 'elsewhere') => (): EventStore => {
      if (!opened) throw new Error('the store is not open');
      return opened[side];
    };
    const store = of('store');

    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await opened?.close();
    });

    describe('appending', () => {
      appending(store);
    });
    describe('reading a stream', () => {
      reading(store);
    });
    describe.each(['store', 'elsewhere'] as const)('read from: %s', (side) => {
      describe('subscribing', () => {
        subscribing(store, of(side));
      });
      describe('many writers and readers', () => {
        concurrency(store, of(side));
      });
    });
    test('closing the store ends its waiting readers', async () => {
      const closing = await open();
      const subscription = { after: 0n, categories: ['trial'], batchSize: 1, signal: new AbortController().signal };
      const waiting = closing.store.subscribe(subscription)[Symbol.asyncIterator]().next();
      await closing.store.close();
      expect((await waiting).done).toBe(true);
      await closing.close();
    });
    describe('against a model', () => {
      model(store);
    });
  });
}
