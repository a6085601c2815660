import { declareErrors } from '#api';
import { AccountResolver } from './account.resolver.js';
import { ExchangeResolver } from './exchange.resolver.js';
import { ledgerMessages } from './ledger.messages.js';
import { MembershipResolver } from './membership.resolver.js';
import { RoleResolver } from './role.resolver.js';
import { ViewerLedgerResolver } from './viewer-ledger.resolver.js';

declareErrors(ledgerMessages);

export const ledgerResolvers = [
  AccountResolver,
  ExchangeResolver,
  MembershipResolver,
  RoleResolver,
  ViewerLedgerResolver,
];
