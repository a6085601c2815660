import { InvalidArgumentError, Option } from 'commander';
import {
  asId,
  asLocalDate,
  isLocalDate,
  isUuid,
  minutes,
  type LocalDate,
  type Minutes,
  type PersonId,
  type Uuid,
} from '#kernel';
import type { BankRules } from '#ledger';

type Limit = BankRules['limits']['floor'];

export function id<Name extends string>(text: string): Uuid<Name> {
  if (!isUuid(text)) throw new InvalidArgumentError('Not an id as this program prints them.');
  return asId(text);
}

/** An option that may be given more than once. */
export function texts(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

export function ids<Name extends string>(text: string, before: readonly Uuid<Name>[] = []): readonly Uuid<Name>[] {
  return [...before, id<Name>(text)];
}

export interface ByAdministrator {
  readonly as: PersonId;
}

export function administrator(): Option {
  return new Option('--as <person>', 'the administrator who does it').argParser(id).makeOptionMandatory();
}

export function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new InvalidArgumentError('Not a day as 2026-03-31.');
  return asLocalDate(text);
}

/** `none` is a choice like any other: there is no limit that nobody asked for. */
export function limit(text: string): Limit {
  const [, kind, value] = /^(soft|hard):(-?\d{1,9})$/.exec(text) ?? [];
  if (text === 'none') return { kind: 'none' };
  if ((kind !== 'soft' && kind !== 'hard') || value === undefined) {
    throw new InvalidArgumentError('Not none, soft:<minutes> or hard:<minutes>.');
  }
  return { kind, minutes: minutes(Number(value)) };
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Not a whole number.');
  return Number(text);
}

/** Codes with commas between; an empty text is an empty list. */
function codes(text: string): readonly string[] {
  return text === '' ? [] : text.split(',').map((code) => code.trim());
}

export interface RuleOptions {
  readonly timeZone: string;
  readonly step: '15' | '30';
  readonly largestExchange: number;
  readonly consent: BankRules['consent'];
  readonly claimDays: number;
  readonly floor: Limit;
  readonly ceiling: Limit;
  readonly categories: readonly string[];
  readonly strands: readonly string[];
}

const asked = (flags: string, description: string) => new Option(flags, description).makeOptionMandatory();

/** Every rule of a bank is asked: one that is left out is named. */
export const ruleOptions: readonly Option[] = [
  asked('--time-zone <name>', 'where its days and months begin and end, as Europe/Rome'),
  asked('--step <minutes>', 'every exchange is a multiple of it').choices(['15', '30']),
  asked('--largest-exchange <minutes>', 'at most so much in one exchange').argParser(whole),
  asked('--consent <who>', 'who must agree before hours move').choices(['both', 'receiver']),
  asked('--claim-days <days>', 'after so many days an unanswered claim expires').argParser(whole),
  asked('--floor <limit>', 'none, soft:<minutes> or hard:<minutes>, as hard:-600').argParser(limit),
  asked('--ceiling <limit>', 'none, soft:<minutes> or hard:<minutes>, as soft:3000').argParser(limit),
  asked('--categories <codes>', 'kinds of help, with commas between; "" for none').argParser(codes),
  asked('--strands <codes>', 'strands of the programme, with commas between; "" for none').argParser(codes),
];

export function rulesOf(options: RuleOptions): BankRules {
  const { timeZone, step, largestExchange, consent, claimDays, floor, ceiling, categories, strands } = options;
  return {
    timeZone,
    stepMinutes: step === '15' ? 15 : 30,
    exchangeMinutesMax: largestExchange as Minutes,
    consent,
    claimDays,
    limits: { floor, ceiling },
    categories,
    strands,
  };
}
