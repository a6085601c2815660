import {
  type AnyEvent,
  type Command,
  type Instant,
  type ReadonlyState,
  type StreamDefinition,
  type StreamId,
  type Submission,
  type Verdict,
} from '#kernel';
import { OwnStore } from './fence.js';
import { StreamWriter } from './stream-writer.js';
import type { WriterPorts } from './writer-ports.js';

/** A writer, whatever its stream is made of. */
interface Closable {
  readonly idle: boolean;
  readonly sound: boolean;
  close(): Promise<void>;
}

/** The writers of this process: one a stream, the least recently used leave memory. The only way in for commands. */
export class StreamWriters {
  private readonly writers = new Map<StreamId, Closable>();
  private readonly ending = new AbortController();
  private readonly ownStore: OwnStore;

  constructor(
    private readonly ports: WriterPorts,
    private readonly openMax = 1000,
  ) {
    this.ownStore = new OwnStore(ports.store);
  }

  /** Durable when it returns. Throws faults only: every expected refusal is a verdict. */
  submit<C extends Command, E extends AnyEvent, S extends object>(
    definition: StreamDefinition<C, E, S>,
    submission: Submission<C>,
  ): Promise<Verdict<E>> {
    return this.of(definition, submission.stream).submit(submission);
  }

  /**
   * The answer of a command that was accepted before, asked again as it was asked then: before anything is found out that
   * may have changed since. undefined when it is new.
   */
  repeated<C extends Command, E extends AnyEvent, S extends object>(
    definition: StreamDefinition<C, E, S>,
    asked: Submission,
  ): Promise<Verdict<E> | undefined> {
    return this.of(definition, asked.stream).repeated(asked);
  }

  /** What a stream's state says now; revision -1 where there is no such stream. */
  look<C extends Command, E extends AnyEvent, S extends object, T>(
    definition: StreamDefinition<C, E, S>,
    stream: StreamId,
    view: (state: ReadonlyState<S>, revision: number) => T,
  ): Promise<T> {
    return this.of(definition, stream).look(view);
  }

  /**
   * As `look`, for who decides something elsewhere by what is seen: in the queue, after all that was asked before, and
   * answered only when the stream is still as it was seen. @throws what the view throws, TryAgain, JournalMoved
   */
  consult<C extends Command, E extends AnyEvent, S extends object, T>(
    definition: StreamDefinition<C, E, S>,
    stream: StreamId,
    view: (state: ReadonlyState<S>, at: Instant) => T,
  ): Promise<T> {
    return this.of(definition, stream).consult(view);
  }

  /** Decides what is due in a stream. */
  wake<C extends Command, E extends AnyEvent, S extends object>(
    definition: StreamDefinition<C, E, S>,
    stream: StreamId,
  ): Promise<void> {
    return this.of(definition, stream).wake();
  }

  /** Waits for what is under way, but for no store that is away; long streams leave a snapshot behind. */
  async close(): Promise<void> {
    this.ending.abort();
    await Promise.all([...this.writers.values()].map((writer) => writer.close()));
    this.writers.clear();
  }

  private of<C extends Command, E extends AnyEvent, S extends object>(
    definition: StreamDefinition<C, E, S>,
    stream: StreamId,
  ): StreamWriter<C, E, S> {
    const open = this.writers.get(stream) as StreamWriter<C, E, S> | undefined;
    const known = open?.sound ? open : undefined;
    const writer = known ?? new StreamWriter(definition, stream, this.ports, this.ownStore, this.ending.signal);
    this.writers.delete(stream);
    this.writers.set(stream, writer);
    if (!known) this.makeRoom();
    return writer;
  }

  private makeRoom(): void {
    for (const [stream, writer] of this.writers) {
      if (this.writers.size <= this.openMax) return;
      if (!writer.idle) continue;
      this.writers.delete(stream);
      writer.close().catch(this.ports.onFault);
    }
  }
}
