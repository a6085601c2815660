import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import type { Context } from '../apps/server/context.js';
import { asLocalDate, streamOf, type AccountId, type ImportId, type LocalDate, type Minutes } from '#kernel';
import { ImportExchangesCommand, SetLimitsCommand, importedRowsMax } from '#ledger';
import type { Town } from './town.js';

/** An exchange of the past, for every contestant the same. */
export interface PastExchange {
  readonly provider: AccountId;
  readonly receiver: AccountId;
  readonly minutes: Minutes;
  readonly serviceDate: LocalDate;
}

const chunksAtOnce = 4;

/** Between members of one town, so that each of them has `lines` lines with ever another party. */
export function everybodyWithEverybody(members: readonly AccountId[], lines: number): readonly PastExchange[] {
  const past: PastExchange[] = [];
  for (let step = 0; step < lines / 2; step++) {
    const apart = 1 + (step % (members.length - 1));
    for (const [place, provider] of members.entries()) {
      const receiver = members[(place + apart) % members.length];
      if (receiver) past.push(pastExchange(provider, receiver, past.length));
    }
  }
  return past;
}

/** One account that has given to all the others again and again. */
export function oneToAll(one: AccountId, others: readonly AccountId[], lines: number): readonly PastExchange[] {
  return Array.from({ length: lines }, (_, place) => pastExchange(one, others[place % others.length] ?? one, place));
}

/** Through the import's own command, chunk after chunk. */
export async function importHistory({ app }: Context, town: Town, past: readonly PastExchange[]): Promise<void> {
  const commands = app.get(CommandBus);
  const actor = { import: randomUUID() as string as ImportId, person: town.administrator };
  const chunks = Array.from({ length: Math.ceil(past.length / importedRowsMax) }, (_, n) => n * importedRowsMax);
  const next = chunks.values();
  const work = async (): Promise<void> => {
    for (const from of next) {
      const rows = past.slice(from, from + importedRowsMax).map((exchange) => ({ ...exchange, hub: town.hub }));
      const verdict = await commands.execute(
        new ImportExchangesCommand({
          stream: streamOf('journal', town.bank),
          command: { name: 'ImportExchanges', input: { rows } },
          actor,
          key: `history-${from}`,
          correlation: randomUUID(),
        }),
      );
      if (!verdict.accepted) throw verdict.refusal;
    }
  };
  await Promise.all(Array.from({ length: chunksAtOnce }, work));
}

/** These accounts may never owe. */
export async function setFloors({ app }: Context, town: Town, accounts: readonly AccountId[]): Promise<void> {
  const commands = app.get(CommandBus);
  for (const account of accounts) {
    const input = { account, floor: { kind: 'hard', minutes: 0 as Minutes } } as const;
    const verdict = await commands.execute(
      new SetLimitsCommand({
        stream: streamOf('journal', town.bank),
        command: { name: 'SetLimits', input, texts: { reason: 'Banco di misura' } },
        actor: { person: town.administrator },
        key: `floor-${account}`,
        correlation: randomUUID(),
      }),
    );
    if (!verdict.accepted) throw verdict.refusal;
  }
}

function pastExchange(provider: AccountId, receiver: AccountId, place: number): PastExchange {
  const month = 1 + (place % 9);
  return {
    provider,
    receiver,
    minutes: (15 * (1 + (place % 8))) as Minutes,
    serviceDate: asLocalDate(`2026-0${month}-15`),
  };
}
