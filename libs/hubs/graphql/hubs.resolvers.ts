import { declareErrors } from '#api';
import { HubDoorPagesResolver, HubDoorResolver, MembershipAtResolver } from './hub-door.resolver.js';
import { HubNames } from './hub-names.js';
import { HubResolver } from './hub.resolver.js';
import { hubsMessages } from './hubs.messages.js';
import { HubsResolver } from './hubs.resolver.js';
import { PrivacyNoticeResolver } from './privacy.resolver.js';
import { ViewerHubsResolver } from './viewer-hubs.resolver.js';

declareErrors(hubsMessages);

export const hubsResolvers = [
  HubDoorResolver,
  HubDoorPagesResolver,
  MembershipAtResolver,
  HubNames,
  HubResolver,
  HubsResolver,
  PrivacyNoticeResolver,
  ViewerHubsResolver,
];
