import { unreachable, type Decidable, type Decided, type OldFacts } from '#kernel';
import { admitMember } from './admit-member.js';
import { answerExchange } from './answer-exchange.js';
import { asSeenBy } from './authority.js';
import { confirmExchange } from './confirm-exchange.js';
import { declineExchange } from './decline-exchange.js';
import { endMandate } from './end-mandate.js';
import { eraseMember } from './erase-member.js';
import { expireExchange } from './expire-exchange.js';
import { giveMandate } from './give-mandate.js';
import { grantRole } from './grant-role.js';
import { importExchanges } from './import-exchanges.js';
import type { JournalCommand } from './journal.commands.js';
import type { JournalEvent } from './journal.events.js';
import type { ReadonlyJournal } from './journal.state.js';
import { logExchange } from './log-exchange.js';
import { moveJournal } from './move-journal.js';
import { openBank } from './open-bank.js';
import { placeHub } from './place-hub.js';
import { readmitMember } from './readmit-member.js';
import { revokeRole } from './revoke-role.js';
import { serveHub } from './serve-hub.js';
import { setLimits } from './set-limits.js';
import { suspendMember } from './suspend-member.js';
import { withdrawExchange } from './withdraw-exchange.js';

/** Every verb of a bank's journal: what it makes of a state, or the refusal that it throws. */
export function decideJournal(
  command: Decidable<JournalCommand>,
  state: ReadonlyJournal,
  old: OldFacts<JournalEvent>,
): readonly Decided<JournalEvent>[] {
  const journal = asSeenBy(state, command.actor, command.powers);
  switch (command.name) {
    case 'OpenBank':
      return openBank(command, journal);
    case 'ServeHub':
      return serveHub(command, journal);
    case 'PlaceHub':
      return placeHub(command, journal);
    case 'MoveJournal':
      return moveJournal(command, journal);
    case 'AdmitMember':
      return admitMember(command, journal);
    case 'SuspendMember':
      return suspendMember(command, journal);
    case 'ReadmitMember':
      return readmitMember(command, journal);
    case 'SetLimits':
      return setLimits(command, journal);
    case 'EraseMember':
      return eraseMember(command, journal);
    case 'GiveMandate':
      return giveMandate(command, journal);
    case 'EndMandate':
      return endMandate(command, journal);
    case 'GrantRole':
      return grantRole(command, journal);
    case 'RevokeRole':
      return revokeRole(command, journal);
    case 'LogExchange':
      return logExchange(command, journal);
    case 'ConfirmExchange':
      return confirmExchange(command, journal, old);
    case 'DeclineExchange':
      return declineExchange(command, journal, old);
    case 'AnswerExchange':
      return answerExchange(command, journal, old);
    case 'WithdrawExchange':
      return withdrawExchange(command, journal, old);
    case 'ExpireExchange':
      return expireExchange(command, journal);
    case 'ImportExchanges':
      return importExchanges(command, journal);
    default:
      return unreachable(command);
  }
}
