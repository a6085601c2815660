import type { AccountId, HubId, Instant, PersonActor, PersonId, Actor, Recorded, RecordRef } from '#kernel';
import type { BankRules, Limit, Limits } from '../bank.rules.js';
import type { JournalErrorCode } from '../journal.errors.js';
import type { JournalEvent } from '../journal.events.js';

export type Code = JournalErrorCode | 'NOT_FOUND' | 'FORBIDDEN' | 'NOTHING_TO_CHANGE' | 'DOCUMENT_NUMBER_INVALID';
export type DataOf<T extends JournalEvent['type']> = Extract<JournalEvent, { type: T }>['data'];
type OfMember = 'MemberAdmitted' | 'MemberSuspended' | 'MemberReadmitted' | 'MemberErased' | 'LimitsSet';

/** Of a signed sheet, of any other document. */
export const paperNumber = /^(?=.*[0-9])[0-9A-Za-z/.-]{1,24}$/;

/** Questions are asked in the morning: it is the same day in the bank's time zone. */
export const dayOf = (at: Instant): string => at.slice(0, 10);

export class Refused extends Error {}

/** The first that holds is the answer. */
export function refuse(reasons: Readonly<Partial<Record<Code, boolean>>>): void {
  const [code] = Object.entries(reasons).find(([, holds]) => holds) ?? [];
  if (code !== undefined) throw new Refused(code);
}

export function personIn(actor: Actor): PersonActor {
  if ('person' in actor && !('import' in actor)) return actor;
  throw new Refused('FORBIDDEN');
}

/** In nobody else's name. */
export function ownNameOf(actor: Actor): PersonId {
  const { person, for: member } = personIn(actor);
  refuse({ FORBIDDEN: member !== undefined });
  return person;
}

interface Days {
  readonly from: string;
  readonly until?: string;
}

/** The last day is one of them; without one there is no end. */
export const isOn = ({ from, until = '9999' }: Days, day: string): boolean => from <= day && day <= until;

export const holds = (wide: Days, { from, until = '9999' }: Days): boolean => isOn(wide, from) && isOn(wide, until);

/** The records of the bank, its hubs, members, roles and mandates, searched whenever something is needed. */
export class KnownFacts {
  /** How many records there are, those of exchanges too: the next one's revision. */
  count = 0;
  private readonly records: Recorded<JournalEvent>[] = [];

  /** What exchanges make is predicted, and not taken from here. */
  know(record: Recorded<JournalEvent>): void {
    this.count += 1;
    if (!('facts' in record.event.data)) this.records.push(record);
  }

  all<T extends JournalEvent['type']>(type: T): readonly DataOf<T>[] {
    return this.records.flatMap(({ event }) => (event.type === type ? [event.data as DataOf<T>] : []));
  }

  of<T extends OfMember>(type: T, account: AccountId): readonly DataOf<T>[] {
    return this.all(type).filter((data) => data.account === account);
  }

  recordOf(data: object): Recorded {
    const record = this.records.find(({ event }) => event.data === data);
    if (!record) throw new Error('no such record');
    return record;
  }

  placeOf(data: object): RecordRef {
    const { stream, revision } = this.recordOf(data);
    return { stream, revision };
  }

  get isOpen(): boolean {
    return this.all('BankOpened').length > 0;
  }

  get rules(): BankRules {
    const [opened] = this.all('BankOpened');
    if (!opened) throw new Refused('NOT_FOUND');
    return opened.rules;
  }

  /** Whoever was erased still stands on the other side of an exchange. */
  personOf(account: AccountId): PersonId | undefined {
    return this.of('MemberAdmitted', account)[0]?.person;
  }

  /** One who is still there. */
  member(account: AccountId): DataOf<'MemberAdmitted'> {
    const [member] = this.of('MemberAdmitted', account);
    if (!member || this.isErased(account)) throw new Refused('NOT_FOUND');
    return member;
  }

  isErased(account: AccountId): boolean {
    return this.of('MemberErased', account).length > 0;
  }

  isServed(hub: HubId): boolean {
    return this.all('HubServed').some((served) => served.hub === hub);
  }

  /** All that lies above a hub on a day. */
  above(hub: HubId, day: string): readonly HubId[] {
    const places = [...this.all('HubServed'), ...this.all('HubPlaced')].filter((place) => place.hub === hub);
    return (places.findLast(({ from }) => from <= day) ?? places[0])?.ancestors ?? [];
  }

  /** The account's own, or else the bank's. */
  limit(account: AccountId, which: keyof Limits): Limit {
    return this.of('LimitsSet', account).at(-1)?.[which] ?? this.rules.limits[which];
  }
}
