import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentReader, idInBank, unlessRefused, type Reader } from '#api';
import { instant, type AccountId } from '#kernel';
import { IssuePrintedCodeCommand, type IssuedCode } from '../commands/issue-printed-code/issue-printed-code.command.js';
import { IssueSignInCodeInput, SignInCodePayload, type SignInCode } from './sign-in-code.types.js';

@Resolver()
export class SignInCodeResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => SignInCodePayload, { description: 'A code on paper for a member without e-mail, for seven days.' })
  issueSignInCode(
    @Args('input') input: IssueSignInCodeInput,
    @CurrentReader() reader: Reader,
  ): Promise<SignInCodePayload> {
    return unlessRefused(reader, async () => ({
      signInCode: shown(await this.commands.execute(issueFrom(input, reader))),
    }));
  }
}

function issueFrom(
  { member, idempotencyKey }: IssueSignInCodeInput,
  { person, powers }: Reader,
): IssuePrintedCodeCommand {
  const { bank, id: account } = idInBank<AccountId>('account', member);
  return new IssuePrintedCodeCommand({ person, powers }, bank, account, idempotencyKey);
}

function shown({ code, memberNumber, expiresAtMs }: IssuedCode): SignInCode {
  return { code, memberNumber, validUntil: instant(expiresAtMs) };
}
