import { ReadableAccountsHandler } from './access/readable-accounts.handler.js';
import { accountBalanceView } from './account-balance/account-balance.projection.js';
import { ActsHandler } from './acts/acts.handler.js';
import { actView } from './acts/act.projection.js';
import { BalanceHandler } from './account-balance/balance.handler.js';
import { LimitChangesHandler } from './account-balance/limit-changes.handler.js';
import { AccountTermsHandler } from './account-balance/account-terms.handler.js';
import { accountStatementView } from './account-statement/account-statement.projection.js';
import { AccountMonthHandler } from './account-statement/account-month.handler.js';
import { AccountPageHandler } from './account-statement/account-page.handler.js';
import { BalanceAsKnownHandler } from './account-statement/balance-as-known.handler.js';
import { StatementLinesHandler } from './account-statement/statement-lines.handler.js';
import { StatementSheetHandler } from './account-statement/statement-sheet.handler.js';
import { StatementHandler } from './account-statement/statement.handler.js';
import { BanksWithDueClaimsHandler } from './exchange/due-claims.handler.js';
import { exchangeView } from './exchange/exchange.projection.js';
import { ExchangeHandler } from './exchange/exchange.handler.js';
import { ExchangesHandler } from './exchange/exchanges.handler.js';
import { BankOfHubHandler } from './hub-bank/bank-of-hub.handler.js';
import { hubBankView } from './hub-bank/hub-bank.projection.js';
import { ActingPersonsHandler } from './standing/acting-persons.handler.js';
import * as givenAuthority from './standing/given-authority.handlers.js';
import * as standing from './standing/standing.handlers.js';
import { standingView } from './standing/standing.projection.js';
import { TrialBalanceHandler } from './trial-balance/trial-balance.handler.js';

/** What the ledger shows. `standing` also answers who may read what, for the views of every context. */
export const ledgerViews = [standingView, accountBalanceView, accountStatementView, exchangeView, hubBankView, actView];

/** Need ReadDoor and AccountAccess. */
export const ledgerQueryHandlers = [
  ...Object.values(standing),
  ...Object.values(givenAuthority),
  ReadableAccountsHandler,
  AccountTermsHandler,
  LimitChangesHandler,
  BalanceHandler,
  BalanceAsKnownHandler,
  AccountPageHandler,
  AccountMonthHandler,
  StatementHandler,
  StatementSheetHandler,
  StatementLinesHandler,
  ExchangeHandler,
  ExchangesHandler,
  BanksWithDueClaimsHandler,
  BankOfHubHandler,
  ActingPersonsHandler,
  TrialBalanceHandler,
  ActsHandler,
];
