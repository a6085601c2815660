import { Module } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { AdmitPersonHandler } from './commands/admit-person/admit-person.handler.js';
import { Admissions } from './commands/admit-person/admissions.js';
import { AddressAlerts } from './commands/change-email/address-alerts.js';
import { AskEmailHandler } from './commands/ask-email/ask-email.handler.js';
import { ConfirmEmailHandler } from './commands/confirm-email/confirm-email.handler.js';
import { OwnAddress } from './commands/change-email/own-address.js';
import { OwnBank } from './commands/change-email/own-bank.js';
import { ChangeEmailHandler } from './commands/change-email/change-email.handler.js';
import { EraseMembershipHandler } from './commands/erase-membership/erase-membership.handler.js';
import { ErasureSteps } from './commands/erase-membership/erasure-steps.js';
import { ErasePersonHandler } from './commands/erase-person/erase-person.handler.js';
import { EraseUnneededHandler } from './commands/erase-unneeded/erase-unneeded.handler.js';
import { ImportMembersHandler } from './commands/import-members/import-members.handler.js';
import { RegisterPersonHandler } from './commands/register-person/register-person.handler.js';
import { RecordPrivacyHandler } from './commands/record-privacy/record-privacy.handler.js';
import { RenameMemberHandler } from './commands/rename-member/rename-member.handler.js';
import { DormantMembersHandler } from './views/erasure/dormant-members.handler.js';
import { ErasuresHandler } from './views/erasure/erasures.handler.js';
import { CompanionsHandler } from './views/member-directory/companions.handler.js';
import { MemberNamesHandler } from './views/member-directory/member-names.handler.js';
import { MemberSearchHandler } from './views/member-directory/member-search.handler.js';
import { MyPrivacyHandler } from './views/person-privacy/my-privacy.handler.js';
import { MembersHandler } from './views/member-directory/members.handler.js';
import { PersonNamesHandler } from './views/member-directory/person-names.handler.js';
import { ReadingsHandler } from './views/readings/readings.handler.js';

/** Needs CommandBus, StreamWriters, ReadDoor and the kernel's ports from the application. */
@Module({
  imports: [LedgerModule],
  providers: [
    Admissions,
    AdmitPersonHandler,
    AddressAlerts,
    AskEmailHandler,
    ChangeEmailHandler,
    ConfirmEmailHandler,
    OwnAddress,
    OwnBank,
    ErasureSteps,
    EraseMembershipHandler,
    ErasePersonHandler,
    EraseUnneededHandler,
    ErasuresHandler,
    DormantMembersHandler,
    ImportMembersHandler,
    RegisterPersonHandler,
    RecordPrivacyHandler,
    RenameMemberHandler,
    MyPrivacyHandler,
    MemberNamesHandler,
    MemberSearchHandler,
    MembersHandler,
    CompanionsHandler,
    PersonNamesHandler,
    ReadingsHandler,
  ],
})
export class MembershipModule {}
