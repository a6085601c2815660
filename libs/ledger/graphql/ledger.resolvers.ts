import { declareErrors } from '#api';
import { ExchangeResolver } from './exchange.resolver.js';
import { ledgerMessages } from './ledger.messages.js';
import { MembershipResolver } from './membership.resolver.js';
import { RoleResolver } from './role.resolver.js';

declareErrors(ledgerMessages);

export const ledgerResolvers = [ExchangeResolver, MembershipResolver, RoleResolver];
