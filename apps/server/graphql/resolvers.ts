import type { Type } from '@nestjs/common';
import { hubsResolvers } from '#hubs';
import { identityResolvers } from '#identity';
import { ledgerResolvers } from '#ledger';
import { membershipResolvers } from '#membership';
import { notificationResolvers } from '#notifications';
import { ErasuresDueResolver } from '../erasure/erasures-due.resolver.js';
import { NodeResolver } from './node.resolver.js';
import { ViewerResolver } from './viewer.resolver.js';

/** Every context's verbs and fields. */
export const resolvers: readonly Type[] = [
  ViewerResolver,
  NodeResolver,
  ErasuresDueResolver,
  ...ledgerResolvers,
  ...membershipResolvers,
  ...hubsResolvers,
  ...identityResolvers,
  ...notificationResolvers,
];
