import { AdmitMemberHandler } from './commands/admit-member/admit-member.handler.js';
import { AnswerExchangeHandler } from './commands/answer-exchange/answer-exchange.handler.js';
import { AuthoriseHandler } from './commands/authorise/authorise.handler.js';
import { ConfirmExchangeHandler } from './commands/confirm-exchange/confirm-exchange.handler.js';
import { DeclineExchangeHandler } from './commands/decline-exchange/decline-exchange.handler.js';
import { EndMandateHandler } from './commands/end-mandate/end-mandate.handler.js';
import { EraseMemberHandler } from './commands/erase-member/erase-member.handler.js';
import { GiveMandateHandler } from './commands/give-mandate/give-mandate.handler.js';
import { GrantRoleHandler } from './commands/grant-role/grant-role.handler.js';
import { ImportExchangesHandler } from './commands/import-exchanges/import-exchanges.handler.js';
import { LogExchangeHandler } from './commands/log-exchange/log-exchange.handler.js';
import { OpenBankHandler } from './commands/open-bank/open-bank.handler.js';
import { PlaceHubHandler } from './commands/place-hub/place-hub.handler.js';
import { ReadmitMemberHandler } from './commands/readmit-member/readmit-member.handler.js';
import { RevokeRoleHandler } from './commands/revoke-role/revoke-role.handler.js';
import { ServeHubHandler } from './commands/serve-hub/serve-hub.handler.js';
import { SetLimitsHandler } from './commands/set-limits/set-limits.handler.js';
import { SuspendMemberHandler } from './commands/suspend-member/suspend-member.handler.js';
import { WakeBankHandler } from './commands/wake-bank/wake-bank.handler.js';
import { WithdrawExchangeHandler } from './commands/withdraw-exchange/withdraw-exchange.handler.js';

/** Everything that may be asked of a bank's journal by a message. */
export const ledgerCommandHandlers = [
  LogExchangeHandler,
  ConfirmExchangeHandler,
  DeclineExchangeHandler,
  AnswerExchangeHandler,
  WithdrawExchangeHandler,
  ImportExchangesHandler,
  AdmitMemberHandler,
  SuspendMemberHandler,
  ReadmitMemberHandler,
  SetLimitsHandler,
  EraseMemberHandler,
  GiveMandateHandler,
  EndMandateHandler,
  GrantRoleHandler,
  RevokeRoleHandler,
  OpenBankHandler,
  ServeHubHandler,
  PlaceHubHandler,
  WakeBankHandler,
  AuthoriseHandler,
];
