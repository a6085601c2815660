import {
  minutes,
  negative,
  type Decided,
  type EntryNumber,
  type ExchangeId,
  type ImportId,
  type Instant,
  type LocalDate,
} from '#kernel';
import { idOf, sealed } from '#testing';
import type { BankEvent } from '../bank.events.js';
import type { BankRules, Limit } from '../bank.rules.js';
import type { ExchangeFacts, ExchangeLogged, ExchangePosted } from '../exchange.events.js';
import type { MemberErased, MemberEvent } from '../member.events.js';
import type { Role, RoleEvent } from '../role.events.js';
import {
  ada,
  bank,
  carla,
  grantIdOf,
  hub,
  lucia,
  mandateIdOf,
  networkCause,
  upperHub,
  type Someone,
} from './people.js';

export const day = (text: string): LocalDate => text as LocalDate;
export const none: Limit = { kind: 'none' };
export const hard = (value: number): Limit => ({ kind: 'hard', minutes: minutes(value) });
export const soft = (value: number): Limit => ({ kind: 'soft', minutes: minutes(value) });

export const rules: BankRules = {
  timeZone: 'Europe/Rome',
  stepMinutes: 15,
  exchangeMinutesMax: minutes(1440),
  consent: 'both',
  claimDays: 30,
  limits: { floor: none, ceiling: none },
  categories: ['shopping', 'cooking'],
  strands: ['family'],
};

export function bankOpened(changed: Partial<BankRules> = {}): BankEvent {
  const administrators = [{ grant: grantIdOf(ada, 'administrator'), person: ada.person }];
  return {
    type: 'BankOpened',
    data: {
      bank,
      network: idOf('network'),
      handle: 'banca',
      name: 'Banca',
      rules: { ...rules, ...changed },
      administrators,
    },
  };
}

export function hubServed(served = hub, ancestors = [upperHub]): BankEvent {
  return { type: 'HubServed', data: { hub: served, ancestors, from: day('2020-01-01'), cause: networkCause } };
}

export function admitted(
  { account, person }: Someone,
  changed: { since?: LocalDate; hub?: typeof hub } = {},
): MemberEvent {
  return {
    type: 'MemberAdmitted',
    data: { account, person, number: 1, hub, since: day('2025-01-01'), channel: true, ...changed },
  };
}

export function granted(
  who: Someone,
  role: Role,
  days: { from?: LocalDate; until?: LocalDate; hub?: typeof hub } = {},
): RoleEvent {
  const scope = role === 'coordinator' ? { hub } : {};
  return {
    type: 'RoleGranted',
    data: {
      grant: grantIdOf(who, role),
      person: who.person,
      role,
      from: day('2025-01-01'),
      reason: sealed('voted'),
      ...scope,
      ...days,
    },
  };
}

export function mandateGiven(
  delegate: Someone,
  member: Someone,
  days: { from?: LocalDate; until?: LocalDate } = {},
): MemberEvent {
  return {
    type: 'MandateGiven',
    data: {
      mandate: mandateIdOf(delegate, member),
      account: member.account,
      person: delegate.person,
      kind: 'delegate',
      from: day('2025-01-01'),
      ...days,
    },
  };
}

export function suspended({ account }: Someone, from: string): MemberEvent {
  return { type: 'MemberSuspended', data: { account, from: day(from), reason: sealed('why') } };
}

export function readmitted({ account }: Someone, from: string): MemberEvent {
  return { type: 'MemberReadmitted', data: { account, from: day(from) } };
}

export function limitsSet({ account }: Someone, limits: { floor?: Limit; ceiling?: Limit }): MemberEvent {
  return { type: 'LimitsSet', data: { account, ...limits, reason: sealed('why') } };
}

export function erased({ account, person }: Someone, changed: Partial<MemberErased['data']> = {}): MemberErased {
  return { type: 'MemberErased', data: { account, person, ground: 'own-wish', ...changed } };
}

export const claimId = idOf<ExchangeId>('claim');
export const claimExpiresAt = '2026-04-01T09:00:00.000Z' as Instant;

/** Ninety minutes that Carla gave to Lucia. */
export const facts: ExchangeFacts = {
  exchange: claimId,
  provider: carla.account,
  receiver: lucia.account,
  minutes: minutes(90),
  serviceDate: day('2026-03-01'),
  hub,
  loggedBy: carla.person,
};

/** A claim of the provider's, unless the turn is the provider's. */
export function logged(
  changed: Partial<ExchangeFacts> = {},
  turn: 'provider' | 'receiver' = 'receiver',
): Decided<ExchangeLogged> {
  const whole = { ...facts, ...changed };
  const side = turn === 'receiver' ? 'provider' : 'receiver';
  const data = { facts: whole, by: side, turn, expiresAt: claimExpiresAt } as const;
  return { event: { type: 'ExchangeLogged', data }, actor: { person: whole.loggedBy } };
}

/** Brings an account to a balance, against Piero's. */
export function balance(who: Someone, value: number, number = 1, against = 0): ExchangePosted {
  const other = idOf<ExchangeId>(`opening ${who.name}`);
  const pieros = idOf<ExchangeFacts['provider']>('account Piero');
  return {
    type: 'ExchangePosted',
    data: {
      facts: { ...facts, exchange: other, provider: who.account, receiver: pieros },
      consent: { kind: 'import', import: idOf<ImportId>('import') },
    },
    entry: {
      number: number as EntryNumber,
      legs: [
        { account: who.account, minutes: minutes(value), balanceAfterMinutes: minutes(value) },
        { account: pieros, minutes: negative(minutes(value)), balanceAfterMinutes: minutes(against - value) },
      ],
    },
  };
}
