import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { asLocalDate, streamOf, type Message, type NetworkId } from '#kernel';
import { CurrentReader, Viewer, answered, idOf, readId, submission, type Answered, type Reader } from '#api';
import { IssuePrivacyNoticeCommand } from '../commands/issue-privacy-notice/issue-privacy-notice.command.js';
import { SetRetentionCommand } from '../commands/set-retention/set-retention.command.js';
import { PrivacyNoticeQuery, RetentionQuery, type PrivacyNoticeRow } from '../views/network/privacy.query.js';
import {
  IssuePrivacyNoticeInput,
  PrivacyNotice,
  PrivacyNoticePayload,
  Retention,
  RetentionPayload,
  SetRetentionInput,
} from './privacy.types.js';

type PublicText = PrivacyNoticeRow['title'];

@Resolver(() => Viewer)
export class PrivacyNoticeResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Mutation(() => PrivacyNoticePayload, { description: 'An edition of the notice, in its own words.' })
  issuePrivacyNotice(
    @Args('input') input: IssuePrivacyNoticeInput,
    @CurrentReader() reader: Reader,
  ): Answered<PrivacyNoticePayload, 'notice'> {
    const { privacyNotice, from } = input;
    const words = wordsOf(input);
    const notice = {
      privacyNotice,
      from,
      title: said(words.title, reader.language),
      text: said(words.text, reader.language),
    };
    return answered(
      reader,
      () => this.commands.execute(issueFrom(input, reader)),
      () => ({ notice }),
    );
  }

  @Mutation(() => RetentionPayload, { description: 'How long the network keeps what nobody needs any more.' })
  setRetention(
    @Args('input') input: SetRetentionInput,
    @CurrentReader() reader: Reader,
  ): Answered<RetentionPayload, 'retention'> {
    const { monthsAfterLastActivity, readLogDays } = input;
    const retention = { monthsAfterLastActivity, readLogDays };
    return answered(
      reader,
      () => this.commands.execute(setRetentionFrom(input, reader)),
      () => ({ retention }),
    );
  }

  @ResolveField(() => PrivacyNotice, { nullable: true, description: 'An edition, or the latest that has words.' })
  async privacyNotice(
    @Args('network', { type: () => ID }) opaque: string,
    @Args('edition', { type: () => String, nullable: true }) edition: string | undefined,
    @CurrentReader() reader: Reader,
  ): Promise<PrivacyNotice | undefined> {
    const network = readId<NetworkId>('network', opaque);
    if (network === undefined) return undefined;
    const row = await this.queries.execute(new PrivacyNoticeQuery(reader, network, edition ?? undefined));
    if (!row) return undefined;
    const { privacyNotice, fromDay: from, title, words } = row;
    return { privacyNotice, from, title: said(title, reader.language), text: said(words, reader.language) };
  }

  @ResolveField(() => Retention, { nullable: true, description: 'As the network set it; null where it set nothing.' })
  async retention(
    @Args('network', { type: () => ID }) opaque: string,
    @CurrentReader() reader: Reader,
  ): Promise<Retention | undefined> {
    const network = readId<NetworkId>('network', opaque);
    return network === undefined ? undefined : this.queries.execute(new RetentionQuery(reader, network));
  }
}

function said({ it, en }: PublicText, language: keyof Message): string {
  return language === 'en' ? (en ?? it) : it;
}

function wordsOf({ title, titleInEnglish, text, textInEnglish }: IssuePrivacyNoticeInput) {
  return { title: inBoth(title, titleInEnglish), text: inBoth(text, textInEnglish) };
}

function inBoth(it: string, en: string | undefined): PublicText {
  return en === undefined ? { it } : { it, en };
}

function issueFrom(input: IssuePrivacyNoticeInput, reader: Reader): IssuePrivacyNoticeCommand {
  const { privacyNotice, from } = input;
  const issue = { privacyNotice, from: asLocalDate(from), ...wordsOf(input) };
  const stream = streamOf('network', idOf<NetworkId>('network', input.network));
  return new IssuePrivacyNoticeCommand(submission(reader, stream, input, { name: 'IssuePrivacyNotice', input: issue }));
}

function setRetentionFrom(input: SetRetentionInput, reader: Reader): SetRetentionCommand {
  const { monthsAfterLastActivity, readLogDays } = input;
  const stream = streamOf('network', idOf<NetworkId>('network', input.network));
  const command = { name: 'SetRetention', input: { monthsAfterLastActivity, readLogDays } } as const;
  return new SetRetentionCommand(submission(reader, stream, input, command));
}
