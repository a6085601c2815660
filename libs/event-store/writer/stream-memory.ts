import {
  dumpState,
  foldInto,
  instant,
  loadState,
  type AnyEvent,
  type Codec,
  type Command,
  type EventStore,
  type Instant,
  type Position,
  type Recorded,
  type StreamDefinition,
  type StreamId,
} from '#kernel';
import { FingerprintIndex } from './fingerprint-index.js';
import { RecentRecords, type Durable } from './recent-records.js';
import { packSnapshot, snapshotFormat, unpackSnapshot, type Snapshot, type SnapshotStore } from './snapshots.js';

const pageSize = 1000;
const keptEvery = 10_000;
/** After a kill, at most a twentieth of the history is read again. */
const keptEveryPart = 20;
const keptLeast = 50;
const beforeAll = '0000-01-01T00:00:00.000Z' as Instant;

/** What a writer knows of its stream for certain: only durable records are in here. */
export class StreamMemory<C extends Command, E extends AnyEvent, S extends object> {
  state: S;
  revision = -1;
  /** Where the last snapshot stands. */
  private keptRevision = -1;
  hash: Uint8Array = new Uint8Array(32);
  recordedAt = beforeAll;
  private entities = new FingerprintIndex();
  private commands = new FingerprintIndex();
  private readonly recent = new RecentRecords<E>();

  constructor(
    readonly definition: StreamDefinition<C, E, S>,
    readonly stream: StreamId,
    private readonly store: EventStore,
    private readonly codec: Codec,
  ) {
    this.state = definition.initial(stream);
  }

  /** Folds in all that was stored after what is known. */
  async catchUp(): Promise<void> {
    for (;;) {
      const page = await this.store.readStream(this.stream, this.revision + 1, pageSize);
      for (const stored of page) {
        const record = this.codec.decode(stored) as Recorded<E>;
        this.definition.evolve(this.state, record);
        this.note({ record, position: stored.position }, stored.hash);
      }
      if (page.length < pageSize) break;
    }
    this.definition.settle?.(this.state);
  }

  /** Folds in a batch that is now durable, decided on `layer`. */
  fold(layer: S, records: readonly Recorded<E>[], hash: Uint8Array, position: Position): void {
    foldInto(this.state, layer);
    for (const record of records) this.note({ record, position }, hash);
    this.definition.settle?.(this.state);
  }

  /** recordedAt never decreases, whatever the clock does. */
  stamp(nowMs: number): Instant {
    const now = instant(nowMs);
    return now > this.recordedAt ? now : this.recordedAt;
  }

  /** Revision of the entity's last record. */
  lastOf(entity: string): number | undefined {
    return this.entities.get(entity);
  }

  recentAt(revision: number): Durable<E> | undefined {
    return this.recent.at(revision);
  }

  /** Revision of the first record that the command may have made: `recordsOf` makes sure. */
  revisionOf(command: string): number | undefined {
    return this.commands.get(command);
  }

  /** The records that a command made; none when it is new. */
  async recordsOf(command: string): Promise<readonly Durable<E>[]> {
    const first = this.commands.get(command);
    const head = first === undefined ? undefined : await this.read(first);
    if (first === undefined || head?.record.command.id !== command) return [];
    const rest = Array.from({ length: head.record.command.count - 1 }, (_, n) => this.read(first + n + 1));
    return [head, ...(await Promise.all(rest)).filter((durable) => durable !== undefined)];
  }

  async read(revision: number): Promise<Durable<E> | undefined> {
    const kept = this.recent.at(revision);
    if (kept) return kept;
    const [stored] = await this.store.readStream(this.stream, revision, 1);
    return stored && { record: this.codec.decode(stored) as Recorded<E>, position: stored.position };
  }

  /** Starts from the last snapshot where it still holds, from the first record otherwise. */
  async load(snapshots: SnapshotStore): Promise<void> {
    const bytes = await snapshots.read(this.stream);
    const snapshot = bytes && unpackSnapshot(bytes);
    if (snapshot) await this.restore(snapshot);
    await this.catchUp();
  }

  /** Leaves a snapshot now and then: of a long history it is large, so it is taken the more rarely. */
  keepNowAndThen(snapshots: SnapshotStore): Promise<void> {
    return this.keep(snapshots, Math.max(keptEvery, this.revision / keptEveryPart));
  }

  /** A stream that leaves memory keeps a snapshot only where reading it again would cost more. */
  keepAtTheEnd(snapshots: SnapshotStore): Promise<void> {
    return this.keep(snapshots, keptLeast);
  }

  private async keep(snapshots: SnapshotStore, recordsMin: number): Promise<void> {
    if (this.revision - this.keptRevision < recordsMin) return;
    this.keptRevision = this.revision;
    const snapshot: Snapshot = {
      format: snapshotFormat,
      foldVersion: this.definition.foldVersion,
      stream: this.stream,
      revision: this.revision,
      hash: this.hash,
      recordedAt: this.recordedAt,
      state: dumpState(this.state),
      entities: this.entities.dump(),
      commands: this.commands.dump(),
    };
    await snapshots.write(this.stream, this.revision, packSnapshot(snapshot));
  }

  /** Only where the record it stands on is the stored one and the fold is today's. */
  private async restore(snapshot: Snapshot): Promise<void> {
    if (snapshot.foldVersion !== this.definition.foldVersion || snapshot.stream !== this.stream) return;
    const [stored] = await this.store.readStream(this.stream, snapshot.revision, 1);
    if (!stored || Buffer.compare(stored.hash, snapshot.hash) !== 0) return;
    this.state = loadState(this.definition.initial(this.stream), snapshot.state);
    this.revision = snapshot.revision;
    this.keptRevision = snapshot.revision;
    this.hash = snapshot.hash;
    this.recordedAt = snapshot.recordedAt;
    this.entities = FingerprintIndex.from(snapshot.entities);
    this.commands = FingerprintIndex.from(snapshot.commands);
  }

  private note(durable: Durable<E>, hash: Uint8Array): void {
    const { record } = durable;
    const entity = this.definition.entityOf(record.event);
    if (entity !== undefined) this.entities.set(entity, record.revision);
    if (record.command.index === 0) this.commands.set(record.command.id, record.revision);
    this.recent.add(durable);
    this.revision = record.revision;
    this.hash = hash;
    this.recordedAt = record.recordedAt;
  }
}
