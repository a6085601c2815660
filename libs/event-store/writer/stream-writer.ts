import {
  StoreDamaged,
  StoreUnavailable,
  TryAgain,
  readonlyView,
  type AnyEvent,
  type Command,
  type Instant,
  type ReadonlyState,
  type Refusal,
  type StreamId,
  type StreamDefinition,
  type Submission,
  type Verdict,
} from '#kernel';
import { Batch, isKnown } from './batch.js';
import { definiteAppend } from './definite-append.js';
import { Fence, type OwnStore } from './fence.js';
import { Looks } from './looks.js';
import { Preparation } from './preparation.js';
import { questionOf, type Queued, type Waiting } from './prepared.js';
import { refusalOf, settle } from './settle.js';
import { StreamMemory } from './stream-memory.js';
import type { WriterPorts } from './writer-ports.js';

/** A second of work at most: whoever would wait longer is told at once. */
const queueMax = 2_000;
const dueMax = 256;
const flushMsMax = 1_000; // a clock that jumps makes nobody wait

/**
 * The one writer of a stream in this process. Commands queue while a flush is under way and the next flush takes
 * them all: a lone command waits for nobody. Every answer, refusals too, goes out only when its batch is durable.
 */
export class StreamWriter<C extends Command, E extends AnyEvent, S extends object> {
  private readonly memory: StreamMemory<C, E, S>;
  private readonly preparation: Preparation<C, E, S>;
  private queue: Queued<C, E, S>[] = [];
  private readonly looks: Looks<C, E, S>;
  private readonly fence: Fence<C, E, S>;
  private woken = false;
  private running: Promise<void> | undefined;
  private loaded: Promise<void> | undefined;
  private broken = false;
  private conflictsInARow = 0;

  constructor(
    definition: StreamDefinition<C, E, S>,
    stream: StreamId,
    private readonly ports: WriterPorts,
    ownStore: OwnStore,
    private readonly ending: AbortSignal,
  ) {
    this.memory = new StreamMemory(definition, stream, ports.store, ports.codec);
    this.preparation = new Preparation(this.memory, ports.codec, ports.vault);
    this.looks = new Looks(this.memory);
    this.fence = new Fence(this.memory, ownStore);
  }

  get idle(): boolean {
    return this.running === undefined;
  }

  /** False after a fault: memory may be half folded, so the next command starts from the store again. */
  get sound(): boolean {
    return !this.broken;
  }

  /** Durable when it returns. Throws faults only: every expected refusal is a verdict. */
  async submit(submission: Submission<C>): Promise<Verdict<E>> {
    try {
      await this.load();
      return await new Promise((answer, fail) => {
        void this.admit({ submission, answer, fail });
      });
    } catch (cause) {
      return { accepted: false, refusal: refusalOf(cause) };
    }
  }

  /** The answer of a command that was accepted before, asked again as it was asked then; undefined when it is new. */
  async repeated(asked: Submission): Promise<Verdict<E> | undefined> {
    try {
      await this.look(() => undefined);
      return await this.preparation.repeat(asked, this.preparation.commandId(asked));
    } catch (cause) {
      return { accepted: false, refusal: refusalOf(cause) };
    }
  }

  /** Looks at the state with everything folded in that the store holds by now. */
  async look<T>(view: (state: ReadonlyState<S>, revision: number) => T): Promise<T> {
    await this.load();
    const seen = this.looks.add(view);
    this.start();
    return seen;
  }

  /** What the state says at its turn in the queue, fenced like a verdict. @throws what the view throws, TryAgain, JournalMoved */
  async consult<T>(view: (state: ReadonlyState<S>, at: Instant) => T): Promise<T> {
    await this.load();
    return new Promise((answer, fail) => {
      this.enqueue(questionOf(view, answer, fail));
    });
  }

  /** Decides what is due, if anything is. */
  async wake(): Promise<void> {
    await this.load();
    this.woken = true;
    this.start();
    await this.running;
  }

  /** Waits for what is under way; a long stream leaves a snapshot behind. */
  async close(): Promise<void> {
    await this.running;
    if (!this.broken) await this.memory.keepAtTheEnd(this.ports.snapshots).catch(this.ports.onFault);
  }

  private load(): Promise<void> {
    this.loaded ??= this.memory.load(this.ports.snapshots).catch((cause: unknown) => {
      this.loaded = undefined;
      throw cause;
    });
    return this.loaded;
  }

  /** Answers a command that was accepted before, or prepares it and puts it into the queue. */
  private async admit(asked: Omit<Waiting<C, E>, 'prepared'>): Promise<void> {
    const { submission, answer, fail } = asked;
    try {
      const id = this.preparation.commandId(submission);
      const isKnown = this.memory.revisionOf(id) !== undefined;
      const repeated = isKnown ? await this.preparation.repeat(submission, id) : undefined;
      if (repeated) answer(repeated);
      else this.enqueue({ submission, prepared: await this.preparation.prepare(submission, id), answer, fail });
    } catch (cause) {
      settle(asked, cause);
    }
  }

  /** @throws TryAgain where too many wait already */
  private enqueue(queued: Queued<C, E, S>): void {
    if (this.queue.length >= queueMax) throw new TryAgain();
    this.queue.push(queued);
    this.start();
  }

  private start(): void {
    this.running ??= this.run();
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0 || this.looks.areWaiting || this.woken) {
      if (this.looks.areWaiting) await this.looks.serve();
      await this.turn();
    }
    this.running = undefined;
    this.memory.keepNowAndThen(this.ports.snapshots).catch(this.ports.onFault);
  }

  private async turn(): Promise<void> {
    const taken: Queued<C, E, S>[] = [];
    try {
      const moved = await this.fence.refusal();
      if (moved) {
        this.turnAway(moved);
        return;
      }
      const at = this.memory.stamp(this.ports.clock.now());
      const due = await this.prepareDue(at);
      this.woken = due.length === dueMax;
      const batch = new Batch(this.memory, this.ports.codec, at);
      for (const waiting of due) if (batch.take(waiting) === 'full') this.woken = true;
      if (!this.woken) this.fill(batch, taken);
      if (taken.length > 0 || batch.records.length > 0) await this.flush(batch, taken);
    } catch (cause) {
      this.woken = false;
      if (!(cause instanceof StoreUnavailable)) this.giveUp(cause);
      // Where nothing was taken yet, whoever queues is told: nobody else would be.
      for (const waiting of taken.length > 0 ? taken : this.queue.splice(0)) settle(waiting, cause);
    }
  }

  /** Only what this store accepted before keeps its answer. */
  private turnAway(refusal: Refusal): void {
    this.woken = false;
    for (const waiting of this.queue.splice(0)) {
      if ('prepared' in waiting && isKnown(this.memory, waiting.prepared)) void this.admit(waiting);
      else settle(waiting, refusal);
    }
  }

  /** A fault: whoever waits is told, and nothing is decided on this memory any more. */
  private giveUp(cause: unknown): void {
    this.broken = true;
    this.ports.onFault(cause);
    for (const waiting of this.queue.splice(0)) waiting.fail(cause);
  }

  /** Takes from the queue what fits into one append. */
  private fill(batch: Batch<C, E, S>, taken: Queued<C, E, S>[]): void {
    const queue = this.queue;
    this.queue = [];
    for (const [place, waiting] of queue.entries()) {
      const turn = 'see' in waiting ? batch.ask(waiting) : batch.take(waiting);
      if (turn === 'full') {
        this.queue = queue.slice(place);
        return;
      }
      if (turn === 'moved' && 'prepared' in waiting) void this.admit(waiting);
      else taken.push(waiting);
    }
  }

  private async flush(batch: Batch<C, E, S>, taken: readonly Queued<C, E, S>[]): Promise<void> {
    const started = this.ports.clock.now();
    const append = { stream: this.memory.stream, expectedRevision: this.memory.revision, records: batch.encoded };
    const verdict = await definiteAppend(this.ports, append, this.ending);
    if (verdict.status === 'appended') {
      this.conflictsInARow = 0;
      this.memory.fold(batch.layer, batch.records, batch.hash, verdict.position);
      batch.release(verdict.position);
      return;
    }
    if (verdict.revision < this.memory.revision) {
      throw new StoreDamaged(`${append.stream} ends at ${String(verdict.revision)}, where more was durable before`);
    }
    this.conflictsInARow += 1;
    const flushMs = Math.min(this.ports.clock.now() - started, flushMsMax);
    if (this.conflictsInARow >= 2) await this.ports.pause(this.ports.random() * flushMs);
    await this.memory.catchUp();
    this.queue = [...taken, ...this.queue];
  }

  private async prepareDue(at: Instant): Promise<readonly Waiting<C, E>[]> {
    const { definition, state, stream } = this.memory;
    const waiting: Waiting<C, E>[] = [];
    for (const due of definition.due?.(readonlyView(state), at, stream) ?? []) {
      const submission = { ...due, stream, correlation: due.key };
      const prepared = await this.preparation.prepare(submission, this.preparation.commandId(submission));
      waiting.push({ submission, prepared, answer: () => undefined, fail: this.ports.onFault });
      if (waiting.length === dueMax) break;
    }
    return waiting;
  }
}
