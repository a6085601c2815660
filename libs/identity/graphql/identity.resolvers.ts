import { declareErrors } from '#api';
import { OfferedProviders } from '../commands/offered-providers.js';
import { HubDoorProvidersResolver } from './hub-door-providers.resolver.js';
import { identityMessages } from './identity.messages.js';
import { SignInCodeResolver } from './sign-in-code.resolver.js';
import { ViewerSessionsResolver } from './viewer-sessions.resolver.js';

declareErrors(identityMessages);

export const identityResolvers = [
  HubDoorProvidersResolver,
  OfferedProviders,
  SignInCodeResolver,
  ViewerSessionsResolver,
];
