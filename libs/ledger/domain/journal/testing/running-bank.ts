import {
  Refusal,
  type CommandId,
  type Decided,
  type ExchangeId,
  type GrantId,
  type Instant,
  type MandateId,
  type NewId,
  type Recorded,
} from '#kernel';
import { frozenView, idOf, recordedOf, sealed, type Asked } from '#testing';
import type { JournalCommand } from '../journal.commands.js';
import { journal } from '../journal.definition.js';
import type { JournalEvent } from '../journal.events.js';
import type { Past } from './given.js';
import { ada, bankStream, grantIdOf } from './people.js';

/** A journal that takes one command after the other and remembers all its records. */
export class RunningBank {
  readonly state = journal.initial(bankStream);
  readonly records: Recorded<JournalEvent>[] = [];
  readonly exchanges = new Set<ExchangeId>();
  readonly mandates = new Set<MandateId>();
  readonly grants = new Set<GrantId>([grantIdOf(ada, 'administrator')]);
  private asked = 0;

  /** @param count hears the name of every command that is accepted and the code of every refusal */
  constructor(
    past: Past,
    private readonly count: (what: string) => void,
  ) {
    for (const happened of past) this.record(happened);
  }

  /** What is due is decided first. */
  ask(question: Asked<JournalCommand>, at: Instant): void {
    for (const due of [...(journal.due?.(frozenView(this.state), at, bankStream) ?? [])]) this.decide(due, at);
    this.decide(question, at);
  }

  private decide(question: Asked<JournalCommand>, at: Instant): void {
    try {
      for (const happened of this.made(question, at)) this.record(happened, at);
      this.count(question.command.name);
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      this.count(cause.code);
    }
  }

  private made({ command, actor }: Asked<JournalCommand>, at: Instant): readonly Decided<JournalEvent>[] {
    this.asked += 1;
    const id = idOf<CommandId>(`command ${String(this.asked)}`);
    const newId: NewId = <Id extends string>(kind: string, n = 0) => idOf(`${id} ${kind} ${String(n)}`) as string as Id;
    const texts = Object.entries(command.texts ?? {}).map(([field, plain]) => [field, sealed(plain)] as const);
    const target = journal.targetOf(command);
    const last = this.records.findLast(({ event }) => target !== undefined && journal.entityOf(event) === target);
    const decidable = { ...command, id, at, actor, newId, sealed: Object.fromEntries(texts) };
    return journal.decide(decidable, frozenView(this.state), last ? { last } : {});
  }

  private record(happened: JournalEvent | Decided<JournalEvent>, at?: Instant): void {
    const record = recordedOf(bankStream, happened, this.records.length, at);
    journal.evolve(this.state, record);
    journal.settle?.(this.state);
    this.records.push(record);
    const { event } = record;
    if ('facts' in event.data) this.exchanges.add(event.data.facts.exchange);
    if ('mandate' in event.data) this.mandates.add(event.data.mandate);
    if ('grant' in event.data) this.grants.add(event.data.grant);
  }
}
