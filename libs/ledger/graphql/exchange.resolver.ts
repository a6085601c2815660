import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentReader, answered, type Answered, type Reader } from '#api';
import {
  answerExchangeFrom,
  confirmExchangeFrom,
  declineExchangeFrom,
  logExchangeFrom,
  withdrawExchangeFrom,
} from './exchange.commands.js';
import { exchangeFrom } from './exchange.from-records.js';
import {
  AnswerExchangeInput,
  ConfirmExchangeInput,
  DeclineExchangeInput,
  LogExchangeInput,
  WithdrawExchangeInput,
} from './exchange.inputs.js';
import { Exchange, ExchangePayload } from './exchange.types.js';

@Resolver(() => Exchange)
export class ExchangeResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => ExchangePayload, { description: 'Time was given. `userErrors` says which rule forbids it.' })
  logExchange(
    @Args('input') input: LogExchangeInput,
    @CurrentReader() reader: Reader,
  ): Answered<ExchangePayload, 'exchange'> {
    return answered(reader, () => this.commands.execute(logExchangeFrom(input, reader)), exchangeFrom);
  }

  @Mutation(() => ExchangePayload, { description: 'The other side agrees: the hours move.' })
  confirmExchange(
    @Args('input') input: ConfirmExchangeInput,
    @CurrentReader() reader: Reader,
  ): Answered<ExchangePayload, 'exchange'> {
    return answered(reader, () => this.commands.execute(confirmExchangeFrom(input, reader)), exchangeFrom);
  }

  @Mutation(() => ExchangePayload, { description: 'The other side does not agree, and says why.' })
  declineExchange(
    @Args('input') input: DeclineExchangeInput,
    @CurrentReader() reader: Reader,
  ): Answered<ExchangePayload, 'exchange'> {
    return answered(reader, () => this.commands.execute(declineExchangeFrom(input, reader)), exchangeFrom);
  }

  @Mutation(() => ExchangePayload, { description: 'Other minutes instead of a yes: the turn passes.' })
  answerExchange(
    @Args('input') input: AnswerExchangeInput,
    @CurrentReader() reader: Reader,
  ): Answered<ExchangePayload, 'exchange'> {
    return answered(reader, () => this.commands.execute(answerExchangeFrom(input, reader)), exchangeFrom);
  }

  @Mutation(() => ExchangePayload, { description: 'Whoever logged it takes it back.' })
  withdrawExchange(
    @Args('input') input: WithdrawExchangeInput,
    @CurrentReader() reader: Reader,
  ): Answered<ExchangePayload, 'exchange'> {
    return answered(reader, () => this.commands.execute(withdrawExchangeFrom(input, reader)), exchangeFrom);
  }
}
