import {
  NotFound,
  Refusal,
  StaleVersion,
  appendBytesMax,
  EventTooLarge,
  layerOf,
  readonlyView,
  type AnyEvent,
  type Codec,
  type Command,
  type Decidable,
  type EncodedRecord,
  type Instant,
  type OldFacts,
  type Position,
  type Recorded,
  type Submission,
  type Verdict,
} from '#kernel';
import type { Prepared, Question, Waiting } from './prepared.js';
import type { StreamMemory } from './stream-memory.js';

/** What became of a command at its turn. */
export type Turn =
  | 'decided'
  /** The append is full: it stays at the head of the queue. */
  | 'full'
  /** Its entity moved, or its id became known, since it was prepared: it goes back to be prepared again. */
  | 'moved';

/** Decides commands one after the other on a layer over what is durable. Nothing leaves it before `release`. */
export class Batch<C extends Command, E extends AnyEvent, S extends object> {
  readonly records: Recorded<E>[] = [];
  readonly encoded: EncodedRecord[] = [];
  readonly layer: S;
  private readonly entities = new Map<string, Recorded<E>>();
  private readonly commands = new Set<string>();
  private readonly answers: ((position: Position) => void)[] = [];
  private bytes = 0;

  constructor(
    private readonly memory: StreamMemory<C, E, S>,
    private readonly codec: Codec,
    readonly at: Instant,
  ) {
    this.layer = layerOf(memory.state);
  }

  get hash(): Uint8Array {
    return this.encoded.at(-1)?.hash ?? this.memory.hash;
  }

  take(waiting: Waiting<C, E>): Turn {
    const { prepared, submission } = waiting;
    if (this.isLeft()) return 'full';
    const facts = this.factsOf(submission.command, prepared);
    if (facts === 'moved' || this.commands.has(prepared.id) || isKnown(this.memory, prepared)) return 'moved';
    let made: Made<E>;
    try {
      made = this.decide(submission, prepared, facts);
      if (made.bytes > appendBytesMax) throw new EventTooLarge();
    } catch (cause) {
      if (cause instanceof Refusal) this.answers.push((position) => waiting.answer(refused(cause, position)));
      else waiting.fail(cause);
      return 'decided';
    }
    if (this.bytes + made.bytes > appendBytesMax) return 'full';
    this.keep(prepared, made);
    const { records } = made;
    this.answers.push((position) => waiting.answer({ accepted: true, records, position }));
    return 'decided';
  }

  /** Sees all that was decided before it; its answer goes out with theirs. */
  ask(question: Question<S>): Turn {
    if (this.isLeft()) return 'full';
    try {
      this.answers.push(question.see(readonlyView(this.layer), this.at));
    } catch (cause) {
      if (cause instanceof Refusal) this.answers.push(() => question.fail(cause));
      else question.fail(cause);
    }
    return 'decided';
  }

  /** The batch is durable: every answer goes out, refusals too. */
  release(position: Position): void {
    for (const answer of this.answers) answer(position);
  }

  private decide(submission: Submission<C>, prepared: Prepared<E>, facts: OldFacts<E>): Made<E> {
    const { id } = prepared;
    const { causation } = submission;
    const decided = this.memory.definition.decide(
      decidableOf(submission, prepared, this.at),
      readonlyView(this.layer),
      facts,
    );
    // Only now: whoever may not decide this is refused above, and learns nothing of what is there and how it moved.
    this.requireVersion(submission.command);
    const first = this.memory.revision + this.records.length + 1;
    const made: Made<E> = { records: [], encoded: [], bytes: 0 };
    for (const [index, { event, actor: acting }] of decided.entries()) {
      const trace = { id, hash: prepared.hash, keys: prepared.keys, index, count: decided.length };
      const record: Recorded<E> = {
        stream: submission.stream,
        revision: first + index,
        recordedAt: this.at,
        command: trace,
        actor: acting,
        correlation: submission.correlation,
        event,
        ...(causation && { causation }),
      };
      const encoded = this.codec.encode({ previous: made.encoded.at(-1)?.hash ?? this.hash, ...record });
      made.records.push(record);
      made.encoded.push(encoded);
      made.bytes += Buffer.byteLength(encoded.text);
    }
    return made;
  }

  private keep(prepared: Prepared<E>, made: Made<E>): void {
    for (const record of made.records) {
      this.memory.definition.evolve(this.layer, record);
      const entity = this.memory.definition.entityOf(record.event);
      if (entity !== undefined) this.entities.set(entity, record);
      this.records.push(record);
    }
    this.encoded.push(...made.encoded);
    this.bytes += made.bytes;
    this.commands.add(prepared.id);
  }

  /** The batch itself gave the stream another home: whether more may be decided here is for the next turn to say. */
  private isLeft(): boolean {
    const { definition, state } = this.memory;
    return definition.home?.(readonlyView(this.layer)) !== definition.home?.(readonlyView(state));
  }

  /** The last record of the command's entity as of this turn; none is needed where the state answers for it. */
  private factsOf(command: C, prepared: Prepared<E>): OldFacts<E> | 'moved' {
    const { definition } = this.memory;
    const target = definition.targetOf(command);
    if (target === undefined || definition.inState?.(command, readonlyView(this.layer))) return {};
    const decidedHere = this.entities.get(target);
    if (decidedHere) return { last: decidedHere };
    const last = this.memory.lastOf(target);
    if (last === prepared.factsRevision) return prepared.facts;
    const recent = last === undefined ? undefined : this.memory.recentAt(last);
    if (!recent || definition.entityOf(recent.record.event) !== target) return 'moved';
    return { last: recent.record };
  }

  private requireVersion(command: C): void {
    const target = this.memory.definition.targetOf(command);
    if (command.expectedVersion === undefined || target === undefined) return;
    const last = this.entities.get(target)?.revision ?? this.memory.lastOf(target);
    if (last !== undefined && last !== command.expectedVersion) {
      throw new StaleVersion({ expectedVersion: command.expectedVersion, version: last });
    }
  }
}

/**
 * What a command says stands beside what the writer knows, and never in its place. Whatever is spread stands last: names
 * behind a spread take V8's slow path, and each command would have a hidden class of its own, unknown to all that reads it.
 */
function decidableOf<C extends Command, E extends AnyEvent>(
  { actor, powers, causation, command }: Submission<C>,
  { id, newId, sealed }: Prepared<E>,
  at: Instant,
): Decidable<C> {
  const { name, input, texts, expectedVersion } = command as Command;
  const decidable: Decidable<Command> = {
    id,
    at,
    actor,
    newId,
    sealed,
    name,
    input,
    ...(texts && { texts }),
    ...(expectedVersion !== undefined && { expectedVersion }),
    ...(powers && { powers }),
    ...(causation && { causation }),
  };
  return decidable as Decidable<C>;
}

/** True when a command of this id was durably accepted since it was prepared. */
export function isKnown<C extends Command, E extends AnyEvent, S extends object>(
  memory: StreamMemory<C, E, S>,
  { id, checkedRevision }: Prepared<E>,
): boolean {
  const known = memory.revisionOf(id);
  return known !== undefined && known !== checkedRevision;
}

/** What is not found says nothing of the log: it is the same as what never was. */
function refused(refusal: Refusal, position: Position): Verdict<never> {
  return { accepted: false, refusal, ...(!(refusal instanceof NotFound) && { position }) };
}

interface Made<E extends AnyEvent> {
  readonly records: Recorded<E>[];
  readonly encoded: EncodedRecord[];
  bytes: number;
}
