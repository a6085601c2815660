import { localDateOf, ownerOf, type BankId, type Recorded } from '#kernel';
import { amend, projection, put, type Change } from '#read-model';
import type { BankOpened } from '../../domain/journal/bank.events.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { actingPersonsFunction } from './acting-persons.serving.js';
import { reachFunctions } from './reach.serving.js';
import { banks, grants, hubPlaces, mandates, memberships, suspensions } from './standing.tables.js';

/** Who is who in a bank, and therefore who may read what in it. */
export const standingView = projection<JournalEvent>({
  name: 'standing',
  shape: 5,
  categories: ['journal'],
  decidesReach: true,
  tables: [banks, hubPlaces, memberships, suspensions, mandates, grants],
  rows: (record) => {
    const { event, stream, revision } = record;
    const bankId = ownerOf<BankId>(stream);
    switch (event.type) {
      case 'BankOpened':
        return opened(event, record);
      case 'HubServed':
      case 'HubPlaced': {
        const { hub, from, ancestors } = event.data;
        return [put(hubPlaces, { bankId, hubId: hub, revision, fromDay: from, ancestors })];
      }
      case 'MemberAdmitted': {
        const { account, person, hub, number, since, channel } = event.data;
        const member = { accountId: account, bankId, personId: person, hubId: hub, number, since, channel, revision };
        return [put(memberships, member)];
      }
      case 'MemberSuspended':
      case 'MemberReadmitted': {
        const { account: accountId, from } = event.data;
        const suspended = event.type === 'MemberSuspended';
        return [
          put(suspensions, { accountId, bankId, revision, fromDay: from, suspended }),
          amend(memberships, { accountId, revision }),
        ];
      }
      case 'LimitsSet':
        return [amend(memberships, { accountId: event.data.account, revision })];
      case 'MemberErased':
        return [amend(memberships, { accountId: event.data.account, personId: undefined, revision })];
      case 'MandateGiven': {
        const { mandate, account, person, kind, from, until } = event.data;
        const days = { fromDay: from, ...(until !== undefined && { untilDay: until }) };
        const given = {
          mandateId: mandate,
          bankId,
          accountId: account,
          personId: person,
          kind,
          ended: false,
          revision,
        };
        return [put(mandates, { ...given, ...days })];
      }
      case 'MandateEnded':
        return [amend(mandates, { mandateId: event.data.mandate, ended: true, revision })];
      case 'RoleGranted': {
        const { grant, person, role, hub, from, until } = event.data;
        const days = { fromDay: from, ...(until !== undefined && { untilDay: until }) };
        const scope = hub === undefined ? {} : { hubId: hub };
        const granted = { grantId: grant, bankId, personId: person, role, revoked: false, revision };
        return [put(grants, { ...granted, ...scope, ...days })];
      }
      case 'RoleRevoked':
        return [amend(grants, { grantId: event.data.grant, revoked: true, revision })];
      default:
        return [];
    }
  },
  serving: (tableOf) => [...reachFunctions(tableOf), ...actingPersonsFunction(tableOf)],
});

function opened({ data }: BankOpened, { recordedAt, revision }: Recorded): readonly Change[] {
  const { bank: bankId, network, handle, name, rules, administrators } = data;
  const fromDay = localDateOf(recordedAt, rules.timeZone);
  return [
    put(banks, { bankId, networkId: network, handle, name, rules, openedAt: recordedAt }),
    ...administrators.map(({ grant, person }) =>
      put(grants, {
        grantId: grant,
        bankId,
        personId: person,
        role: 'administrator',
        fromDay,
        revoked: false,
        revision,
      }),
    ),
  ];
}
