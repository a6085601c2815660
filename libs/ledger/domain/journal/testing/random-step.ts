import fc from 'fast-check';
import { minutes, type Actor, type LocalDate } from '#kernel';
import type { OpenBank } from '../bank.commands.js';
import type { BankRules } from '../bank.rules.js';
import { importOf } from './keeping.js';
import { day, hard, none, rules, soft } from './past.js';
import { by, byFor, ada, carla, dina, lucia, piero, stranger } from './people.js';

const weights = {
  log: 72,
  confirm: 15,
  decline: 7,
  answer: 9,
  withdraw: 5,
  suspend: 3,
  readmit: 15,
  limit: 3,
  give: 6,
  end: 4,
  grant: 5,
  revoke: 6,
  admit: 4,
  erase: 4,
  importing: 5,
  serve: 3,
  place: 3,
  open: 1,
  move: 3,
} as const;
export type Verb = keyof typeof weights;

/** What is wrong with what is typed; each verb takes it in its own way. */
const flaws = ['hub', 'category', 'strand', 'code', 'desk', 'behalf', 'sheet', 'future', 'early'] as const;
export type Flaw = (typeof flaws)[number] | 'none';

/** One thing that somebody asks, in plain data: a failing sequence can be read. */
export interface Step {
  readonly verb: Verb;
  /** By whom and about what it can succeed as things stand; otherwise by anybody about anything. */
  readonly aimed: boolean;
  /** Of an exchange. */
  readonly actor: Actor;
  /** Of what keeps the bank going. */
  readonly keeper: Actor;
  readonly provider: number;
  readonly receiver: number;
  readonly minutes: number;
  /** Paper at a desk, a reason where one is asked. */
  readonly paper: boolean;
  readonly which: number;
  /** Around those on which it is asked. */
  readonly day: LocalDate;
  readonly flaw: Flaw;
  /** Since the step before. */
  readonly days: number;
}

const verb = fc.oneof(
  ...Object.entries(weights).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name as Verb) })),
);
const actor = fc.oneof<fc.WeightedArbitrary<Actor>[]>(
  { weight: 5, arbitrary: fc.constantFrom(by(carla), by(lucia), by(dina)) },
  { weight: 4, arbitrary: fc.constantFrom(by(piero), byFor(piero, lucia), byFor(carla, lucia)) },
  { weight: 1, arbitrary: fc.constantFrom(by(stranger), by(ada), { system: 'deadlines' }) },
);
const keeper = fc.oneof<fc.WeightedArbitrary<Actor>[]>(
  { weight: 6, arbitrary: fc.constantFrom(by(ada), by(dina), by(lucia)) },
  { weight: 2, arbitrary: fc.constantFrom(by(carla), by(piero), by(stranger)) },
  { weight: 1, arbitrary: fc.constantFrom(byFor(dina, carla), importOf(ada), { system: 'network' }) },
);

const days = Array.from({ length: 16 }, (_, n) => day(`2026-03-${String(9 + n).padStart(2, '0')}`));

export const step: fc.Arbitrary<Step> = fc.record({
  verb,
  aimed: fc.boolean(),
  actor,
  keeper,
  provider: fc.constantFrom(0, 0, 0, 0, 1, 2),
  receiver: fc.constantFrom(1, 1, 1, 1, 0, 2, 3),
  minutes: fc.constantFrom(0, 10, 15, 15, 30, 30, 60, 60, 90, 120, 180, 195),
  paper: fc.boolean(),
  which: fc.nat(60),
  day: fc.constantFrom(...days),
  flaw: fc.oneof(
    { weight: 2, arbitrary: fc.constant('none' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...flaws) },
  ),
  days: fc.oneof({ weight: 17, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 4) }),
});

const oddRules: readonly Partial<BankRules>[] = [
  ...[{ timeZone: 'Rome' }, { stepMinutes: 20 as never }, { stepMinutes: 30 as const }, { consent: 'none' as never }],
  ...[0, 15, 20, 10_080, 10_095].map((most) => ({ exchangeMinutesMax: minutes(most) })),
  ...[0, 1, 1.5, 365, 366].map((claimDays) => ({ claimDays })),
  ...[
    { floor: hard(15), ceiling: none },
    { floor: none, ceiling: soft(-15) },
  ].map((limits) => ({ limits })),
  ...[{ categories: ['a', 'a'] }, { categories: ['A'] }, { strands: [''] }, { strands: [] }],
];

const oddOpenings: readonly (readonly Partial<OpenBank['input']>[])[] = [
  [{ handle: 'B' }, { handle: 'ba' }, { handle: `b${'-'.repeat(39)}` }, { handle: `b${'-'.repeat(40)}` }],
  [{ name: ' Banca' }, { name: 'B' }, { name: '' }, { name: 'b'.repeat(120) }, { name: 'b'.repeat(121) }],
  [[], [ada, lucia, ada]].map((who) => ({ administrators: who.map(({ person }) => person) })),
  oddRules.map((changed) => ({ rules: { ...rules, ...changed } })),
];

/** How a bank is opened: mostly as it must be. */
export const opening: fc.Arbitrary<Partial<OpenBank['input']>> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.oneof(...oddOpenings.map((odd) => fc.constantFrom(...odd))) },
);
