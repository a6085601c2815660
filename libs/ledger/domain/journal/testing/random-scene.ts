import type { Actor, GrantId, HubId, LocalDate, MandateId } from '#kernel';
import type { Asked } from '#testing';
import type { JournalCommand } from '../journal.commands.js';
import { ada, by, carla, dina, hub, lucia, piero, someone, stranger, type Someone } from './people.js';
import type { Step } from './random-step.js';
import type { RunningBank } from './running-bank.js';

export const members = [carla, lucia, piero, dina];
/** In the bank only to be erased. */
export const passing = ['Elio', 'Ines', 'Zita'].map(someone);
const people = [carla, lucia, dina, stranger];

/** A step in the bank as it stands: who asks those who keep it, about whom, with what reason. */
export interface Scene {
  readonly step: Step;
  readonly bank: RunningBank;
  /** An administrator where it is aimed. */
  readonly keeper: Actor;
  /** A coordinator where it is aimed, or the member. */
  readonly themself: Actor;
  readonly whom: Someone;
  readonly person: Someone;
  readonly texts: { readonly texts?: { readonly reason: string } };
  /** Seldom. */
  readonly isOdd: boolean;
}
export type Ask = (scene: Scene) => Asked<JournalCommand>;

export function sceneOf(step: Step, bank: RunningBank): Scene {
  const { aimed, paper, flaw, which, minutes } = step;
  const isOdd = minutes === 15 || minutes === 120;
  const keeper = aimed ? by(administratorOf(bank)) : step.keeper;
  const whom =
    flaw === 'behalf' || flaw === 'code' ? newcomerAt(bank, which) : isOdd ? dina : (members[step.provider] ?? carla);
  const person = step.receiver === 3 ? newcomerAt(bank, which) : (people[which % people.length] ?? stranger);
  const blank = which % 9 === 0 ? { texts: { reason: ' ' } } : {};
  const texts = aimed || paper ? { texts: { reason: 'why' } } : blank;
  const themself = paper ? by(whom) : aimed ? by(dina) : keeper;
  return { step, bank, keeper, themself, whom, person, texts, isOdd };
}

export function isFounder({ account }: Someone): boolean {
  return members.some((one) => one.account === account);
}

/** Mostly one who is still there, of those who are in the bank only to be erased. */
export function newcomerAt({ state }: RunningBank, which: number): Someone {
  const others = [...state.memberships.entries()].filter(([account]) => !isFounder({ ...stranger, account }));
  const there = others.filter(([, { erased }]) => which % 5 === 0 || !erased);
  const [account, membership] = there[which % there.length] ?? [];
  return account && membership ? { name: 'a newcomer', person: membership.person, account } : stranger;
}

export function administratorOf({ state }: RunningBank): Someone {
  const lasting = [...state.grants.entries()].find(([, { role, until }]) => role === 'administrator' && !until);
  return { ...ada, person: lasting?.[1].person ?? ada.person };
}

export function lastingGrants({ state }: RunningBank): ReadonlySet<GrantId> {
  const lasting = [...state.grants.entries()].filter(([, { until }]) => until === undefined);
  return new Set(lasting.map(([id]) => id));
}

export function passingMandates({ state }: RunningBank): ReadonlySet<MandateId> {
  const ending = [...state.mandates.entries()].filter(([, { until }]) => until !== undefined);
  return new Set(ending.map(([id]) => id));
}

/** By a mandate without an end. */
export function isBound({ state }: RunningBank, { person, account }: Someone): boolean {
  return [...state.mandates.entries()].some(([, mandate]) => {
    return mandate.until === undefined && (mandate.account === account || mandate.person === person);
  });
}

/** A founder who is suspended, and since when. */
export function suspendedIn({ state }: RunningBank): { readonly who: Someone; readonly from: LocalDate } | undefined {
  const all = members.map((who) => ({ who, last: state.memberships.get(who.account)?.suspensions.at(-1) }));
  const [first] = all.flatMap(({ who, last }) => (last && last.until === undefined ? [{ who, from: last.from }] : []));
  return first;
}

/** In two of three the first hub. */
export function servedAt({ state }: RunningBank, which: number): HubId {
  const served = [...state.hubs.entries()].map(([id]) => id);
  return served[which % (3 * served.length)] ?? hub;
}

/** One of the last eight, or something that never was. */
export function recent<Id extends string>(known: ReadonlySet<Id>, which: number, unknown: Id): Id {
  const last = [...known].slice(-8);
  return last[which % (last.length + 1)] ?? unknown;
}
