import { declareErrors } from '#api';
import { AdmissionResolver } from './admission.resolver.js';
import { CompanionsResolver } from './companions.resolver.js';
import { MemberNames } from './member-names.js';
import { MemberResolver } from './member.resolver.js';
import { MembersResolver } from './members.resolver.js';
import { membershipMessages } from './membership.messages.js';
import { PersonNames } from './person-names.js';
import { MandatePersonResolver, RecordPersonResolver } from './persons.resolver.js';

declareErrors(membershipMessages);

export const membershipResolvers = [
  AdmissionResolver,
  CompanionsResolver,
  MemberNames,
  MemberResolver,
  MembersResolver,
  MandatePersonResolver,
  PersonNames,
  RecordPersonResolver,
];
