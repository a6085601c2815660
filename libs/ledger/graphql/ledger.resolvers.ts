import { declareErrors } from '#api';
import { AccountTermsResolver } from './account-terms.resolver.js';
import { AccountListsResolver, MembershipAccountResolver } from './account-lists.resolver.js';
import { AccountResolver } from './account.resolver.js';
import { AccountActsResolver, BankActsResolver } from './acts.resolver.js';
import { BankResolver } from './bank.resolver.js';
import { ExchangePayloadResolver } from './exchange-payload.resolver.js';
import { ExchangeRecordsResolver } from './exchange-records.resolver.js';
import { ExchangeResolver } from './exchange.resolver.js';
import { ledgerMessages } from './ledger.messages.js';
import { MembershipResolver } from './membership.resolver.js';
import { RoleResolver } from './role.resolver.js';
import { ViewerLedgerResolver } from './viewer-ledger.resolver.js';

declareErrors(ledgerMessages);

export const ledgerResolvers = [
  AccountListsResolver,
  AccountActsResolver,
  AccountResolver,
  BankActsResolver,
  BankResolver,
  ExchangePayloadResolver,
  ExchangeRecordsResolver,
  ExchangeResolver,
  MembershipAccountResolver,
  MembershipResolver,
  RoleResolver,
  ViewerLedgerResolver,
  AccountTermsResolver,
];
