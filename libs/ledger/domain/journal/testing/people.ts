import type { AccountId, HubId, MandateId, GrantId, PersonActor, PersonId, RecordRef, BankId } from '#kernel';
import { streamOf } from '#kernel';
import { idOf } from '#testing';

/** An invented person, and the account that they would have here. */
export interface Someone {
  readonly name: string;
  readonly person: PersonId;
  readonly account: AccountId;
}

export function someone(name: string): Someone {
  return { name, person: idOf(`person ${name}`), account: idOf(`account ${name}`) };
}

export const carla = someone('Carla');
export const lucia = someone('Lucia');
export const piero = someone('Piero');
/** Administers the bank. */
export const ada = someone('Ada');
/** Coordinates the hub. */
export const dina = someone('Dina');
/** Unknown to the bank. */
export const stranger = someone('Stranger');

export const bank = idOf<BankId>('bank');
export const bankStream = streamOf('journal', bank);
export const hub = idOf<HubId>('hub');
export const upperHub = idOf<HubId>('upper hub');
export const otherHub = idOf<HubId>('other hub');
export const networkCause: RecordRef = { stream: streamOf('network', idOf('network')), revision: 4 };

export function grantIdOf(who: Someone, role: string): GrantId {
  return idOf(`grant ${who.name} ${role}`);
}

export function mandateIdOf(delegate: Someone, member: Someone): MandateId {
  return idOf(`mandate ${delegate.name} ${member.name}`);
}

export function by({ person }: Someone): PersonActor {
  return { person };
}

/** In the name of a member. */
export function byFor({ person }: Someone, member: Someone): PersonActor {
  return { person, for: member.account };
}
