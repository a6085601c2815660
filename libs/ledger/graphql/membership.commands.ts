import { asLocalDate, type AccountId, type MandateId, type PersonId } from '#kernel';
import { given, idInBank, idOf, type Reader } from '#api';
import { EndMandateCommand } from '../commands/end-mandate/end-mandate.command.js';
import { GiveMandateCommand } from '../commands/give-mandate/give-mandate.command.js';
import { ReadmitMemberCommand } from '../commands/readmit-member/readmit-member.command.js';
import { SetLimitsCommand } from '../commands/set-limits/set-limits.command.js';
import { SuspendMemberCommand } from '../commands/suspend-member/suspend-member.command.js';
import { textsOf, toBank } from './exchange.commands.js';
import { limitFrom } from './limit.types.js';
import type {
  EndMandateInput,
  GiveMandateInput,
  ReadmitMemberInput,
  SetLimitsInput,
  SuspendMemberInput,
} from './membership.types.js';

export function suspendMemberFrom(input: SuspendMemberInput, reader: Reader): SuspendMemberCommand {
  const { bank, id: account } = idInBank<AccountId>('account', input.account);
  const { from, reason } = input;
  const command = { name: 'SuspendMember', input: { account, from: asLocalDate(from) }, texts: { reason } } as const;
  return new SuspendMemberCommand(toBank(reader, bank, input, command));
}

export function readmitMemberFrom(input: ReadmitMemberInput, reader: Reader): ReadmitMemberCommand {
  const { bank, id: account } = idInBank<AccountId>('account', input.account);
  const { from, reason } = input;
  const command = {
    name: 'ReadmitMember',
    input: { account, from: asLocalDate(from) },
    ...textsOf({ reason }),
  } as const;
  return new ReadmitMemberCommand(toBank(reader, bank, input, command));
}

export function setLimitsFrom(input: SetLimitsInput, reader: Reader): SetLimitsCommand {
  const { bank, id: account } = idInBank<AccountId>('account', input.account);
  const { floor, ceiling, reason } = input;
  const limits = given({ floor: floor && limitFrom(floor), ceiling: ceiling && limitFrom(ceiling) });
  const command = { name: 'SetLimits', input: { account, ...limits }, texts: { reason } } as const;
  return new SetLimitsCommand(toBank(reader, bank, input, command));
}

export function giveMandateFrom(input: GiveMandateInput, reader: Reader): GiveMandateCommand {
  const { bank, id: account } = idInBank<AccountId>('account', input.account);
  const { kind, from, until, reason } = input;
  const command = {
    name: 'GiveMandate',
    input: {
      account,
      person: idOf<PersonId>('person', input.person),
      kind,
      from: asLocalDate(from),
      ...(until === undefined ? {} : { until: asLocalDate(until) }),
    },
    ...textsOf({ reason }),
  } as const;
  return new GiveMandateCommand(toBank(reader, bank, input, command));
}

export function endMandateFrom(input: EndMandateInput, reader: Reader): EndMandateCommand {
  const { bank, id: mandate } = idInBank<MandateId>('mandate', input.mandate);
  const command = { name: 'EndMandate', input: { mandate }, ...textsOf({ reason: input.reason }) } as const;
  return new EndMandateCommand(toBank(reader, bank, input, command));
}
