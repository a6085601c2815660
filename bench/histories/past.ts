import { randomBytes, randomUUID } from 'node:crypto';
import {
  actorKeyOf,
  instant,
  readonlyView,
  type Actor,
  type AnyEvent,
  type Append,
  type Command,
  type Decidable,
  type EncodedRecord,
  type KeyId,
  type NewId,
  type Recorded,
  type SealedText,
  type StreamDefinition,
  type StreamId,
} from '#kernel';
import type { Parts } from '../../apps/server/parts.js';

/** A stream as it grows: what is decided is hashed, chained and folded in. Nobody else may write into it meanwhile. */
export class Past<C extends Command, E extends AnyEvent, State extends object> {
  private revision = -1;
  private hash: Uint8Array = new Uint8Array(32);
  private records: EncodedRecord[] = [];
  private readonly state: State;

  constructor(
    private readonly parts: Pick<Parts, 'codec' | 'clock'>,
    private readonly definition: StreamDefinition<C, E, State>,
    readonly stream: StreamId,
    private readonly keys: readonly KeyId[],
  ) {
    this.state = definition.initial(stream);
  }

  /** From what is recorded of it. */
  async read({ store, codec }: Pick<Parts, 'store' | 'codec'>): Promise<void> {
    for (;;) {
      const page = await store.readStream(this.stream, this.revision + 1, 1_000);
      for (const stored of page) this.fold(codec.decode(stored) as Recorded<E>, stored.hash);
      if (page.length === 0) return;
    }
  }

  /** @param sealed the command's texts */
  decide(command: C, actor: Actor, sealed: Readonly<Record<string, SealedText>> = {}): readonly E[] {
    const { codec, clock } = this.parts;
    const id = codec.commandId(this.stream, actorKeyOf(actor), randomUUID());
    const newId: NewId = (kind, n = 0) => codec.newId(id, kind, n) as never;
    const at = instant(clock.now());
    const decidable: Decidable<C> = { ...command, id, at, actor, newId, sealed };
    const decided = this.definition.decide(decidable, readonlyView(this.state), {});
    // Nobody repeats a command of the past: what stands for its hash is as long as one.
    const trace = { id, hash: randomBytes(32).toString('base64url'), keys: this.keys, count: decided.length };
    const correlation = randomUUID();
    for (const [index, { event, actor: granted }] of decided.entries()) {
      const { stream, revision } = this;
      const command = { ...trace, index };
      const record = { stream, revision: revision + 1, recordedAt: at, command, actor: granted, correlation, event };
      const encoded = codec.encode({ ...record, previous: this.hash });
      this.fold(record, encoded.hash);
      this.records.push(encoded);
    }
    return decided.map(({ event }) => event);
  }

  /** What was decided since it was asked for last. */
  taken(): Append {
    const { stream, revision, records } = this;
    this.records = [];
    return { stream, expectedRevision: revision - records.length, records };
  }

  private fold(record: Recorded<E>, hash: Uint8Array): void {
    this.definition.evolve(this.state, record);
    this.revision = record.revision;
    this.hash = hash;
  }
}
