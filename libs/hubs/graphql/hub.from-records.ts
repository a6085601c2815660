import type { Command } from '@nestjs/cqrs';
import { ownerOf, type BankId } from '#kernel';
import { opaqueId } from '#api';
import { factOf, rulesShown, type Bank, type Hub, type JournalRecord } from '#ledger';
import type { AddHubCommand } from '../commands/add-hub/add-hub.command.js';

type AnswerTo<C> = C extends Command<infer Answer> ? Answer : never;
type NetworkRecord = Extract<AnswerTo<AddHubCommand>, { readonly accepted: true }>['records'][number];

/** The hub as a command on the network left it. */
export function hubFrom(records: readonly NetworkRecord[]): { readonly hub: Hub } {
  for (const { event } of records) {
    if ('hub' in event.data) return { hub: { id: opaqueId('hub', event.data.hub) } };
  }
  throw new Error('no hub among the records');
}

export function servedHubFrom(records: readonly JournalRecord[]): { readonly hub: Hub } {
  return { hub: { id: opaqueId('hub', factOf(records, 'HubServed').fact.data.hub) } };
}

export function bankFrom(records: readonly JournalRecord[]): { readonly bank: Bank } {
  const { record, fact } = factOf(records, 'BankOpened');
  const { network, handle, name, rules } = fact.data;
  const id = opaqueId('bank', ownerOf<BankId>(record.stream));
  return { bank: { id, network: opaqueId('network', network), handle, name, rules: rulesShown(rules) } };
}
