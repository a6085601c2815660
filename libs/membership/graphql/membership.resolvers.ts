import { declareErrors } from '#api';
import { AdmissionResolver } from './admission.resolver.js';
import { ErasureResolver } from './erasure.resolver.js';
import { CompanionsResolver } from './companions.resolver.js';
import { EmailResolver, ViewerEmailResolver } from './email.resolver.js';
import { MailedPersons } from './mailed-persons.js';
import { MemberNames } from './member-names.js';
import { MemberResolver } from './member.resolver.js';
import { MembersResolver } from './members.resolver.js';
import { PrivacyResolver } from './privacy.resolver.js';
import { membershipMessages } from './membership.messages.js';
import { PersonNames } from './person-names.js';
import {
  AccountReadingsResolver,
  ActPersonResolver,
  BankReadingsResolver,
  ReadingPersonResolver,
} from './readings.resolver.js';
import { LimitPersonResolver, MandatePersonResolver, RecordPersonResolver } from './persons.resolver.js';

declareErrors(membershipMessages);

export const membershipResolvers = [
  AccountReadingsResolver,
  ActPersonResolver,
  AdmissionResolver,
  BankReadingsResolver,
  CompanionsResolver,
  EmailResolver,
  ViewerEmailResolver,
  ErasureResolver,
  PrivacyResolver,
  LimitPersonResolver,
  MandatePersonResolver,
  MailedPersons,
  MemberNames,
  MemberResolver,
  MembersResolver,
  PersonNames,
  ReadingPersonResolver,
  RecordPersonResolver,
];
