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
import { requireAgreement, requireDue } from './agreement.js';
import type { Past } from './given.js';
import type { JournalModel } from './journal-model.js';
import { ada, bankStream, grantIdOf } from './people.js';

/** A journal that takes one command after the other and remembers all its records. */
export class RunningBank {
  readonly state = journal.initial(bankStream);
  readonly records: Recorded<JournalEvent>[] = [];
  readonly exchanges = new Set<ExchangeId>();
  readonly mandates = new Set<MandateId>();
  readonly grants = new Set<GrantId>([grantIdOf(ada, 'administrator')]);
  private asked = 0;

  /**
   * @param count hears the name of every command that is accepted and the code of every refusal
   * @param model predicts every answer
   */
  constructor(
    past: Past,
    private readonly count: (what: string) => void,
    private readonly model?: JournalModel,
  ) {
    for (const happened of past) {
      model?.known.know(this.record(happened));
    }
  }

  /** What is due is decided first. */
  ask(question: Asked<JournalCommand>, at: Instant): void {
    const due = [...(journal.due?.(frozenView(this.state), at, bankStream) ?? [])];
    if (this.model) requireDue(this.model, due, at);
    for (const one of due) this.decide(one, at);
    this.decide(question, at);
  }

  private decide(question: Asked<JournalCommand>, at: Instant): void {
    const answer = this.answered(question, at);
    const records = typeof answer === 'string' ? [] : answer.map((happened) => this.record(happened, at));
    this.count(typeof answer === 'string' ? answer : question.command.name);
    if (!this.model) return;
    requireAgreement(this.model, { ...question, at, answer }, this.state);
    for (const record of records) this.model.known.know(record);
  }

  private answered(question: Asked<JournalCommand>, at: Instant): string | readonly Decided<JournalEvent>[] {
    try {
      return this.made(question, at);
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      return cause.code;
    }
  }

  private made({ command, actor, powers }: Asked<JournalCommand>, at: Instant): readonly Decided<JournalEvent>[] {
    this.asked += 1;
    const id = idOf<CommandId>(`command ${String(this.asked)}`);
    const newId: NewId = <Id extends string>(kind: string, n = 0) => idOf(`${id} ${kind} ${String(n)}`) as string as Id;
    const texts = Object.entries(command.texts ?? {}).map(([field, plain]) => [field, sealed(plain)] as const);
    const target = journal.targetOf(command);
    const last = this.records.findLast(({ event }) => target !== undefined && journal.entityOf(event) === target);
    const decidable = {
      ...command,
      id,
      at,
      actor,
      ...(powers && { powers }),
      newId,
      sealed: Object.fromEntries(texts),
    };
    return journal.decide(decidable, frozenView(this.state), last ? { last } : {});
  }

  private record(happened: JournalEvent | Decided<JournalEvent>, at?: Instant): Recorded<JournalEvent> {
    const record = recordedOf(bankStream, happened, this.records.length, at);
    journal.evolve(this.state, record);
    journal.settle?.(this.state);
    this.records.push(record);
    const { event } = record;
    if ('facts' in event.data) this.exchanges.add(event.data.facts.exchange);
    if ('mandate' in event.data) this.mandates.add(event.data.mandate);
    if ('grant' in event.data) this.grants.add(event.data.grant);
    return record;
  }
}
