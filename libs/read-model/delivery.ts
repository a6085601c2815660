import { categoryOf, type Codec, type Recorded, type StoredRecord, type StreamId, type Vault } from '#kernel';
import type { Change, OpenedTexts, View } from './projection.js';

/** A record as it was delivered: read, or with the reason why it cannot be. */
export interface Delivery {
  readonly stored: StoredRecord;
  readonly record: Recorded | Error;
}

/** One version of a view being filled. */
export interface Target {
  readonly view: View;
  readonly version: number;
  /** Streams whose records wait for a repair. */
  readonly parked: ReadonlySet<StreamId>;
}

/** From this record on, a stream waits for this view. */
export interface Poison {
  readonly target: Target;
  readonly stream: StreamId;
  readonly revision: number;
  readonly reason: string;
}

/** What one record does to one view. */
export interface Folded {
  readonly stored: StoredRecord;
  readonly changes: readonly Change[];
}

export interface Fold {
  readonly target: Target;
  readonly folded: readonly Folded[];
  readonly poisons: readonly Poison[];
}

/** A delivery is read once, whatever the number of views. */
export function deliver(codec: Pick<Codec, 'decode'>, records: readonly StoredRecord[]): readonly Delivery[] {
  return records.map((stored) => {
    try {
      return { stored, record: codec.decode(stored) };
    } catch (error) {
      return { stored, record: error instanceof Error ? error : new Error(String(error)) };
    }
  });
}

/** The pure part of a projection over a batch; a record that cannot be folded parks its stream and nothing else. */
export async function fold(target: Target, deliveries: readonly Delivery[], vault: Pick<Vault, 'open'>): Promise<Fold> {
  const { view } = target;
  const parked = new Set(target.parked);
  const folded: Folded[] = [];
  const poisons: Poison[] = [];
  const mine = deliveries.filter(({ stored }) => view.categories.some((c) => c === categoryOf(stored.stream)));
  const opened = view.texts ? await openAll(view, mine, vault) : undefined;
  for (const [place, { stored, record }] of mine.entries()) {
    if (parked.has(stored.stream)) continue;
    try {
      if (record instanceof Error) throw record;
      const texts = opened?.[place] ?? {};
      if (texts instanceof Error) throw texts;
      folded.push({ stored, changes: view.rows(record, texts) });
    } catch (error) {
      parked.add(stored.stream);
      poisons.push({ target, stream: stored.stream, revision: stored.revision, reason: String(error) });
    }
  }
  return { target, folded, poisons };
}

function openAll(
  view: View,
  mine: readonly Delivery[],
  vault: Pick<Vault, 'open'>,
): Promise<readonly (OpenedTexts | Error)[]> {
  return Promise.all(
    mine.map(async ({ record }) => {
      if (record instanceof Error) return record;
      try {
        const texts = view.texts?.(record) ?? [];
        const opened = await Promise.all(texts.map(({ sealed, place }) => vault.open(sealed, place)));
        return Object.fromEntries(texts.map(({ name }, i) => [name, opened[i]]));
      } catch (error) {
        // A vault that is away says nothing about the record: the batch is tried again.
        if (!(error instanceof Error) || 'code' in error) throw error;
        return error;
      }
    }),
  );
}
