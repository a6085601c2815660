import { Inject } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CODEC, EVENT_STORE, StreamWriters } from '#event-store';
import {
  NothingToChange,
  readonlyView,
  streamOf,
  type BankId,
  type Codec,
  type EventStore,
  type HubId,
  type RecordRef,
  type Recorded,
  type Refusal,
  type StreamId,
} from '#kernel';
import { PlaceHubCommand, journal } from '#ledger';
import type { NetworkEvent } from '../../domain/network/network.events.js';
import { evolve } from '../../domain/network/network.evolve.js';
import { initialNetwork, type ReadonlyNetwork } from '../../domain/network/network.state.js';
import { branchOf, placeOf, type Place } from '../../domain/network/network.tree.js';
import { FollowHubMovesCommand } from './follow-hub-moves.command.js';

const pageSize = 500;

@CommandHandler(FollowHubMovesCommand)
export class FollowHubMovesHandler implements ICommandHandler<FollowHubMovesCommand> {
  constructor(
    private readonly writers: StreamWriters,
    private readonly commands: CommandBus,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CODEC) private readonly codec: Codec,
  ) {}

  async execute({ network, after, correlation }: FollowHubMovesCommand): Promise<readonly Refusal[]> {
    const stream = streamOf('network', network);
    const state = initialNetwork(stream);
    const refusals: Refusal[] = [];
    const banks: BankId[] = [];
    const moves: Move[] = [];
    for await (const record of this.records(stream)) {
      evolve(state, record);
      if (record.event.type === 'BankAuthorised') banks.push(record.event.data.bank);
      if (record.event.type === 'HubMoved' && record.revision > after) {
        moves.push(moveOf(readonlyView(state), record.event.data.hub, { stream, revision: record.revision }));
      }
    }
    for (const bank of banks) refusals.push(...(await this.tell(bank, moves, correlation)));
    return refusals;
  }

  private async *records(stream: StreamId): AsyncGenerator<Recorded<NetworkEvent>> {
    for (let from = 0; ; from += pageSize) {
      const page = await this.store.readStream(stream, from, pageSize);
      for (const record of page) yield this.codec.decode(record) as Recorded<NetworkEvent>;
      if (page.length < pageSize) return;
    }
  }

  private async tell(bank: BankId, moves: readonly Move[], correlation: string): Promise<readonly Refusal[]> {
    const stream = streamOf('journal', bank);
    const served = await this.writers.look(
      journal,
      stream,
      ({ hubs }) => new Set([...hubs.entries()].map(([hub]) => hub)),
    );
    const refusals: Refusal[] = [];
    for (const { cause, places } of moves) {
      for (const { hub, place } of places) {
        if (!served.has(hub)) continue;
        const verdict = await this.commands.execute(
          new PlaceHubCommand({
            stream,
            command: { name: 'PlaceHub', input: { hub, ancestors: place.ancestors, from: place.from, cause } },
            actor: { system: 'network' },
            key: this.codec.canonical(['placement', hub, { ...cause }]),
            correlation,
            causation: cause,
          }),
        );
        if (!verdict.accepted && !(verdict.refusal instanceof NothingToChange)) refusals.push(verdict.refusal);
      }
    }
    return refusals;
  }
}

/** What one record of the network changed: the new place of each hub of the branch. */
interface Move {
  readonly cause: RecordRef;
  readonly places: readonly { readonly hub: HubId; readonly place: Place }[];
}

function moveOf(network: ReadonlyNetwork, moved: HubId, cause: RecordRef): Move {
  const places = branchOf(network, moved).flatMap((hub) => {
    const place = placeOf(network, hub);
    return place ? [{ hub, place }] : [];
  });
  return { cause, places };
}
