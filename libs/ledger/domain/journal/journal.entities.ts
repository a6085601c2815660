import { unreachable } from '#kernel';
import type { JournalCommand } from './journal.commands.js';
import type { JournalEvent } from './journal.events.js';

/** What a record is about: the version that a command may ask for is the revision of its last record. */
export function entityOf(event: JournalEvent): string | undefined {
  switch (event.type) {
    case 'BankOpened':
      return event.data.bank;
    case 'HubServed':
    case 'HubPlaced':
      return event.data.hub;
    case 'JournalMoved':
      return undefined;
    case 'MemberAdmitted':
    case 'MemberSuspended':
    case 'MemberReadmitted':
    case 'LimitsSet':
    case 'MemberErased':
      return event.data.account;
    case 'MandateGiven':
    case 'MandateEnded':
      return event.data.mandate;
    case 'RoleGranted':
    case 'RoleRevoked':
      return event.data.grant;
    case 'ExchangeLogged':
    case 'ExchangeAnswered':
    case 'ExchangePosted':
    case 'ExchangeDeclined':
    case 'ExchangeWithdrawn':
    case 'ExchangeExpired':
      return event.data.facts.exchange;
    default:
      return unreachable(event);
  }
}

/** What a command is about, where it exists already. */
export function targetOf(command: JournalCommand): string | undefined {
  switch (command.name) {
    case 'OpenBank':
    case 'ServeHub':
    case 'MoveJournal':
    case 'AdmitMember':
    case 'GiveMandate':
    case 'GrantRole':
    case 'LogExchange':
    case 'ImportExchanges':
      return undefined;
    case 'PlaceHub':
      return command.input.hub;
    case 'SuspendMember':
    case 'ReadmitMember':
    case 'SetLimits':
    case 'EraseMember':
      return command.input.account;
    case 'EndMandate':
      return command.input.mandate;
    case 'RevokeRole':
      return command.input.grant;
    case 'ConfirmExchange':
    case 'DeclineExchange':
    case 'AnswerExchange':
    case 'WithdrawExchange':
    case 'ExpireExchange':
      return command.input.exchange;
    default:
      return unreachable(command);
  }
}
