import { declareErrors } from '#api';
import { AccountResolver } from './account.resolver.js';
import { BankResolver } from './bank.resolver.js';
import { ExchangePayloadResolver } from './exchange-payload.resolver.js';
import { ExchangeResolver } from './exchange.resolver.js';
import { ledgerMessages } from './ledger.messages.js';
import { MembershipResolver } from './membership.resolver.js';
import { RoleResolver } from './role.resolver.js';
import { ViewerLedgerResolver } from './viewer-ledger.resolver.js';

declareErrors(ledgerMessages);

export const ledgerResolvers = [
  AccountResolver,
  BankResolver,
  ExchangePayloadResolver,
  ExchangeResolver,
  MembershipResolver,
  RoleResolver,
  ViewerLedgerResolver,
];
