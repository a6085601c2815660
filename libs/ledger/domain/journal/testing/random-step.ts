import fc from 'fast-check';
import type { Actor } from '#kernel';
import type { OpenBank } from '../bank.commands.js';
import { rules } from './past.js';
import { by, byFor, ada, carla, dina, lucia, piero, stranger } from './people.js';

const weights = {
  log: 56,
  confirm: 16,
  decline: 7,
  answer: 9,
  withdraw: 5,
  suspend: 2,
  readmit: 11,
  limit: 3,
  give: 5,
  end: 6,
  grant: 5,
  revoke: 4,
  admit: 3,
  erase: 4,
  importing: 4,
  serve: 2,
  place: 3,
  open: 1,
  move: 2,
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
  { weight: 4, arbitrary: fc.constantFrom(by(ada), by(dina)) },
  { weight: 1, arbitrary: fc.constantFrom(by(piero), by(stranger), byFor(dina, carla), { system: 'network' }) },
);

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
  flaw: fc.oneof(
    { weight: 2, arbitrary: fc.constant('none' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...flaws) },
  ),
  days: fc.oneof({ weight: 17, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 4) }),
});

/** How a bank is opened: mostly as it must be. */
export const opening: fc.Arbitrary<Partial<OpenBank['input']>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { handle: 'B' },
      { name: ' Banca' },
      { administrators: [] },
      { rules: { ...rules, stepMinutes: 20 as never } },
    ),
  },
);
