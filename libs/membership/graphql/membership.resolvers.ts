import { declareErrors } from '#api';
import { AdmissionResolver } from './admission.resolver.js';
import { MemberNames } from './member-names.js';
import { MemberResolver } from './member.resolver.js';
import { MembersResolver } from './members.resolver.js';
import { membershipMessages } from './membership.messages.js';

declareErrors(membershipMessages);

export const membershipResolvers = [AdmissionResolver, MemberNames, MemberResolver, MembersResolver];
