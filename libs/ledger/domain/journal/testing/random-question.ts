import { minutes, type AccountId, type Actor, type ExchangeId, type GrantId, type MandateId } from '#kernel';
import { idOf, type Asked } from '#testing';
import type { LogExchange } from '../exchange.commands.js';
import type { JournalCommand } from '../journal.commands.js';
import { ask, confirm, log } from './asked.js';
import {
  admit,
  end,
  erase,
  give,
  grant,
  importOf,
  importing,
  limit,
  nives,
  open,
  place,
  readmit,
  revoke,
  serve,
  suspend,
} from './keeping.js';
import { day, hard } from './past.js';
import {
  ada,
  by,
  carla,
  dina,
  grantIdOf,
  hub,
  lucia,
  mandateIdOf,
  otherHub,
  piero,
  someone,
  stranger,
  type Someone,
} from './people.js';
import type { Step } from './random-step.js';
import type { RunningBank } from './running-bank.js';
import type { OpenClaim } from '../journal.state.js';

const members = [carla, lucia, piero, dina];
/** In the bank only to be erased. */
export const passing = ['Elio', 'Ines', 'Zita'].map(someone);
const people = [carla, lucia, dina, stranger];
const serviceDate = day('2026-03-10');
const deadlinesActor = { system: 'deadlines' };

/** A step in words that the bank understands. */
export function questionOf(step: Step, bank: RunningBank): Asked<JournalCommand> {
  const { verb, aimed, paper, flaw, which } = step;
  const given = minutes(step.minutes);
  const provider = members[step.provider] ?? carla;
  const receiver = members[step.receiver] ?? lucia;
  const reason = aimed || paper ? 'why' : undefined;
  /** Seldom, and mostly as it may be. */
  const travel = which % 7 === 0 ? { travelMinutes: minutes({ 7: -15, 14: 10, 28: 0 }[which] ?? 15) } : {};
  const texts = reason ? { texts: { reason } } : {};
  const claim = aimed ? claimAt(bank, which) : undefined;
  const exchange = claim?.facts.exchange ?? recent(bank.exchanges, which, idOf<ExchangeId>('unknown'));
  const actor = claim ? rightful(claim, verb, bank) : step.actor;
  const keeper = aimed ? by(ada) : step.keeper;
  const isOdd = oddOf(step);
  const themself = paper ? by(provider) : keeper;
  switch (verb) {
    case 'log': {
      const parties = { provider: provider.account, receiver: receiver.account };
      return log(step.actor, {
        ...parties,
        minutes: given,
        ...travel,
        serviceDate,
        ...paperAt(step.actor, paper),
        ...flawed[flaw],
      });
    }
    case 'confirm':
      return confirm(actor, flaw === 'sheet' ? 'seven' : paperAt(actor, paper).sheet, exchange);
    case 'decline':
      return ask(actor, { name: 'DeclineExchange', input: { exchange }, ...texts });
    case 'answer':
      return ask(actor, { name: 'AnswerExchange', input: { exchange, minutes: given, ...travel } });
    case 'withdraw':
      if (flaw === 'early') return ask(paper ? deadlinesActor : actor, { name: 'ExpireExchange', input: { exchange } });
      return ask(actor, { name: 'WithdrawExchange', input: { exchange } });
    case 'suspend':
      return suspend(keeper, isOdd ? dina : provider, reason);
    case 'readmit':
      return readmit(keeper, (aimed && suspendedOf(bank)) || provider, isOdd ? '2026-03-01' : '2026-03-10');
    case 'limit':
      return limit(keeper, provider, limitsOf(step), reason);
    case 'give': {
      const person = people[which % people.length]?.person ?? stranger.person;
      const kind = isOdd ? 'guardian' : 'delegate';
      return give(themself, { account: provider.account, person, kind, ...daysOf(step) });
    }
    case 'end':
      return end(themself, recent(bank.mandates, which, mandateIdOf(stranger, carla)));
    case 'grant':
      return grant(keeper, roleOf(step), reason);
    case 'revoke':
      return revoke(
        keeper,
        recent(aimed ? grantsOf(bank) : bank.grants, which, grantIdOf(stranger, 'auditor')),
        reason,
      );
    case 'admit':
      return admit(keeper, {
        person: paper ? provider.person : idOf(`${nives.name} ${String(which)}`),
        since: isOdd ? day('2027-01-01') : day('2026-03-10'),
        hub: flaw === 'hub' ? otherHub : hub,
      });
    case 'erase':
      return erasureOf(step, bank, isOdd ? provider : newcomerAt(bank, which));
    case 'importing': {
      const gone = which % 8 === 0 ? erasedOf(bank) : undefined;
      const row = { provider: provider.account, receiver: gone ?? receiver.account, minutes: given, serviceDate, hub };
      const rows = Array.from({ length: isOdd ? 201 : 1 }, () => row);
      return importing(rows, importOf(paper ? ada : piero));
    }
    case 'serve':
      return serve(which % 3 === 0 ? hub : idOf(`hub ${String(which)}`), keeper);
    case 'place':
      return place(flaw === 'hub' ? otherHub : hub, which, paper ? { system: 'network' } : keeper);
    case 'open':
      return open();
    case 'move':
      return ask(aimed ? { system: 'move-store' } : keeper, {
        name: 'MoveJournal',
        input: { to: idOf(`store ${String(which % 3)}`) },
      });
  }
}

const flawed: Readonly<Record<Step['flaw'], Partial<LogExchange['input']>>> = {
  none: {},
  hub: { hub: otherHub },
  category: { category: 'flying' },
  strand: { strand: 'flying' },
  code: { offer: 'Mario' },
  desk: { desk: 'tuesday' },
  behalf: { onBehalfOf: stranger.account },
  sheet: { sheet: 'seven' },
  future: { serviceDate: day('2027-01-01') },
  early: { serviceDate: day('2024-12-31') },
};

/** Only a desk has paper, unless somebody errs. */
function paperAt(actor: Actor, paper: boolean): { readonly sheet?: string } {
  return paper && 'person' in actor && actor.person === dina.person ? { sheet: '7' } : {};
}

function limitsOf({ flaw, which, minutes: given }: Step): Parameters<typeof limit>[2] {
  if (flaw !== 'none') return { floor: hard(15) };
  return which % 3 === 0 ? {} : { floor: hard(-given), ceiling: hard(2 * given) };
}

function daysOf({ flaw }: Step): Parameters<typeof give>[1] {
  if (flaw === 'early' || flaw === 'category') return { from: day('2024-12-31') };
  if (flaw === 'future' || flaw === 'strand') return { until: day('2026-03-01') };
  return flaw === 'sheet' || flaw === 'code' ? { from: day('2026-03-01'), until: day('2026-03-02') } : {};
}

function roleOf(step: Step): Parameters<typeof grant>[1] {
  const { flaw, which } = step;
  const isOdd = oddOf(step);
  const person = people[which % people.length]?.person ?? stranger.person;
  const role = (['auditor', 'coordinator', 'administrator'] as const)[which % 3] ?? 'auditor';
  return {
    person,
    role,
    ...((role === 'coordinator') !== isOdd && { hub: flaw === 'hub' ? otherHub : hub }),
    ...daysOf(step),
  };
}

/** By the member, or on paper by an administrator; about a founder only what is refused, so that the bank goes on. */
function erasureOf({ aimed, paper, keeper, actor }: Step, bank: RunningBank, who: Someone): Asked<JournalCommand> {
  const isFounder = members.includes(who);
  if (isFounder && isBound(bank, who)) return erase(by(who), who);
  if (aimed && !isFounder)
    return paper ? erase(by(ada), who, { ground: 'signed-wish', document: '7' }) : erase(by(who), who);
  return erase(isFounder ? by(ada) : paper ? keeper : actor, who);
}

/** By a mandate without an end. */
function isBound({ state }: RunningBank, { person, account }: Someone): boolean {
  return [...state.mandates.entries()].some(([, mandate]) => {
    return mandate.until === undefined && (mandate.account === account || mandate.person === person);
  });
}

/** Mostly one who is still there, of those who are in the bank only to be erased. */
function newcomerAt({ state }: RunningBank, which: number): Someone {
  const others = [...state.memberships.entries()].filter(
    ([account]) => !members.some((one) => one.account === account),
  );
  const there = others.filter(([, { erased }]) => which % 5 === 0 || !erased);
  const [account, membership] = there[which % there.length] ?? [];
  return account && membership ? { name: 'a newcomer', person: membership.person, account } : stranger;
}

function erasedOf({ state }: RunningBank): AccountId | undefined {
  return [...state.memberships.entries()].find(([, { erased }]) => erased)?.[0];
}

/** For what is seldom asked. */
function oddOf({ minutes: given }: Step): boolean {
  return given === 15 || given === 120;
}

/** One that still waits. */
function claimAt({ state }: RunningBank, which: number): OpenClaim | undefined {
  const claims = [...state.claims.entries()];
  return claims[which % (claims.length + 1)]?.[1];
}

/** Who may do it: the member whose turn it is, or who logged it. */
function rightful({ facts, turn }: OpenClaim, verb: Step['verb'], { state }: RunningBank): Actor {
  const person = verb === 'withdraw' ? facts.loggedBy : state.memberships.get(facts[turn])?.person;
  return { person: person ?? stranger.person };
}

function suspendedOf({ state }: RunningBank): Someone | undefined {
  return members.find(({ account }) => {
    const last = state.memberships.get(account)?.suspensions.at(-1);
    return last !== undefined && last.until === undefined;
  });
}

function grantsOf({ state }: RunningBank): ReadonlySet<GrantId> {
  const lasting = [...state.grants.entries()].filter(([, { until }]) => until === undefined);
  return new Set(lasting.map(([id]) => id));
}

/** One of the last eight, or something that never was. */
function recent<Id extends ExchangeId | GrantId | MandateId>(known: ReadonlySet<Id>, which: number, unknown: Id): Id {
  const last = [...known].slice(-8);
  return last[which % (last.length + 1)] ?? unknown;
}
