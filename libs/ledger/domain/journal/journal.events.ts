import type { BankEvent } from './bank.events.js';
import type { ExchangeEvent } from './exchange.events.js';
import type { MemberEvent } from './member.events.js';
import type { RoleEvent } from './role.events.js';

export type JournalEvent = BankEvent | MemberEvent | RoleEvent | ExchangeEvent;
export type JournalEventType = JournalEvent['type'];

/** Schema version of each type as written today. A change of shape raises it and brings an upcaster and a golden file. */
export const journalEventVersions: Readonly<Record<JournalEventType, number>> = {
  BankOpened: 1,
  HubServed: 1,
  HubPlaced: 1,
  JournalMoved: 1,
  MemberAdmitted: 1,
  MemberSuspended: 1,
  MemberReadmitted: 1,
  LimitsSet: 1,
  MandateGiven: 1,
  MandateEnded: 1,
  MemberErased: 1,
  RoleGranted: 1,
  RoleRevoked: 1,
  ExchangeLogged: 1,
  ExchangeAnswered: 1,
  ExchangePosted: 1,
  ExchangeDeclined: 1,
  ExchangeWithdrawn: 1,
  ExchangeExpired: 1,
};
