import {
  minutes,
  type Actor,
  type GrantId,
  type HubId,
  type ImportId,
  type MandateId,
  type PersonId,
  type StoreId,
} from '#kernel';
import { idOf, type Asked } from '#testing';
import type { MoveJournal, OpenBank, PlaceHub, ServeHub } from '../bank.commands.js';
import type { Limit } from '../bank.rules.js';
import type { ImportExchanges, ImportedRow } from '../exchange.commands.js';
import type {
  AdmitMember,
  EndMandate,
  EraseMember,
  GiveMandate,
  GrantRole,
  ReadmitMember,
  RevokeRole,
  SetLimits,
  SuspendMember,
} from '../member.commands.js';
import { ask } from './asked.js';
import { day, rules } from './past.js';
import {
  ada,
  bank,
  by,
  carla,
  dina,
  grantIdOf,
  hub,
  lucia,
  mandateIdOf,
  networkCause,
  otherHub,
  piero,
  someone,
  upperHub,
  type Someone,
} from './people.js';

/** What those who keep a bank ask, on 10 March 2026 unless told otherwise. */
const today = day('2026-03-10');
const texts = (reason?: string) => (reason === undefined ? {} : { texts: { reason } });

export function open(changed: Partial<OpenBank['input']> = {}, actor: Actor = by(ada)): Asked<OpenBank> {
  const administrators: readonly PersonId[] = [ada.person, piero.person];
  const opening = { bank, network: idOf<never>('network'), handle: 'banca', name: 'Banca', cause: networkCause };
  return ask(actor, { name: 'OpenBank', input: { ...opening, rules, administrators, ...changed } });
}

export function serve(served: HubId, actor: Actor): Asked<ServeHub> {
  const input = { hub: served, ancestors: [upperHub], from: today, cause: networkCause };
  return ask(actor, { name: 'ServeHub', input });
}

export function place(
  served: HubId,
  revision: number,
  actor: Actor = { system: 'network' },
  ancestors = [otherHub],
): Asked<PlaceHub> {
  const input = { hub: served, ancestors, from: today, cause: { ...networkCause, revision } };
  return ask(actor, { name: 'PlaceHub', input });
}

export const elsewhere = idOf<StoreId>('another store');

export function move(to: StoreId = elsewhere, actor: Actor = { system: 'move-store' }): Asked<MoveJournal> {
  return ask(actor, { name: 'MoveJournal', input: { to } });
}

export const nives = someone('Nives');

export function admit(actor: Actor, changed: Partial<AdmitMember['input']> = {}): Asked<AdmitMember> {
  return ask(actor, {
    name: 'AdmitMember',
    input: { person: nives.person, hub, since: today, channel: false, ...changed },
  });
}

export function suspend(actor: Actor, who: Someone, reason?: string): Asked<SuspendMember> {
  return ask(actor, { name: 'SuspendMember', input: { account: who.account, from: today }, ...texts(reason) });
}

export function readmit(actor: Actor, who: Someone, from = '2026-03-10', reason?: string): Asked<ReadmitMember> {
  return ask(actor, { name: 'ReadmitMember', input: { account: who.account, from: day(from) }, ...texts(reason) });
}

export function limit(
  actor: Actor,
  who: Someone,
  limits: { floor?: Limit; ceiling?: Limit },
  reason?: string,
): Asked<SetLimits> {
  return ask(actor, { name: 'SetLimits', input: { account: who.account, ...limits }, ...texts(reason) });
}

/** To Piero, for Carla. */
export function give(actor: Actor, changed: Partial<GiveMandate['input']> = {}): Asked<GiveMandate> {
  const input = { account: carla.account, person: piero.person, kind: 'delegate', from: today, ...changed } as const;
  return ask(actor, { name: 'GiveMandate', input, texts: { reason: 'asked' } });
}

export function end(actor: Actor, mandate: MandateId = mandateIdOf(piero, carla), reason?: string): Asked<EndMandate> {
  return ask(actor, { name: 'EndMandate', input: { mandate }, ...texts(reason) });
}

export function grant(actor: Actor, changed: Partial<GrantRole['input']> = {}, reason?: string): Asked<GrantRole> {
  const input = { person: piero.person, role: 'auditor', from: today, ...changed } as const;
  return ask(actor, { name: 'GrantRole', input, ...texts(reason) });
}

export function revoke(actor: Actor, id: GrantId = grantIdOf(dina, 'coordinator'), reason?: string): Asked<RevokeRole> {
  return ask(actor, { name: 'RevokeRole', input: { grant: id }, ...texts(reason) });
}

export function erase(
  actor: Actor,
  who: Someone = carla,
  changed: Partial<EraseMember['input']> = {},
): Asked<EraseMember> {
  return ask(actor, { name: 'EraseMember', input: { account: who.account, ground: 'own-wish', ...changed } });
}

export function importOf(who: Someone): { readonly import: ImportId; readonly person: PersonId } {
  return { import: idOf<ImportId>('import'), person: who.person };
}

/** Eighty minutes that Carla gave to Lucia before the bank kept its own books. */
export const row: ImportedRow = {
  provider: carla.account,
  receiver: lucia.account,
  minutes: minutes(80),
  serviceDate: day('2025-05-05'),
  hub,
};

export function importing(
  rows: readonly ImportedRow[],
  who: Actor = importOf(ada),
  notes?: Record<string, string>,
): Asked<ImportExchanges> {
  return ask(who, { name: 'ImportExchanges', input: { rows }, ...(notes && { texts: notes }) });
}
