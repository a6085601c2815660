import { opaqueId } from '#api';
import { factOf, idIn, type JournalRecord } from './journal-records.js';
import type { LimitsPayload, MandatePayload, MemberPayload } from './membership.types.js';

type Records = readonly JournalRecord[];

export function memberFrom(records: Records): Required<Pick<MemberPayload, 'member' | 'version'>> {
  const { record, fact } = factOf(records, 'MemberAdmitted', 'MemberSuspended', 'MemberReadmitted');
  return { member: { id: idIn('account', record, fact.data.account) }, version: record.revision };
}

export function limitsFrom(records: Records): Required<Pick<LimitsPayload, 'limits'>> {
  const { record, fact } = factOf(records, 'LimitsSet');
  const { account, floor, ceiling } = fact.data;
  const own = { ...(floor ? { floor } : {}), ...(ceiling ? { ceiling } : {}) };
  return { limits: { account: idIn('account', record, account), ...own, version: record.revision } };
}

export function mandateFrom(records: Records): Required<Pick<MandatePayload, 'mandate'>> {
  const { record, fact } = factOf(records, 'MandateGiven', 'MandateEnded');
  const { mandate, account, person } = fact.data;
  return {
    mandate: {
      id: idIn('mandate', record, mandate),
      account: idIn('account', record, account),
      person: opaqueId('person', person),
      version: record.revision,
    },
  };
}
