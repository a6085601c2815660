import { Module } from '@nestjs/common';
import { AdmitPersonHandler } from './commands/admit-person/admit-person.handler.js';
import { Admissions } from './commands/admit-person/admissions.js';
import { ImportMembersHandler } from './commands/import-members/import-members.handler.js';
import { RegisterPersonHandler } from './commands/register-person/register-person.handler.js';
import { RenameMemberHandler } from './commands/rename-member/rename-member.handler.js';
import { MemberNamesHandler } from './views/member-directory/member-names.handler.js';
import { MemberSearchHandler } from './views/member-directory/member-search.handler.js';
import { MembersHandler } from './views/member-directory/members.handler.js';

/** Needs CommandBus, StreamWriters, ReadDoor and the kernel's ports from the application. */
@Module({
  providers: [
    Admissions,
    AdmitPersonHandler,
    ImportMembersHandler,
    RegisterPersonHandler,
    RenameMemberHandler,
    MemberNamesHandler,
    MemberSearchHandler,
    MembersHandler,
  ],
})
export class MembershipModule {}
