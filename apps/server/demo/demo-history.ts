import { demoCategories, demoHubs, type DemoHub } from './demo-bank.js';
import { inventedNames } from './people.js';
import { pickWeighted, randomFrom, shares, shuffled, wholeBelow, type Random } from './random.js';

/** Of the demonstration that everybody sees. */
export const demoSeed = 2_026;

/** The shape of the one time bank whose figures are published (E. Collom, Connections, 2012). */
export const demoSize = { members: 319, exchanges: 2_316, minutes: 402_720, months: 53 } as const;
/** Never in the future: the last month is October 2026. */
const firstMonth = { year: 2022, month: 6 } as const;
/** Members who exchanged at least once. */
const activeMembers = 214;

export interface DemoMember {
  readonly name: string;
  readonly hub: DemoHub;
  /** `YYYY-MM-DD`. */
  readonly since: string;
}

export interface DemoExchange {
  readonly day: string;
  readonly provider: string;
  readonly receiver: string;
  readonly minutes: number;
  readonly category: string;
  /** '' on many: people do not always say what they did. */
  readonly note: string;
  readonly hub: DemoHub;
}

export interface DemoHistory {
  readonly members: readonly DemoMember[];
  /** By day. */
  readonly exchanges: readonly DemoExchange[];
}

/** While the history is being made. */
interface Person {
  readonly name: string;
  readonly hub: DemoHub;
  /** How much they take part; 0 for whoever never did. */
  readonly weight: number;
  balanceMinutes: number;
  firstDay?: string;
}

/** The same seed makes the same bank, to the minute. */
export function demoHistory(seed: number): DemoHistory {
  const random = randomFrom(seed);
  const people = inventedNames(random, demoSize.members).map((name, rank): Person => {
    const weight = rank < activeMembers ? 1 / (rank + 4) : 0;
    return { name, hub: pickWeighted(random, demoHubs, (hub) => hub.weight), weight, balanceMinutes: 0 };
  });
  const active = people.filter(({ weight }) => weight > 0);
  const durations = durationsOf(random);
  const exchanges = daysOf(random).map((day, place) => {
    // Everyone who is active takes part at least once: the first turns are theirs, spread over the years.
    const turn = place % 10 === 0 ? active[place / 10] : undefined;
    return exchangeOn(
      random,
      day,
      durations[place] ?? 0,
      turn ?? pickWeighted(random, active, ({ weight }) => weight),
      active,
    );
  });
  return {
    members: people
      .map((person) => ({ name: person.name, hub: person.hub, since: joined(random, person) }))
      .sort(bySince),
    exchanges,
  };
}

function exchangeOn(
  random: Random,
  day: string,
  minutes: number,
  one: Person,
  active: readonly Person[],
): DemoExchange {
  const neighbours = active.filter(({ hub, name }) => hub === one.hub && name !== one.name);
  const others = random() < 0.8 && neighbours.length > 0 ? neighbours : active.filter(({ name }) => name !== one.name);
  const other = pickWeighted(random, others, ({ weight }) => weight);
  // Whoever has received more is likelier to give next: that is how a time bank stays in balance.
  const oneGives = random() < (one.balanceMinutes <= other.balanceMinutes ? 0.68 : 0.32);
  const [provider, receiver] = oneGives ? [one, other] : [other, one];
  provider.balanceMinutes += minutes;
  receiver.balanceMinutes -= minutes;
  provider.firstDay ??= day;
  receiver.firstDay ??= day;
  const category = pickWeighted(random, demoCategories, ({ weight }) => weight);
  const note = random() < 0.4 ? (category.notes[wholeBelow(random, category.notes.length)] ?? '') : '';
  return {
    day,
    provider: provider.name,
    receiver: receiver.name,
    minutes,
    category: category.name,
    note,
    hub: receiver.hub,
  };
}

/** Half hours mostly, some with a quarter more or less; they sum to the minute. */
function durationsOf(random: Random): readonly number[] {
  const { exchanges, minutes } = demoSize;
  const skew = Array.from({ length: exchanges }, () => Math.min(-Math.log(1 - random()), 4.5));
  const durations = shares(minutes / 30 - exchanges, skew).map((halfHours) => (halfHours + 1) * 30);
  for (let pair = 0; pair + 1 < exchanges; pair += 8) {
    durations[pair] = (durations[pair] ?? 0) + 15;
    durations[pair + 1] = (durations[pair + 1] ?? 0) - 15;
  }
  return shuffled(random, durations);
}

/** The bank grows for two years, then holds; August is quiet. */
function daysOf(random: Random): readonly string[] {
  const months = Array.from(
    { length: demoSize.months },
    (_, past) => new Date(Date.UTC(firstMonth.year, firstMonth.month - 1 + past, 1)),
  );
  const weights = months.map(
    (month, past) => Math.min(0.3 + past / 24, 1.2) * (month.getUTCMonth() === 7 ? 0.4 : 0.85 + random() * 0.3),
  );
  const counts = shares(demoSize.exchanges, weights);
  return months.flatMap((month, past) => Array.from({ length: counts[past] ?? 0 }, () => dayIn(random, month))).sort();
}

function dayIn(random: Random, month: Date): string {
  const days = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  return isoDay(month.getTime() + wholeBelow(random, days) * dayMs);
}

/** Some weeks before their first exchange; whoever never had one came at any time. */
function joined(random: Random, { firstDay }: Person): string {
  const anyMonth = new Date(Date.UTC(firstMonth.year, firstMonth.month - 1 + wholeBelow(random, demoSize.months), 1));
  const anyDay = dayIn(random, anyMonth);
  return firstDay ? isoDay(Date.parse(firstDay) - wholeBelow(random, 60) * dayMs) : anyDay;
}

function bySince(a: DemoMember, b: DemoMember): number {
  return a.since.localeCompare(b.since) || a.name.localeCompare(b.name, 'it');
}

const dayMs = 86_400_000;

function isoDay(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
