import { declareErrors } from '#api';
import { identityMessages } from './identity.messages.js';
import { SignInCodeResolver } from './sign-in-code.resolver.js';
import { ViewerSessionsResolver } from './viewer-sessions.resolver.js';

declareErrors(identityMessages);

export const identityResolvers = [SignInCodeResolver, ViewerSessionsResolver];
