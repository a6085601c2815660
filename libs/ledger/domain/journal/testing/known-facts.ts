import type { AccountId, Actor, HubId, Instant, PersonActor, PersonId } from '#kernel';
import type { BankRules, Limits } from '../bank.rules.js';
import type { ExchangeFacts, Side } from '../exchange.events.js';
import type { JournalErrorCode } from '../journal.errors.js';
import type { JournalEvent } from '../journal.events.js';

type Code = JournalErrorCode | 'NOT_FOUND' | 'FORBIDDEN' | 'NOTHING_TO_CHANGE';
type DataOf<T extends JournalEvent['type']> = Extract<JournalEvent, { type: T }>['data'];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const code = /^[a-z][a-z0-9-]{0,39}$/;
export const paperNumber = /^(?=.*[0-9])[0-9A-Za-z/.-]{1,24}$/;

export const moved = ({ minutes, travelMinutes }: ExchangeFacts): number => minutes + (travelMinutes ?? 0);

/** Questions are asked in the morning: it is the same day in the bank's time zone. */
export const dayOf = (at: Instant): string => at.slice(0, 10);

export const isBetween = ({ provider, receiver }: ExchangeFacts, pair: readonly AccountId[]): boolean =>
  pair.includes(provider) && pair.includes(receiver);

export class Refused extends Error {}

/** The first that holds is the answer. */
export function refuse(reasons: Readonly<Partial<Record<Code, boolean>>>): void {
  const [code] = Object.entries(reasons).find(([, holds]) => holds) ?? [];
  if (code !== undefined) throw new Refused(code);
}

/** What the model takes over: the records of hubs, members, roles, mandates and limits, searched whenever one is needed. */
export class KnownFacts {
  protected readonly records: JournalEvent[] = [];

  constructor(protected readonly rules: BankRules) {}

  protected all<T extends JournalEvent['type']>(type: T): readonly DataOf<T>[] {
    return this.records.flatMap((event) => (event.type === type ? [event.data as DataOf<T>] : []));
  }

  protected of<T extends 'MemberAdmitted' | 'MemberSuspended' | 'MemberReadmitted' | 'MemberErased' | 'LimitsSet'>(
    type: T,
    account: AccountId,
  ): readonly DataOf<T>[] {
    return this.all(type).filter((data) => data.account === account);
  }

  protected personOf(account: AccountId): PersonId | undefined {
    return this.of('MemberAdmitted', account)[0]?.person;
  }

  /** Whose word it is: a side's own or its delegate's, or a desk's of the hub or one above it. */
  protected voice(
    { person, for: member }: PersonActor,
    { provider, receiver, hub }: ExchangeFacts,
    today: string,
  ): Side | 'desk' {
    const ended = this.all('MandateEnded').map(({ mandate }) => mandate);
    const revoked = this.all('RoleRevoked').map(({ grant }) => grant);
    const mandates = this.all('MandateGiven').filter((one) => one.person === person && isOn(one, today));
    const isDelegate = (account: AccountId) =>
      mandates.some((one) => one.account === account && !ended.includes(one.mandate));
    const isOwn = (account: AccountId) =>
      this.personOf(account) === person && this.of('MemberErased', account).length === 0;
    const speaksFor = (account: AccountId) =>
      member === undefined ? isOwn(account) : account === member && isDelegate(account);
    if (speaksFor(provider)) return 'provider';
    if (speaksFor(receiver)) return 'receiver';
    const scopes = [hub, ...this.above(hub, today)];
    const isDesk = this.all('RoleGranted').some((one) => {
      const isHere = one.role === 'coordinator' && one.hub !== undefined && scopes.includes(one.hub);
      return one.person === person && isHere && isOn(one, today) && !revoked.includes(one.grant);
    });
    refuse({ NOT_FOUND: member !== undefined || !isDesk, DESK_IS_PARTY: isDelegate(provider) || isDelegate(receiver) });
    return 'desk';
  }

  protected requireTerms(terms: ExchangeFacts & { readonly sheet?: string }, voice: Side | 'desk'): void {
    const { provider, receiver, hub, category, strand, desk, offer, request, onBehalfOf, sheet } = terms;
    refuse({ SELF_EXCHANGE: this.personOf(provider) === this.personOf(receiver) });
    this.requireMinutes(terms);
    refuse({
      HUB_NOT_SERVED: !this.all('HubServed').some((served) => served.hub === hub),
      UNKNOWN_CATEGORY: category !== undefined && !this.rules.categories.includes(category),
      UNKNOWN_STRAND: strand !== undefined && !this.rules.strands.includes(strand),
      CODE_INVALID: !code.test(desk ?? 'a') || [offer, request].some((told) => told !== undefined && !uuid.test(told)),
      DESK_ONLY: voice !== 'desk' && (desk ?? onBehalfOf ?? sheet) !== undefined,
      NOT_A_PARTY: ![provider, receiver, undefined].includes(onBehalfOf),
      PAPER_NUMBER_INVALID: sheet !== undefined && !paperNumber.test(sheet),
    });
  }

  protected requireMinutes(terms: ExchangeFacts): void {
    const { stepMinutes, exchangeMinutesMax } = this.rules;
    const parts = [terms.minutes, terms.travelMinutes ?? 0];
    refuse({
      MINUTES_NOT_POSITIVE: terms.minutes < 1 || parts.some((part) => part < 0),
      MINUTES_NOT_IN_STEPS: parts.some((part) => part % stepMinutes !== 0),
      MINUTES_ABOVE_MAX: moved(terms) > exchangeMinutesMax,
    });
  }

  protected requireStanding({ provider, receiver, serviceDate: day }: ExchangeFacts, today: string): void {
    refuse({ SERVICE_DATE_IN_FUTURE: day > today });
    for (const account of [provider, receiver]) {
      const ends = this.of('MemberReadmitted', account);
      refuse({
        MEMBER_GONE: this.of('MemberErased', account).length > 0,
        BEFORE_MEMBERSHIP: this.of('MemberAdmitted', account).some(({ since }) => day < since),
        MEMBER_SUSPENDED: this.of('MemberSuspended', account).some(({ from }, n) => {
          return from <= day && day < (ends[n]?.from ?? '9999');
        }),
      });
    }
  }

  protected limit(account: AccountId, which: keyof Limits, without: number): number {
    const own = this.of('LimitsSet', account).at(-1)?.[which];
    const limit = own ?? this.rules.limits[which];
    return limit.kind === 'hard' ? limit.minutes : without;
  }

  private above(hub: HubId, today: string): readonly HubId[] {
    const places = [...this.all('HubServed'), ...this.all('HubPlaced')].filter((place) => place.hub === hub);
    return (places.findLast(({ from }) => from <= today) ?? places[0])?.ancestors ?? [];
  }
}

function isOn({ from, until = '9999' }: { from: string; until?: string }, day: string): boolean {
  return from <= day && day <= until;
}

export function personIn(actor: Actor): PersonActor {
  if ('person' in actor && !('import' in actor)) return actor;
  throw new Refused('FORBIDDEN');
}
