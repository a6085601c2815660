import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import { NotFound, Refusal, streamOf, type HubId, type NetworkId, type RecordRef, type Verdict } from '#kernel';
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

  async execute({ service, actor, key, correlation }: ServeNetworkHubCommand): Promise<Verdict<JournalEvent>> {
    const stream = streamOf('journal', service.bank);
    const owner = await this.writers.look(journal, stream, ({ opened }) => opened?.network);
    if (!owner) return { accepted: false, refusal: new NotFound() };
    const seen = await this.place(owner, service);
    if (seen instanceof Refusal) return { accepted: false, refusal: seen };

    const { hub, from } = service;
    const { ancestors, cause } = seen;
    const verdict = await this.commands.execute(
      new ServeHubCommand({
        stream,
        command: { name: 'ServeHub', input: { hub, ancestors, from, cause } },
        actor,
        key,
        correlation,
        causation: cause,
      }),
    );
    if (verdict.accepted) await this.catchUp(owner, seen.revision, correlation);
    return verdict;
  }

  /** The hub's place in the network's tree, and how far the network had come. */
  private place(owner: NetworkId, { hub, from }: HubService): Promise<SeenPlace | Refusal> {
    const stream = streamOf('network', owner);
    return this.writers.look(network, stream, (state, revision) => {
      const place = placeOf(state, hub);
      if (!place) return new NotFound();
      if (place.from > from) return new BranchPlacedLater({ hub, day: place.from });
      return { ancestors: place.ancestors, cause: { stream, revision: place.revision }, revision };
    });
  }

  /** A hub that moved while the journal was being written is placed again: the process may have looked too early. */
  private async catchUp(owner: NetworkId, seen: number, correlation: string): Promise<void> {
    const now = await this.writers.look(network, streamOf('network', owner), (_state, revision) => revision);
    if (now > seen) await this.commands.execute(new FollowHubMovesCommand(owner, seen, correlation));
  }
}

interface SeenPlace {
  readonly ancestors: readonly HubId[];
  readonly cause: RecordRef;
  readonly revision: number;
}
