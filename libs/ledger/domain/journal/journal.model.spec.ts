import fc from 'fast-check';
import { addDays, minutes, type Actor, type ExchangeId, type Instant } from '#kernel';
import { askedInstant, idOf, type Asked } from '#testing';
import type { JournalCommand } from './journal.commands.js';
import { bankOf } from './testing/given.js';
import { admitted, day, hard, mandateGiven } from './testing/past.js';
import { by, byFor, carla, dina, hub, lucia, piero, stranger } from './testing/people.js';
import { RunningBank } from './testing/running-bank.js';

const floor = -240;
const ceiling = 105;
const dinaActs: Actor = by(dina);
const members = [carla, lucia, piero];
const past = [
  ...bankOf({
    limits: { floor: hard(floor), ceiling: hard(ceiling) },
    claimDays: 10,
    exchangeMinutesMax: minutes(180),
  }),
  admitted(dina),
  mandateGiven(piero, lucia),
  mandateGiven(carla, lucia),
];

interface Step {
  readonly verb: 'log' | 'confirm' | 'decline' | 'answer' | 'withdraw' | 'suspend' | 'readmit';
  readonly actor: Actor;
  readonly provider: number;
  readonly receiver: number;
  readonly minutes: number;
  readonly paper: boolean;
  readonly which: number;
  readonly days: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.oneof(
    { weight: 40, arbitrary: fc.constant('log' as const) },
    { weight: 20, arbitrary: fc.constant('confirm' as const) },
    { weight: 12, arbitrary: fc.constantFrom('decline' as const, 'answer' as const, 'withdraw' as const) },
    { weight: 2, arbitrary: fc.constant('suspend' as const) },
    { weight: 4, arbitrary: fc.constant('readmit' as const) },
  ),
  actor: fc.constantFrom<Actor[]>(
    by(carla),
    by(carla),
    by(lucia),
    by(lucia),
    by(piero),
    dinaActs,
    byFor(piero, lucia),
    byFor(carla, lucia),
    by(stranger),
  ),
  provider: fc.constantFrom(0, 0, 0, 1, 2),
  receiver: fc.constantFrom(1, 1, 1, 0, 2),
  minutes: fc.constantFrom(0, 10, 15, 15, 30, 30, 60, 60, 90, 120, 180, 195),
  paper: fc.boolean(),
  which: fc.nat(60),
  days: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 4),
});

function questionOf(wanted: Step, bank: RunningBank): Asked<JournalCommand> {
  const { actor, verb, paper } = wanted;
  const known = [
    ...new Set(bank.records.flatMap(({ event }) => ('facts' in event.data ? [event.data.facts.exchange] : []))),
  ];
  const recent = known.slice(-8);
  const exchange = recent[wanted.which % (recent.length + 1)] ?? idOf<ExchangeId>('unknown');
  const provider = members[wanted.provider]?.account ?? carla.account;
  const receiver = members[wanted.receiver]?.account ?? lucia.account;
  const sheet = paper ? { sheet: '7' } : {};
  const reason = paper ? { texts: { reason: 'why' } } : {};
  switch (verb) {
    case 'log': {
      const input = { provider, receiver, minutes: minutes(wanted.minutes), serviceDate: day('2026-03-09'), hub };
      return { actor, command: { name: 'LogExchange', input: { ...input, ...(actor === dinaActs ? sheet : {}) } } };
    }
    case 'confirm':
      return { actor, command: { name: 'ConfirmExchange', input: { exchange, ...(actor === dinaActs ? sheet : {}) } } };
    case 'decline':
      return { actor, command: { name: 'DeclineExchange', input: { exchange }, ...reason } };
    case 'answer':
      return { actor, command: { name: 'AnswerExchange', input: { exchange, minutes: minutes(wanted.minutes) } } };
    case 'withdraw':
      return { actor, command: { name: 'WithdrawExchange', input: { exchange } } };
    case 'suspend':
      return {
        actor: dinaActs,
        command: {
          name: 'SuspendMember',
          input: { account: provider, from: day('2026-03-09') },
          texts: { reason: 'why' },
        },
      };
    case 'readmit':
      return {
        actor: dinaActs,
        command: { name: 'ReadmitMember', input: { account: provider, from: day('2026-03-09') } },
      };
  }
}

/** Everything that must hold of a journal after any sequence of commands, computed from its records alone. */
function requireSound({ state, records }: RunningBank): void {
  const sums = new Map<string, number>();
  const entries = records.flatMap(({ event }) => ('entry' in event ? [event.entry] : []));
  for (const { legs } of entries) {
    expect(legs.reduce((sum, leg) => sum + leg.minutes, 0)).toBe(0);
    for (const leg of legs) {
      sums.set(leg.account, (sums.get(leg.account) ?? 0) + leg.minutes);
      expect(leg.balanceAfterMinutes).toBe(sums.get(leg.account));
      expect(leg.balanceAfterMinutes).toBeGreaterThanOrEqual(floor);
      expect(leg.balanceAfterMinutes).toBeLessThanOrEqual(ceiling);
    }
  }
  expect(entries.map(({ number }) => number)).toEqual(entries.map((_, n) => n + 1));
  const reserved = new Map<string, number>();
  for (const [, claim] of state.claims.entries()) {
    const { receiver } = claim.facts;
    reserved.set(receiver, (reserved.get(receiver) ?? 0) + claim.reservedMinutes);
  }
  for (const [id, account] of state.accounts.entries()) {
    expect(account.balanceMinutes).toBe(sums.get(id) ?? 0);
    expect(account.reservedMinutes).toBe(reserved.get(id) ?? 0);
  }
  for (const [, count] of state.pairs.entries()) expect(count).toBeLessThanOrEqual(5);
}

/** Whoever confirmed is neither who typed the last proposal nor the member for whom it was made. */
function requireNoOwnConfirmation({ records }: RunningBank): void {
  for (const { event } of records) {
    if (event.type !== 'ExchangePosted' || event.data.consent.kind !== 'confirmed') continue;
    const { follows, facts, consent } = event.data;
    const proposal = records[follows ?? -1];
    if (!proposal || !('turn' in proposal.event.data)) throw new Error('posted without a proposal');
    const proposing = proposal.event.data.turn === 'receiver' ? facts.provider : facts.receiver;
    const proposer = members.find(({ account }) => account === proposing);
    expect('person' in proposal.actor && proposal.actor.person).not.toBe(consent.by);
    expect(proposer?.person).not.toBe(consent.by);
  }
}

test('whatever is asked in whatever order, the journal stays sound', () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  const seed = Number(process.env['SEED'] ?? 20_261_122);
  fc.assert(
    fc.property(fc.array(step, { minLength: 50, maxLength: 50, size: 'max' }), (steps) => {
      const bank = new RunningBank(past);
      let at: Instant = askedInstant;
      for (const wanted of steps) {
        at = addDays(at, wanted.days);
        const question = questionOf(wanted, bank);
        const verdict = bank.ask(question, at);
        count(verdict === 'accepted' ? question.command.name : verdict);
      }
      for (const { event } of bank.records) if (event.type === 'ExchangeExpired') count('ExpireExchange');
      requireSound(bank);
      requireNoOwnConfirmation(bank);
    }),
    { numRuns: 200, seed },
  );
  process.stdout.write(`seed ${String(seed)}: ${JSON.stringify(Object.fromEntries([...seen].sort()))}\n`);
  for (const what of [...verbs, ...codes]) expect([what, seen.get(what) ?? 0]).not.toEqual([what, 0]);
});

const verbs = [
  'LogExchange',
  'ConfirmExchange',
  'DeclineExchange',
  'AnswerExchange',
  'WithdrawExchange',
  'ExpireExchange',
  'SuspendMember',
  'ReadmitMember',
];
const codes = [
  'NOT_FOUND',
  'NOTHING_TO_CHANGE',
  'SELF_EXCHANGE',
  'MINUTES_NOT_POSITIVE',
  'MINUTES_NOT_IN_STEPS',
  'MINUTES_ABOVE_MAX',
  'MEMBER_SUSPENDED',
  'TOO_MANY_OPEN_CLAIMS',
  'FLOOR_REACHED',
  'CEILING_REACHED',
  'EXCHANGE_NOT_OPEN',
  'NOT_YOUR_TURN',
  'OWN_CLAIM',
  'PAPER_REQUIRED',
  'NOT_WHO_LOGGED',
  'REASON_REQUIRED',
];
