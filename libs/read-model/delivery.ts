import { categoryOf, type Codec, type Recorded, type StoredRecord, type StreamId, type Vault } from '#kernel';
import type { Change, OpenedTexts, TextToOpen, View } from './projection.js';

/** A record as it was delivered: read, or with the reason why it cannot be. */
export interface Delivery {
  readonly stored: StoredRecord;
  /** Of its stream. */
  readonly category: string;
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

/** What one record does to one view: something. */
export interface Folded {
  readonly stored: StoredRecord;
  readonly changes: readonly Change[];
}

export function changesOf(folded: readonly Folded[]): readonly Change[] {
  const changes: Change[] = [];
  for (const record of folded) changes.push(...record.changes);
  return changes;
}

/** Of one batch, record after record. */
export interface Fold {
  readonly target: Target;
  readonly folded: Folded[];
  readonly poisons: Poison[];
  readonly parked: Set<StreamId>;
}

export function emptyFold(target: Target): Fold {
  return { target, folded: [], poisons: [], parked: new Set(target.parked) };
}

/** A delivery is read once, whatever the number of views. */
export function deliver(codec: Pick<Codec, 'decode'>, records: readonly StoredRecord[]): readonly Delivery[] {
  return records.map((stored) => ({ stored, category: categoryOf(stored.stream), record: read(codec, stored) }));
}

function read(codec: Pick<Codec, 'decode'>, stored: StoredRecord): Recorded | Error {
  try {
    return codec.decode(stored);
  } catch (error) {
    return asError(error);
  }
}

/** The pure part of a projection over a batch; a record that cannot be folded parks its stream and nothing else. */
export async function addTo(
  { target, folded, poisons, parked }: Fold,
  deliveries: readonly Delivery[],
  vault: Pick<Vault, 'open'>,
): Promise<void> {
  const { view } = target;
  const categories: readonly string[] = view.categories;
  const mine = deliveries.filter(({ category }) => categories.includes(category));
  const opened = await openAll(view, mine, vault);
  for (const { stored, record } of mine) {
    if (parked.size > 0 && parked.has(stored.stream)) continue;
    try {
      if (record instanceof Error) throw record;
      const texts = opened?.get(record) ?? nothing;
      if (texts instanceof Error) throw texts;
      const changes = view.rows(record, texts);
      if (changes.length > 0) folded.push({ stored, changes });
    } catch (error) {
      parked.add(stored.stream);
      poisons.push({ target, stream: stored.stream, revision: stored.revision, reason: String(error) });
    }
  }
}

const nothing: OpenedTexts = {};

/** Few records hold a text that a view shows: only those are waited for. */
async function openAll(
  view: View,
  mine: readonly Delivery[],
  vault: Pick<Vault, 'open'>,
): Promise<ReadonlyMap<Recorded, OpenedTexts | Error> | undefined> {
  if (!view.texts) return undefined;
  const opened = new Map<Recorded, OpenedTexts | Error>();
  const opening: Promise<void>[] = [];
  for (const { record } of mine) {
    if (record instanceof Error) continue;
    try {
      const texts = view.texts(record);
      if (texts.length > 0) opening.push(open(texts, vault).then((all) => void opened.set(record, all)));
    } catch (error) {
      opened.set(record, asError(error));
    }
  }
  await Promise.all(opening);
  return opened;
}

async function open(texts: readonly TextToOpen[], vault: Pick<Vault, 'open'>): Promise<OpenedTexts | Error> {
  try {
    const opened = await Promise.all(texts.map(({ sealed, place }) => vault.open(sealed, place)));
    return Object.fromEntries(texts.map(({ name }, i) => [name, opened[i]]));
  } catch (error) {
    // A vault that is away says nothing about the record: the batch is tried again.
    if (!(error instanceof Error) || 'code' in error) throw error;
    return error;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
