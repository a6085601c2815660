import { appendBytesMax, categoryOf, type EventStore, type Position, type StoredRecord, type StreamId } from '#kernel';
import type { ShowProgress } from './caught-up.js';

/** The two stores do not hold the same. The message is one sentence that names the first record. */
export class StoresDiffer extends Error {
  override readonly name = 'StoresDiffer';
}

export interface Copying {
  readonly source: Pick<EventStore, 'subscribe' | 'head'>;
  readonly target: Pick<EventStore, 'subscribe' | 'head' | 'append'>;
  readonly categories: readonly string[];
  /** Where both were the same already. */
  readonly after: Places;
  readonly show: ShowProgress;
}

/** A place in each of the two stores, whose positions are nothing to each other. */
export interface Places {
  readonly source: Position;
  readonly target: Position;
}

/** What was gone through. */
export interface Copied {
  readonly records: number;
  readonly bytes: number;
  readonly streams: number;
  readonly journals: readonly StreamId[];
  /** How far. */
  readonly through: Places;
}

const batchSize = 500;
const shownEvery = 500;

/**
 * Brings what the target lacks, verbatim and in the source's order. What it holds already, from a copy that was
 * interrupted or from before it was left, must be the very beginning of the source: it is compared, not sent again.
 *
 * @throws StoresDiffer naming the first record that the target holds otherwise; nothing is appended behind it
 */
export async function copyStore(copying: Copying): Promise<Copied> {
  const runs = new Runs(copying.target);
  const copied = await sideBySide(copying, (record) => runs.take(record));
  await runs.flush();
  return copied;
}

/** Reads the target back beside the source: every record the same byte for byte, in the same order, and no other. @throws StoresDiffer */
export function verifyCopy(copying: Copying): Promise<Copied> {
  return sideBySide(copying, ({ stream, revision }) => {
    throw new StoresDiffer(`The target lacks ${named(stream, revision)}.`);
  });
}

/** Memory holds one batch of each store, however long they are. */
async function sideBySide(
  { source, target, categories, after, show }: Copying,
  onMissing: (record: StoredRecord) => void | Promise<void>,
): Promise<Copied> {
  const through = { source: await source.head(), target: await target.head() };
  const there = recordsOf(target, categories, after.target, through.target);
  const journals: StreamId[] = [];
  let [records, bytes, streams] = [0, 0, 0];
  try {
    for await (const record of recordsOf(source, categories, after.source, through.source)) {
      const known = await there.next();
      if (known.done) await onMissing(record);
      else requireSame(record, known.value);
      records += 1;
      bytes += Buffer.byteLength(record.text);
      if (record.revision === 0) streams += 1;
      if (record.revision === 0 && categoryOf(record.stream) === 'journal') journals.push(record.stream);
      if (records % shownEvery === 0) show(record.position, through.source);
    }
    const more = await there.next();
    if (!more.done) throw new StoresDiffer(tooMuch(more.value));
    show(through.source, through.source);
    return { records, bytes, streams, journals, through };
  } finally {
    await there.return(undefined);
  }
}

async function* recordsOf(
  store: Pick<EventStore, 'subscribe'>,
  categories: readonly string[],
  after: Position,
  until: Position,
): AsyncGenerator<StoredRecord, undefined> {
  if (after >= until) return;
  const ended = new AbortController();
  try {
    for await (const batch of store.subscribe({ after, categories, batchSize, signal: ended.signal })) {
      for (const record of batch.records) if (record.position <= until) yield record;
      if (batch.through >= until) return;
    }
  } finally {
    ended.abort();
  }
}

function requireSame(here: StoredRecord, there: StoredRecord): void {
  if (here.stream !== there.stream || here.revision !== there.revision) {
    throw new StoresDiffer(
      `The target holds the books of another store: where it has ${named(there.stream, there.revision)}, here follows ${named(here.stream, here.revision)}.`,
    );
  }
  const isSame =
    here.id === there.id &&
    here.type === there.type &&
    here.text === there.text &&
    Buffer.compare(here.hash, there.hash) === 0;
  if (!isSame) throw new StoresDiffer(`The target holds another record as ${named(here.stream, here.revision)}.`);
}

function tooMuch({ stream, revision }: StoredRecord): string {
  return `The target holds more than this store, first ${named(stream, revision)}: if the books have moved there, they go on there and nothing is left to move.`;
}

function named(stream: StreamId, revision: number): string {
  return `revision ${String(revision)} of ${stream}`;
}

/** Consecutive records of one stream go in one append, as far as one may hold: so the order over all streams stays. */
class Runs {
  private records: StoredRecord[] = [];
  private bytes = 0;

  constructor(private readonly target: Pick<EventStore, 'append'>) {}

  async take(record: StoredRecord): Promise<void> {
    const size = Buffer.byteLength(record.text);
    if (this.records[0]?.stream !== record.stream || this.bytes + size > appendBytesMax) await this.flush();
    this.records.push(record);
    this.bytes += size;
  }

  async flush(): Promise<void> {
    const [first] = this.records;
    if (!first) return;
    const { stream, revision } = first;
    const verdict = await this.target.append({ stream, expectedRevision: revision - 1, records: this.records });
    if (verdict.status === 'conflict') throw new StoresDiffer(`Somebody else writes ${stream} to the target.`);
    this.records = [];
    this.bytes = 0;
  }
}
