import type { Command } from '@nestjs/cqrs';
import { ownerOf, type BankId, type Recorded } from '#kernel';
import { opaqueId, type BankKind } from '#api';
import type { LogExchangeCommand } from '../commands/log-exchange/log-exchange.command.js';

type AnswerTo<C> = C extends Command<infer Answer> ? Answer : never;
type Accepted = Extract<AnswerTo<LogExchangeCommand>, { readonly accepted: true }>;

/** One record that a command on a journal made. */
export type JournalRecord = Accepted['records'][number];
export type JournalFact<Type extends JournalRecord['event']['type']> = Extract<JournalRecord['event'], { type: Type }>;

/** The fact of this type that a command made. @throws when the command made none: a fault of ours */
export function factOf<Type extends JournalRecord['event']['type']>(
  records: readonly JournalRecord[],
  ...types: readonly Type[]
): { readonly record: Recorded; readonly fact: JournalFact<Type> } {
  for (const record of records) {
    if (types.includes(record.event.type as Type)) return { record, fact: record.event as JournalFact<Type> };
  }
  throw new Error(`no ${types.join(' or ')} among the records`);
}

/** The opaque id of something in the journal that a record belongs to. */
export function idIn(kind: BankKind, { stream }: Recorded, id: string): string {
  return opaqueId(kind, ownerOf<BankId>(stream), id);
}
