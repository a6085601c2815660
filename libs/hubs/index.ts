export { AddHubCommand } from './commands/add-hub/add-hub.command.js';
export { FollowHubMovesCommand } from './commands/follow-hub-moves/follow-hub-moves.command.js';
export { IssuePrivacyNoticeCommand } from './commands/issue-privacy-notice/issue-privacy-notice.command.js';
export { MoveHubCommand } from './commands/move-hub/move-hub.command.js';
export { NameNetworkAdministratorCommand } from './commands/name-network-administrator/name-network-administrator.command.js';
export { OpenNetworkBankCommand, type BankOpening } from './commands/open-network-bank/open-network-bank.command.js';
export { OpenNetworkCommand } from './commands/open-network/open-network.command.js';
export { ServeNetworkHubCommand, type HubService } from './commands/serve-network-hub/serve-network-hub.command.js';
export { OwnNetworks } from './commands/own-networks.js';
export { SetRetentionCommand } from './commands/set-retention/set-retention.command.js';
export { SetHubDeskCommand } from './commands/set-hub-desk/set-hub-desk.command.js';
export { SetHubOriginsCommand } from './commands/set-hub-origins/set-hub-origins.command.js';
export type * from './domain/network/network.commands.js';
export { network, shell } from './domain/network/network.decider.js';
export * from './domain/network/network.errors.js';
export * from './domain/network/network.events.js';
export { networkIdOf } from './domain/network/network.ids.js';
export { HubsModule } from './hubs.module.js';
export { HubPlacement, type HubPlacementPorts } from './processes/hub-placement/hub-placement.process.js';
export { HubDoorQuery, type HubDoor } from './views/network/hub-door.query.js';
export { HubOrigins } from './views/network/hub-origins.js';
export { usualRetention } from './domain/network/network.privacy.js';
export { networkUpcasters } from './domain/network/network.upcasters.js';
export { networkView } from './views/network/network.projection.js';
export {
  HubQuery,
  HubsQuery,
  NetworkBanksQuery,
  NetworkQuery,
  type HubRow,
  type NetworkBankRow,
  type NetworkRow,
} from './views/network/network.query.js';
export {
  PrivacyNoticeQuery,
  PublicNoticeQuery,
  RetentionQuery,
  type PrivacyNoticeRow,
  type PublicNotice,
} from './views/network/privacy.query.js';
export { HubDoor as HubDoorNode } from './graphql/hub-door.resolver.js';
export { hubsResolvers } from './graphql/hubs.resolvers.js';
