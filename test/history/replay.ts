import {
  Refusal,
  actorKeyOf,
  readonlyView,
  type Codec,
  type CommandId,
  type Decidable,
  type Instant,
  type Recorded,
  type SealedText,
  type StreamId,
  type Submission,
} from '#kernel';
import { journal, type Journal, type JournalCommand, type JournalEvent } from '#ledger';

export type Naming = Pick<Codec, 'commandId' | 'newId' | 'canonical'>;
type Asked = Submission<JournalCommand>;
type JournalRecord = Recorded<JournalEvent>;

const noText: SealedText = { keys: [], nonce: '', text: '' };

/** A journal that is told again, record by record, by its own rules and nothing of what runs them. */
export class Replay {
  revision = -1;
  private recordedAt = '2000-01-01T00:00:00.000Z' as Instant;
  private readonly state: Journal;
  private readonly lastOf = new Map<string, JournalRecord>();
  private readonly commands = new Set<CommandId>();

  constructor(
    stream: StreamId,
    private readonly naming: Naming,
  ) {
    this.state = journal.initial(stream);
  }

  idOf({ stream, actor, key }: Asked): CommandId {
    return this.naming.commandId(stream, actorKeyOf(actor), key);
  }

  /** The code with which the rules refuse at this place; undefined where they accept. */
  refusalOf(asked: Asked): string | undefined {
    if (this.commands.has(this.idOf(asked))) return 'IDEMPOTENCY_CONFLICT';
    try {
      this.decide(asked, this.recordedAt, () => noText);
    } catch (cause) {
      if (cause instanceof Refusal) return cause.code;
      throw cause;
    }
    const { expectedVersion } = asked.command;
    const version = this.last(asked)?.revision;
    return expectedVersion !== undefined && version !== undefined && version !== expectedVersion
      ? 'STALE_VERSION'
      : undefined;
  }

  /** @throws Error where the rules, asked at this place, do not make these records */
  requireMade(asked: Asked, records: readonly JournalRecord[]): void {
    const [first] = records;
    if (!first) throw new Error(`${asked.command.name} made no record`);
    const texts = first.event.data as object as Readonly<Record<string, SealedText>>;
    const made = this.decide(asked, first.recordedAt, (field) => texts[field] ?? noText);
    const said = this.naming.canonical(records.map(({ event, actor }) => ({ event, actor })));
    if (this.naming.canonical(made) !== said)
      throw new Error(`revision ${String(first.revision)} is not what the rules make of ${asked.command.name}`);
  }

  take(record: JournalRecord): void {
    journal.evolve(this.state, record);
    journal.settle?.(this.state);
    const entity = journal.entityOf(record.event);
    if (entity !== undefined) this.lastOf.set(entity, record);
    this.commands.add(record.command.id);
    this.revision = record.revision;
    this.recordedAt = record.recordedAt;
  }

  private last({ command }: Asked): JournalRecord | undefined {
    const target = journal.targetOf(command);
    return target === undefined ? undefined : this.lastOf.get(target);
  }

  private decide(asked: Asked, at: Instant, sealedAs: (field: string) => SealedText) {
    const { command, actor, causation } = asked;
    const id = this.idOf(asked);
    const last = this.last(asked);
    const sealed = Object.fromEntries(Object.keys(command.texts ?? {}).map((field) => [field, sealedAs(field)]));
    const newId = (kind: string, n = 0) => this.naming.newId(id, kind, n) as never;
    const decidable = { ...command, id, at, actor, newId, sealed, ...(causation && { causation }) };
    return journal.decide(decidable as Decidable<JournalCommand>, readonlyView(this.state), last ? { last } : {});
  }
}
