import {
  StoreDamaged,
  StoreUnavailable,
  TryAgain,
  instant,
  readonlyView,
  type AnyEvent,
  type Command,
  type ReadonlyState,
  type StreamId,
  type StreamDefinition,
  type Submission,
  type Verdict,
} from '#kernel';
import { Batch } from './batch.js';
import { definiteAppend } from './definite-append.js';
import { Preparation } from './preparation.js';
import type { Waiting } from './prepared.js';
import { refusalOf, settle } from './settle.js';
import { StreamMemory } from './stream-memory.js';
import type { WriterPorts } from './writer-ports.js';

const queueMax = 10_000;
const dueMax = 256;
const snapshotEvery = 10_000;
/** A stream that leaves memory keeps one only where reading it again would cost more. */
const snapshotLeast = 50;

/**
 * The one writer of a stream in this process. Commands queue while a flush is under way and the next flush takes
 * them all: a lone command waits for nobody. Every answer, refusals too, goes out only when its batch is durable.
 */
export class StreamWriter<C extends Command, E extends AnyEvent, S extends object> {
  private readonly memory: StreamMemory<C, E, S>;
  private readonly preparation: Preparation<C, E, S>;
  private queue: Waiting<C, E>[] = [];
  private looks: Look<S>[] = [];
  private woken = false;
  private running: Promise<void> | undefined;
  private loaded: Promise<void> | undefined;
  private broken = false;
  private conflictsInARow = 0;

  constructor(
    definition: StreamDefinition<C, E, S>,
    stream: StreamId,
    private readonly ports: WriterPorts,
    private readonly ending: AbortSignal,
  ) {
    this.memory = new StreamMemory(definition, stream, ports.store, ports.codec);
    this.preparation = new Preparation(this.memory, ports.codec, ports.vault);
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
    return new Promise((resolve, reject) => {
      this.looks.push({
        see: (state, revision) => {
          resolve(view(state, revision));
        },
        fail: reject,
      });
      this.start();
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
    if (!this.broken) await this.memory.keep(this.ports.snapshots, snapshotLeast).catch(this.ports.onFault);
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
    try {
      const id = this.preparation.commandId(asked.submission);
      const repeated = await this.preparation.repeat(asked.submission, id);
      if (repeated) {
        asked.answer(repeated);
        return;
      }
      const prepared = await this.preparation.prepare(asked.submission, id);
      if (this.queue.length >= queueMax) throw new TryAgain();
      this.queue.push({ ...asked, prepared });
      this.start();
    } catch (cause) {
      settle(asked, cause);
    }
  }

  private start(): void {
    this.running ??= this.run();
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0 || this.looks.length > 0 || this.woken) {
      await this.serveLooks();
      await this.turn();
    }
    this.running = undefined;
    this.memory.keep(this.ports.snapshots, snapshotEvery).catch(this.ports.onFault);
  }

  private async turn(): Promise<void> {
    const taken: Waiting<C, E>[] = [];
    try {
      const at = this.stamp();
      const due = await this.prepareDue(at);
      this.woken = due.length === dueMax;
      const batch = new Batch(this.memory, this.ports.codec, at);
      for (const waiting of due) if (batch.take(waiting) === 'full') this.woken = true;
      if (!this.woken) this.fill(batch, taken);
      if (taken.length > 0 || batch.records.length > 0) await this.flush(batch, taken);
    } catch (cause) {
      this.woken = false;
      if (!(cause instanceof StoreUnavailable)) this.giveUp(cause);
      for (const waiting of taken) settle(waiting, cause);
    }
  }

  /** A fault: whoever waits is told, and nothing is decided on this memory any more. */
  private giveUp(cause: unknown): void {
    this.broken = true;
    this.ports.onFault(cause);
    for (const waiting of this.queue.splice(0)) waiting.fail(cause);
  }

  /** Takes from the queue what fits into one append. */
  private fill(batch: Batch<C, E, S>, taken: Waiting<C, E>[]): void {
    const queue = this.queue;
    this.queue = [];
    for (const [place, waiting] of queue.entries()) {
      const turn = batch.take(waiting);
      if (turn === 'full') {
        this.queue = queue.slice(place);
        return;
      }
      if (turn === 'moved') void this.admit(waiting);
      else taken.push(waiting);
    }
  }

  private async flush(batch: Batch<C, E, S>, taken: readonly Waiting<C, E>[]): Promise<void> {
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
    if (this.conflictsInARow >= 2) await this.ports.pause(this.ports.random() * (this.ports.clock.now() - started));
    await this.memory.catchUp();
    this.queue = [...taken, ...this.queue];
  }

  private async prepareDue(at: ReturnType<typeof instant>): Promise<readonly Waiting<C, E>[]> {
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

  /** recordedAt never decreases, whatever the clock does. */
  private stamp(): ReturnType<typeof instant> {
    const now = instant(this.ports.clock.now());
    return now > this.memory.recordedAt ? now : this.memory.recordedAt;
  }

  private async serveLooks(): Promise<void> {
    if (this.looks.length === 0) return;
    const looks = this.looks;
    this.looks = [];
    try {
      await this.memory.catchUp();
      for (const look of looks) look.see(readonlyView(this.memory.state), this.memory.revision);
    } catch (cause) {
      for (const look of looks) look.fail(cause);
    }
  }
}

interface Look<S extends object> {
  readonly see: (state: ReadonlyState<S>, revision: number) => void;
  readonly fail: (cause: unknown) => void;
}
