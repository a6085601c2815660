import { minutes, type Actor, type PersonId } from '#kernel';
import { idOf } from '#testing';
import type { Limits } from '../bank.rules.js';
import type { ImportedRow } from '../exchange.commands.js';
import type { EraseMember } from '../member.commands.js';
import { ask } from './asked.js';
import { erase, importOf, importing, nives } from './keeping.js';
import { day, hard, none, soft } from './past.js';
import { ada, by, carla, dina, hub, otherHub, piero, type Someone } from './people.js';
import { administratorOf, isBound, isFounder, members, newcomerAt, servedAt, suspendedIn } from './random-scene.js';
import type { Ask } from './random-scene.js';
import type { Flaw, Step } from './random-step.js';
import type { RunningBank } from './running-bank.js';

const started = day('2026-03-10');

export const admitting: Ask = ({ step, bank, keeper, whom, isOdd }) => {
  const person = step.paper ? whom.person : idOf<PersonId>(`${nives.name} ${String(step.which)}`);
  const since = isOdd ? day('2027-01-01') : step.flaw === 'early' ? step.day : started;
  const at = step.flaw === 'hub' ? otherHub : servedAt(bank, step.which);
  const actor = step.flaw === 'sheet' ? importOf(step.aimed ? ada : piero) : keeper;
  return ask(actor, { name: 'AdmitMember', input: { person, hub: at, since, channel: step.paper } });
};

export const suspending: Ask = ({ step, keeper, whom, texts }) => {
  const from = step.which % 3 === 0 ? step.day : started;
  return ask(keeper, { name: 'SuspendMember', input: { account: whom.account, from }, ...texts });
};

export const readmitting: Ask = ({ step, bank, keeper, whom, texts }) => {
  const suspended = step.aimed ? suspendedIn(bank) : undefined;
  const { account } = suspended?.who ?? whom;
  const from = step.which % 3 === 0 ? step.day : (suspended?.from ?? started);
  return ask(keeper, { name: 'ReadmitMember', input: { account, from }, ...texts });
};

export const limiting: Ask = ({ step, keeper, whom, texts }) => {
  return ask(keeper, { name: 'SetLimits', input: { account: whom.account, ...limitsOf(step) }, ...texts });
};

function limitsOf({ flaw, which, minutes: given }: Step): Partial<Limits> {
  if (flaw === 'hub') return { floor: hard(15), ceiling: none };
  if (flaw === 'category') return { ceiling: hard(-15) };
  if (flaw === 'code') return { floor: soft(-given), ceiling: none };
  if (flaw === 'early') return { floor: hard(-given) };
  return which % 3 === 0 ? {} : { floor: hard(-given), ceiling: hard(2 * given) };
}

const grounds = ['own-wish', 'signed-wish', 'retention', 'order', 'register'] as const;
const documents = [{ document: '7' }, {}, { document: 'seven' }, { document: 'GP-1/2026' }];

/** By the member, on paper by an administrator, by the system; about a founder only what is refused: the bank goes on. */
export const erasing: Ask = ({ step, bank, isOdd, keeper }) => {
  const who = isOdd ? (members[step.provider] ?? carla) : newcomerAt(bank, step.which);
  if (isFounder(who)) return erase(isBound(bank, who) ? by(who) : by(ada), who);
  const ground = grounds[step.which % grounds.length] ?? 'own-wish';
  const document = documents[step.which % documents.length];
  if (!step.aimed) return erase(step.paper ? keeper : step.actor, who, { ground, ...document });
  return erase(eraserOf(ground, who, bank), who, { ground, ...(step.paper ? document : { document: '7' }) });
};

function eraserOf(ground: EraseMember['input']['ground'], who: Someone, bank: RunningBank): Actor {
  if (ground === 'register') return { system: 'erasures' };
  return by(ground === 'own-wish' ? who : administratorOf(bank));
}

const flawedRow: Readonly<Partial<Record<Flaw, Partial<ImportedRow>>>> = {
  hub: { hub: otherHub },
  desk: { hub: otherHub, category: 'flying' },
  category: { category: 'flying' },
  strand: { category: 'cooking' },
  future: { serviceDate: day('2027-01-01') },
  early: { serviceDate: day('2024-12-31') },
  sheet: { minutes: minutes(10_081) },
  code: { minutes: minutes(10_080) },
};

export const importingRows: Ask = ({ step, bank }) => {
  const { provider, receiver, which, flaw, paper } = step;
  const row = {
    provider: (members[provider] ?? carla).account,
    receiver: (which % 8 === 0 ? newcomerAt(bank, 5 * which) : (members[receiver] ?? dina)).account,
    minutes: minutes(step.minutes),
    serviceDate: which % 3 === 0 ? step.day : started,
    hub,
  };
  const rows = Array.from({ length: { 7: 201, 14: 0, 21: 200, 28: 201, 43: 201, 49: 201 }[which] ?? 1 }, () => row);
  const last = which % 5 === 0 ? [{ ...row, ...flawedRow[flaw] }] : [];
  const actor = which % 10 === 1 ? step.keeper : importOf(paper ? administratorOf(bank) : piero);
  return importing([...rows, ...last], actor, which % 4 === 0 ? { 'note.0': 'bread' } : undefined);
};
