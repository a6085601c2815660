import { Module } from '@nestjs/common';
import { HubsModule } from '#hubs';
import { AskCodeHandler } from './commands/ask-code/ask-code.handler.js';
import { EnterCodeHandler } from './commands/enter-code/enter-code.handler.js';
import { EnterPrintedCodeHandler } from './commands/enter-printed-code/enter-printed-code.handler.js';
import { IssuePrintedCodeHandler } from './commands/issue-printed-code/issue-printed-code.handler.js';
import { OfferedProviders } from './commands/offered-providers.js';
import { Pages } from './commands/pages.js';
import { Seldom } from './commands/seldom.js';
import { AuthController } from './http/auth.controller.js';
import { ProvidersController } from './http/providers.controller.js';
import { BankOfPerson } from './processes/code-mails/bank-of-person.js';

/** Needs CommandBus, QueryBus, the kernel's ports and its own, and the values of IdentityParts from the application. */
@Module({
  imports: [HubsModule],
  controllers: [AuthController, ProvidersController],
  providers: [
    OfferedProviders,
    Pages,
    Seldom,
    AskCodeHandler,
    EnterCodeHandler,
    EnterPrintedCodeHandler,
    IssuePrintedCodeHandler,
    BankOfPerson,
  ],
})
export class IdentityModule {}
