import { Module } from '@nestjs/common';
import { AddHubHandler } from './commands/add-hub/add-hub.handler.js';
import { FollowHubMovesHandler } from './commands/follow-hub-moves/follow-hub-moves.handler.js';
import { IssuePrivacyNoticeHandler } from './commands/issue-privacy-notice/issue-privacy-notice.handler.js';
import { MoveHubHandler } from './commands/move-hub/move-hub.handler.js';
import { NameNetworkAdministratorHandler } from './commands/name-network-administrator/name-network-administrator.handler.js';
import { OpenNetworkBankHandler } from './commands/open-network-bank/open-network-bank.handler.js';
import { OpenNetworkHandler } from './commands/open-network/open-network.handler.js';
import { ServeNetworkHubHandler } from './commands/serve-network-hub/serve-network-hub.handler.js';
import { SetRetentionHandler } from './commands/set-retention/set-retention.handler.js';
import { SetHubDeskHandler } from './commands/set-hub-desk/set-hub-desk.handler.js';
import { SetHubOriginsHandler } from './commands/set-hub-origins/set-hub-origins.handler.js';
import { HubOrigins } from './views/network/hub-origins.js';
import { HubDoorHandler } from './views/network/hub-door.handler.js';
import { HubHandler, HubsHandler, NetworkBanksHandler, NetworkHandler } from './views/network/network.handlers.js';
import { PrivacyNoticeHandler, PublicNoticeHandler, RetentionHandler } from './views/network/privacy.handlers.js';

/** Needs CommandBus, StreamWriters, ReadDoor and the kernel's ports from the application. */
@Module({
  providers: [
    AddHubHandler,
    FollowHubMovesHandler,
    IssuePrivacyNoticeHandler,
    MoveHubHandler,
    NameNetworkAdministratorHandler,
    OpenNetworkBankHandler,
    OpenNetworkHandler,
    ServeNetworkHubHandler,
    SetHubDeskHandler,
    SetHubOriginsHandler,
    SetRetentionHandler,
    PrivacyNoticeHandler,
    PublicNoticeHandler,
    RetentionHandler,
    HubDoorHandler,
    HubHandler,
    HubsHandler,
    NetworkBanksHandler,
    NetworkHandler,
    HubOrigins,
  ],
  exports: [HubOrigins],
})
export class HubsModule {}
