import {
  asLocalDate,
  minutes,
  streamOf,
  type AccountId,
  type BankId,
  type ExchangeId,
  type HubId,
  type Submission,
} from '#kernel';
import { given, idInBank, idOf, submission, type IdempotentInput, type Reader } from '#api';
import { AnswerExchangeCommand } from '../commands/answer-exchange/answer-exchange.command.js';
import { ConfirmExchangeCommand } from '../commands/confirm-exchange/confirm-exchange.command.js';
import { DeclineExchangeCommand } from '../commands/decline-exchange/decline-exchange.command.js';
import { LogExchangeCommand } from '../commands/log-exchange/log-exchange.command.js';
import { WithdrawExchangeCommand } from '../commands/withdraw-exchange/withdraw-exchange.command.js';
import type {
  AnswerExchangeInput,
  ConfirmExchangeInput,
  DeclineExchangeInput,
  LogExchangeInput,
  WithdrawExchangeInput,
} from './exchange.inputs.js';

type SubmissionOf<C extends new (submission: never) => unknown> = ConstructorParameters<C>[0];

/** The bank is the provider's; a receiver of another bank is nobody there. */
export function logExchangeFrom(input: LogExchangeInput, reader: Reader): LogExchangeCommand {
  const { bank, id: provider } = idInBank<AccountId>('account', input.provider);
  const { note, onBehalfOf, travelMinutes, desk, strand, category, sheet } = input;
  const command: SubmissionOf<typeof LogExchangeCommand>['command'] = {
    name: 'LogExchange',
    input: {
      provider,
      receiver: idInBank<AccountId>('account', input.receiver).id,
      minutes: minutes(input.minutes),
      serviceDate: asLocalDate(input.serviceDate),
      hub: idOf<HubId>('hub', input.hub),
      ...(travelMinutes === undefined ? {} : { travelMinutes: minutes(travelMinutes) }),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf: idInBank<AccountId>('account', onBehalfOf).id }),
      ...given({ desk, strand, category, sheet }),
    },
    ...textsOf({ note }),
  };
  return new LogExchangeCommand(toBank(reader, bank, input, command));
}

export function confirmExchangeFrom(input: ConfirmExchangeInput, reader: Reader): ConfirmExchangeCommand {
  const { bank, id: exchange } = idInBank<ExchangeId>('exchange', input.exchange);
  const command = { name: 'ConfirmExchange', input: { exchange, ...given({ sheet: input.sheet }) } } as const;
  return new ConfirmExchangeCommand(toBank(reader, bank, input, command));
}

export function declineExchangeFrom(input: DeclineExchangeInput, reader: Reader): DeclineExchangeCommand {
  const { bank, id: exchange } = idInBank<ExchangeId>('exchange', input.exchange);
  const command = { name: 'DeclineExchange', input: { exchange }, texts: { reason: input.reason } } as const;
  return new DeclineExchangeCommand(toBank(reader, bank, input, command));
}

export function answerExchangeFrom(input: AnswerExchangeInput, reader: Reader): AnswerExchangeCommand {
  const { bank, id: exchange } = idInBank<ExchangeId>('exchange', input.exchange);
  const { travelMinutes, answer } = input;
  const travel = travelMinutes === undefined ? {} : { travelMinutes: minutes(travelMinutes) };
  const command = {
    name: 'AnswerExchange',
    input: { exchange, minutes: minutes(input.minutes), ...travel },
    ...textsOf({ answer }),
  } as const;
  return new AnswerExchangeCommand(toBank(reader, bank, input, command));
}

export function withdrawExchangeFrom(input: WithdrawExchangeInput, reader: Reader): WithdrawExchangeCommand {
  const { bank, id: exchange } = idInBank<ExchangeId>('exchange', input.exchange);
  return new WithdrawExchangeCommand(toBank(reader, bank, input, { name: 'WithdrawExchange', input: { exchange } }));
}

/** Texts that were given; none at all is no key. */
export function textsOf(texts: Readonly<Record<string, string | undefined>>): { texts?: Record<string, string> } {
  const written = given(texts);
  return Object.keys(written).length === 0 ? {} : { texts: written };
}

export function toBank<C extends Submission['command']>(
  reader: Reader,
  bank: BankId,
  input: IdempotentInput & { readonly actingFor?: string; readonly expectedVersion?: number },
  command: C,
): Submission<C> {
  const { expectedVersion } = input;
  const asked = expectedVersion === undefined ? command : { ...command, expectedVersion };
  return submission(reader, streamOf('journal', bank), input, asked);
}
