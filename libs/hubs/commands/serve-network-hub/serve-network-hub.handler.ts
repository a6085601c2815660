import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import {
  NotFound,
  Refusal,
  ownerOf,
  streamOf,
  type HubId,
  type NetworkId,
  type RecordRef,
  type Recorded,
  type Verdict,
} from '#kernel';
import { ServeHubCommand, journal, type JournalEvent } from '#ledger';
import { network } from '../../domain/network/network.decider.js';
import { BranchPlacedLater } from '../../domain/network/network.errors.js';
import { placeOf } from '../../domain/network/network.tree.js';
import { FollowHubMovesCommand } from '../follow-hub-moves/follow-hub-moves.command.js';
import { ServeNetworkHubCommand, type HubService } from './serve-network-hub.command.js';

@CommandHandler(ServeNetworkHubCommand)
export class ServeNetworkHubHandler implements ICommandHandler<ServeNetworkHubCommand> {
  constructor(
    private readonly writers: StreamWriters,
    private readonly commands: CommandBus,
  ) {}

  async execute(message: ServeNetworkHubCommand): Promise<Verdict<JournalEvent>> {
    const { service, actor, powers, key, correlation } = message;
    const { bank, hub, from } = service;
    const asked = { hub, from };
    const shared = { stream: streamOf('journal', bank), actor, powers, key, correlation };
    const before = await this.writers.repeated(journal, { ...shared, command: { name: 'ServeHub', input: asked } });
    if (before) return this.followed(before, correlation);
    const place = await this.place(service);
    if (place instanceof Refusal) return { accepted: false, refusal: place };

    const command = { name: 'ServeHub', input: { ...asked, ...place } } as const;
    const serving = new ServeHubCommand({ ...shared, command, asked, causation: place.cause });
    return this.followed(await this.commands.execute(serving), correlation);
  }

  /** The hub's place in the tree of the bank's network. */
  private async place({ bank, hub, from }: HubService): Promise<SeenPlace | Refusal> {
    const owner = await this.writers.look(journal, streamOf('journal', bank), ({ opened }) => opened?.network);
    if (!owner) return new NotFound();
    const stream = streamOf('network', owner);
    return this.writers.look(network, stream, (state) => {
      const place = placeOf(state, hub);
      if (!place) return new NotFound();
      if (place.from > from) return new BranchPlacedLater({ hub, day: place.from });
      return { ancestors: place.ancestors, cause: { stream, revision: place.revision } };
    });
  }

  /** A hub that moved while the journal was being written is placed again: the process may have looked too early. */
  private async followed(verdict: Verdict<JournalEvent>, correlation: string): Promise<Verdict<JournalEvent>> {
    const cause = verdict.accepted ? causeOf(verdict.records) : undefined;
    if (cause) {
      const { stream, revision } = cause;
      await this.commands.execute(new FollowHubMovesCommand(ownerOf<NetworkId>(stream), revision, correlation));
    }
    return verdict;
  }
}

interface SeenPlace {
  readonly ancestors: readonly HubId[];
  readonly cause: RecordRef;
}

/** The network's record that made the place at which the bank began to serve the hub. */
function causeOf(records: readonly Recorded<JournalEvent>[]): RecordRef | undefined {
  for (const { event } of records) if (event.type === 'HubServed') return event.data.cause;
  return undefined;
}
