import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentReader, Viewer, unlessRefused, type Reader } from '#api';
import { ChosenMails } from '../commands/choose-mails/chosen-mails.js';
import { ChooseMailInput, ChooseMailPayload, MailChoice } from './mail-choice.types.js';

/** What is chosen is as it was said last, and no record. */
@Resolver(() => Viewer)
export class MailChoiceResolver {
  constructor(private readonly chosen: ChosenMails) {}

  @ResolveField(() => [MailChoice], { description: 'Which mails you want, of those you may do without.' })
  mails(@CurrentReader() { person }: Reader): Promise<readonly MailChoice[]> {
    return this.chosen.of(person);
  }

  @Mutation(() => ChooseMailPayload, { description: 'You turn a kind of mail off, or on again.' })
  chooseMail(@Args('input') input: ChooseMailInput, @CurrentReader() reader: Reader): Promise<ChooseMailPayload> {
    return unlessRefused(reader, () => this.chosen.choose(reader.person, input, input.idempotencyKey));
  }
}
