import { Inject } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import {
  NETWORKS,
  streamOf,
  type Networks,
  type PersonActor,
  type PersonId,
  type Refusal,
  type Verdict,
} from '#kernel';
import { AuthoriseCommand } from '#ledger';
import { person } from '../../domain/person/person.decider.js';
import { NoticeUnknown } from '../../domain/person/person.errors.js';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { RecordPrivacyCommand } from './record-privacy.command.js';

@CommandHandler(RecordPrivacyCommand)
export class RecordPrivacyHandler implements ICommandHandler<RecordPrivacyCommand> {
  constructor(
    private readonly writers: StreamWriters,
    private readonly commands: CommandBus,
    @Inject(NETWORKS) private readonly networks: Networks,
  ) {}

  async execute(command: RecordPrivacyCommand): Promise<Verdict<PersonEvent>> {
    const whose = await this.whose(command);
    if ('refusal' in whose) return { accepted: false, refusal: whose.refusal };
    if (!(await this.isIssued(command.said))) return { accepted: false, refusal: new NoticeUnknown() };
    return this.writers.submit(person, {
      stream: streamOf('person', whose.person),
      command: command.said,
      actor: whose.actor,
      powers: command.asker.powers,
      key: command.key,
      correlation: command.correlation,
    });
  }

  /** The person's stream cannot know it; an edition that is issued stays so. */
  private async isIssued(said: RecordPrivacyCommand['said']): Promise<boolean> {
    if (said.name !== 'AcknowledgeNotice') return true;
    return this.networks.hasIssued(said.input.network, said.input.privacyNotice);
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
