import { randomUUID } from 'node:crypto';
import type { StreamWriters } from '#event-store';
import { JournalMoved, NotFound, asId, type Codec, type EventStore, type StoreId, type StreamId } from '#kernel';
import { journal } from '#ledger';
import { categories } from './categories.js';
import type { ShowProgress } from './caught-up.js';
import { copyStore, verifyCopy, type Copied, type Places } from './store-copy.js';

/** The books cannot go there. The message is one sentence for whoever asked. */
export class MoveRefused extends Error {
  override readonly name = 'MoveRefused';
}

export interface Moving {
  readonly source: EventStore;
  readonly target: EventStore;
  /** On the source. */
  readonly writers: StreamWriters;
  readonly codec: Pick<Codec, 'canonical'>;
  /** Shows how far a step has come. */
  readonly showing: <T>(work: (show: ShowProgress) => Promise<T>, label: string) => Promise<T>;
}

export interface Moved extends Pick<Copied, 'records' | 'bytes' | 'streams'> {
  /** Those that go on there. */
  readonly journals: number;
}

const beginning: Places = { source: 0n, target: 0n };

/**
 * Every record goes to the target and is read back; only then does each journal say that it goes on there, which is
 * copied and read back as well. Interrupted anywhere, the same again goes on where it stopped.
 *
 * @throws MoveRefused, StoresDiffer
 */
export async function moveStore(moving: Moving): Promise<Moved> {
  const { source, target, showing } = moving;
  const to = asId<StoreId>(await target.storeId());
  if (to === (await source.storeId())) throw new MoveRefused('The books are in that store already.');
  const both = (after: Places) => (show: ShowProgress) => ({ source, target, categories, after, show });
  const whole = both(beginning);
  await showing((show) => copyStore(whole(show)), 'Copying');
  const copied = await showing((show) => verifyCopy(whole(show)), 'Reading back');

  let journals = 0;
  for (const stream of copied.journals) if (await goesOnIn(to, stream, moving)) journals += 1;
  const rest = both(copied.through);
  await showing((show) => copyStore(rest(show)), 'Copying the last records');
  const last = await showing((show) => verifyCopy(rest(show)), 'Reading them back');
  return {
    records: copied.records + last.records,
    bytes: copied.bytes + last.bytes,
    streams: copied.streams,
    journals,
  };
}

/**
 * @returns false for a journal whose bank's key is no more: no store takes a command on it, so there is nothing to fence
 * @throws MoveRefused where the journal went on in a third store
 */
async function goesOnIn(to: StoreId, stream: StreamId, { writers, codec }: Moving): Promise<boolean> {
  const { store, revision } = await writers.look(journal, stream, (state, last) => ({
    store: state.store,
    revision: last,
  }));
  if (store === to) return true;
  const verdict = await writers.submit(journal, {
    stream,
    command: { name: 'MoveJournal', input: { to } },
    actor: { system: 'move-store' },
    key: codec.canonical(['move-journal', to, { stream, revision }]),
    correlation: randomUUID(),
  });
  if (verdict.accepted) return true;
  if (verdict.refusal instanceof NotFound) return false;
  if (!(verdict.refusal instanceof JournalMoved)) throw verdict.refusal;
  throw new MoveRefused(`${stream} has moved to the store ${store ?? ''} before: move the books from there.`);
}
