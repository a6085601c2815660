import { Inject } from '@nestjs/common';
import { CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { EVENT_STORE, StreamWriters } from '#event-store';
import {
  NETWORKS,
  NotFound,
  streamOf,
  type EventStore,
  type Networks,
  type PersonActor,
  type PersonId,
  type Refusal,
  type Verdict,
} from '#kernel';
import { AuthoriseCommand, KnowsNetworkQuery } from '#ledger';
import { person } from '../../domain/person/person.decider.js';
import { NoticeUnknown } from '../../domain/person/person.errors.js';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { RecordPrivacyCommand } from './record-privacy.command.js';

@CommandHandler(RecordPrivacyCommand)
export class RecordPrivacyHandler implements ICommandHandler<RecordPrivacyCommand> {
  constructor(
    private readonly writers: StreamWriters,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(NETWORKS) private readonly networks: Networks,
    @Inject(EVENT_STORE) private readonly store: Pick<EventStore, 'head'>,
  ) {}

  async execute(command: RecordPrivacyCommand): Promise<Verdict<PersonEvent>> {
    const whose = await this.whose(command);
    if ('refusal' in whose) return { accepted: false, refusal: whose.refusal };
    const refusal = await this.refusalOf(command);
    if (refusal) return { accepted: false, refusal };
    return this.writers.submit(person, {
      stream: streamOf('person', whose.person),
      command: command.said,
      actor: whose.actor,
      powers: command.asker.powers,
      key: command.key,
      correlation: command.correlation,
    });
  }

  /** The person's stream knows no networks: neither their editions, of which none is ever taken back, nor whom they concern. */
  private async refusalOf({ said, member, asker }: RecordPrivacyCommand): Promise<Refusal | undefined> {
    const { network } = said.input;
    if (said.name === 'AcknowledgeNotice') {
      const isIssued = await this.networks.hasIssued(network, said.input.privacyNotice);
      return isIssued ? undefined : new NoticeUnknown();
    }
    const known = new KnowsNetworkQuery(asker, network, member?.bank, await this.store.head());
    const isKnown = await this.queries.execute(known);
    return isKnown ? undefined : new NotFound();
  }

  private async whose({ member, asker }: RecordPrivacyCommand): Promise<Whose | { readonly refusal: Refusal }> {
    if (!member) return { person: asker.person, actor: { person: asker.person } };
    const { bank, account } = member;
    const asked = await this.commands.execute(new AuthoriseCommand(bank, asker, 'record-privacy', { account }));
    if (!asked.accepted) return { refusal: asked.refusal };
    const { grant, member: of = asker.person } = asked.authority;
    return { person: of, actor: { person: asker.person, grant } };
  }
}

/** Who speaks, and who records it by what. */
interface Whose {
  readonly person: PersonId;
  readonly actor: PersonActor;
}
