import type {
  AccountId,
  BankId,
  EntryNumber,
  ExchangeId,
  GrantId,
  HubId,
  Instant,
  LocalDate,
  MandateId,
  Minutes,
  NetworkId,
  PersonId,
  SealedText,
  StreamId,
} from '#kernel';
import type { ExchangeFacts } from '../domain/journal/exchange.events.js';
import type { JournalEvent } from '../domain/journal/journal.events.js';

const id = <Id extends string>(n: number): Id => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}` as Id;
const sealed = (text: string): SealedText => ({ keys: [], nonce: '', text });

/** An invented bank for the specs of the views: two hubs, one below the other; two members in each of two hubs. */
export const bank = id<BankId>(1);
export const [town, quarter] = [id<HubId>(11), id<HubId>(12)];
export const [ada, bruno, carla, dario] = [id<PersonId>(21), id<PersonId>(22), id<PersonId>(23), id<PersonId>(24)];
export const accountOf = (person: PersonId): AccountId => id(100 + Number(person.slice(-2)));
/** Administers the bank; coordinates the quarter; audits; is delegate of Carla; is nobody here. */
export const [nora, olga, piero, rita, ugo] = [
  id<PersonId>(31),
  id<PersonId>(32),
  id<PersonId>(33),
  id<PersonId>(34),
  id<PersonId>(35),
];
export const claim = id<ExchangeId>(201);

const stream = `journal-${bank}` as StreamId;
const day = '2026-01-10' as LocalDate;
const ref = { stream, revision: 0 };

function facts(exchange: ExchangeId, provider: PersonId, receiver: PersonId, minutes: number): ExchangeFacts {
  return {
    exchange,
    provider: accountOf(provider),
    receiver: accountOf(receiver),
    minutes: minutes as Minutes,
    serviceDate: day,
    hub: town,
    category: 'garden',
    loggedBy: provider,
    note: sealed('hedge'),
  };
}

export function posted(
  n: number,
  provider: PersonId,
  receiver: PersonId,
  minutes: number,
  balances: readonly [number, number],
): JournalEvent {
  const leg = (person: PersonId, moved: number, after: number) => ({
    account: accountOf(person),
    minutes: moved as Minutes,
    balanceAfterMinutes: after as Minutes,
  });
  return {
    type: 'ExchangePosted',
    data: { facts: facts(id(300 + n), provider, receiver, minutes), consent: { kind: 'confirmed', by: receiver } },
    entry: {
      number: n as EntryNumber,
      legs: [leg(provider, minutes, balances[0]), leg(receiver, -minutes, balances[1])],
    },
  };
}

const admitted = (person: PersonId, number: number, hub: HubId): JournalEvent => ({
  type: 'MemberAdmitted',
  data: { account: accountOf(person), person, number, hub, since: day, channel: true },
});

const bankEvents: readonly JournalEvent[] = [
  {
    type: 'BankOpened',
    data: {
      bank,
      network: id<NetworkId>(2),
      handle: 'rho',
      name: 'Banca di Rho',
      rules: {
        timeZone: 'Europe/Rome',
        stepMinutes: 15,
        exchangeMinutesMax: 1440 as Minutes,
        consent: 'both',
        claimDays: 30,
        limits: { floor: { kind: 'hard', minutes: -600 as Minutes }, ceiling: { kind: 'none' } },
        categories: ['garden'],
        strands: [],
      },
      administrators: [{ grant: id<GrantId>(41), person: nora }],
    },
  },
  { type: 'HubServed', data: { hub: town, ancestors: [], from: day, cause: ref } },
  { type: 'HubServed', data: { hub: quarter, ancestors: [town], from: day, cause: ref } },
  admitted(ada, 1, town),
  admitted(bruno, 2, town),
  admitted(carla, 3, quarter),
  admitted(dario, 4, quarter),
  {
    type: 'RoleGranted',
    data: {
      grant: id<GrantId>(42),
      person: olga,
      role: 'coordinator',
      hub: quarter,
      from: day,
      reason: sealed('elected'),
    },
  },
  {
    type: 'RoleGranted',
    data: { grant: id<GrantId>(43), person: piero, role: 'auditor', from: day, reason: sealed('elected') },
  },
  {
    type: 'MandateGiven',
    data: { mandate: id<MandateId>(51), account: accountOf(carla), person: rita, kind: 'delegate', from: day },
  },
  { type: 'MemberSuspended', data: { account: accountOf(dario), from: day, reason: sealed('asked') } },
  {
    type: 'LimitsSet',
    data: { account: accountOf(carla), floor: { kind: 'soft', minutes: -60 as Minutes }, reason: sealed('new') },
  },
  posted(1, ada, carla, 90, [90, -90]),
  posted(2, carla, ada, 30, [-60, 60]),
  posted(3, ada, bruno, 60, [120, -60]),
  {
    type: 'ExchangeLogged',
    data: {
      facts: facts(claim, ada, carla, 45),
      by: 'provider',
      turn: 'receiver',
      expiresAt: '2026-02-10T00:00:00.000Z' as Instant,
    },
  },
];

export const bankHistory = bankEvents.map((event) => ({ stream, event }));
export const inBank = (event: JournalEvent): (typeof bankHistory)[number] => ({ stream, event });
export const roleRevoked: JournalEvent = {
  type: 'RoleRevoked',
  data: { grant: id<GrantId>(42), person: olga, role: 'coordinator', reason: sealed('term over') },
};
