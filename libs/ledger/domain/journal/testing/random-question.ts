import { minutes, type Actor, type ExchangeId } from '#kernel';
import { idOf, type Asked } from '#testing';
import type { LogExchange } from '../exchange.commands.js';
import type { JournalCommand } from '../journal.commands.js';
import type { OpenClaim } from '../journal.state.js';
import { ask, confirm, log } from './asked.js';
import { day } from './past.js';
import { carla, dina, hub, lucia, otherHub, stranger } from './people.js';
import { moving, opening, placing, serving } from './random-bank.js';
import { admitting, erasing, importingRows, limiting, readmitting, suspending } from './random-members.js';
import { ending, giving, granting, revoking } from './random-powers.js';
import { members, newcomerAt, recent, sceneOf, servedAt, type Ask } from './random-scene.js';
import type { Step, Verb } from './random-step.js';
import type { RunningBank } from './running-bank.js';

const asks: Readonly<Record<Verb, Ask>> = {
  log: logging,
  confirm: replying,
  decline: replying,
  answer: replying,
  withdraw: replying,
  suspend: suspending,
  readmit: readmitting,
  limit: limiting,
  give: giving,
  end: ending,
  grant: granting,
  revoke: revoking,
  admit: admitting,
  erase: erasing,
  importing: importingRows,
  serve: serving,
  place: placing,
  open: opening,
  move: moving,
};

/** A step in words that the bank understands. */
export function questionOf(step: Step, bank: RunningBank): Asked<JournalCommand> {
  const asked = asks[step.verb](sceneOf(step, bank));
  return step.which % 30 === 13 ? { ...asked, powers: 'own' } : asked;
}

function logging({ step, bank }: Parameters<Ask>[0]): Asked<JournalCommand> {
  const { provider, receiver, actor, paper, which, flaw } = step;
  const said = {
    provider: (members[provider] ?? carla).account,
    receiver: (which % 20 === 11 ? newcomerAt(bank, 5 * step.minutes) : (members[receiver] ?? lucia)).account,
    minutes: minutes(step.minutes),
    ...travelOf(step),
    serviceDate: which % 10 === 0 ? step.day : day('2026-03-10'),
    hub: which % 12 === 0 ? servedAt(bank, which) : hub,
    ...paperAt(actor, paper),
    ...flawed[flaw],
  };
  return log(actor, said, which % 4 === 0 ? { note: 'bread' } : undefined);
}

function replying({ step, bank }: Parameters<Ask>[0]): Asked<JournalCommand> {
  const { verb, aimed, paper, flaw, which } = step;
  const claim = aimed ? claimAt(bank, which) : undefined;
  const exchange = claim?.facts.exchange ?? recent(bank.exchanges, which, idOf<ExchangeId>('unknown'));
  const actor = claim ? rightful(claim, verb, bank) : step.actor;
  if (verb === 'confirm') return confirm(actor, flaw === 'sheet' ? 'seven' : paperAt(actor, paper).sheet, exchange);
  if (verb === 'decline') {
    const texts = aimed || paper ? { texts: { reason: 'why' } } : {};
    return ask(actor, { name: 'DeclineExchange', input: { exchange }, ...texts });
  }
  if (verb === 'answer') {
    const input = { exchange, minutes: minutes(step.minutes), ...travelOf(step) };
    return ask(actor, { name: 'AnswerExchange', input, ...(paper && { texts: { answer: 'longer' } }) });
  }
  if (flaw !== 'early') return ask(actor, { name: 'WithdrawExchange', input: { exchange } });
  return ask(paper ? { system: 'deadlines' } : actor, { name: 'ExpireExchange', input: { exchange } });
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

/** Seldom, and mostly as it may be. */
function travelOf({ which }: Step): Pick<LogExchange['input'], 'travelMinutes'> {
  return which % 7 === 0 ? { travelMinutes: minutes({ 7: -15, 14: 10, 28: 0 }[which] ?? 15) } : {};
}

/** Only a desk has paper, unless somebody errs. */
function paperAt(actor: Actor, paper: boolean): { readonly sheet?: string } {
  return paper && 'person' in actor && actor.person === dina.person ? { sheet: '7' } : {};
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
