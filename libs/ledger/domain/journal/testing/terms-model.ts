import type { AccountId, PersonActor } from '#kernel';
import type { LogExchange } from '../exchange.commands.js';
import type { ExchangeFacts, Side } from '../exchange.events.js';
import { Refused, paperNumber, refuse } from './known-facts.js';
import type { KnownPowers } from './known-powers.js';

type Parties = Pick<ExchangeFacts, 'provider' | 'receiver'>;
interface Given {
  readonly minutes: number;
  readonly travelMinutes?: number | undefined;
}

/** All that is said of an exchange; texts as they were before they were sealed. */
export type Terms = Omit<ExchangeFacts, 'minutes' | 'travelMinutes' | 'onBehalfOf' | 'note'> &
  Given & { readonly onBehalfOf?: AccountId | undefined; readonly note?: string | undefined };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const code = /^[a-z][a-z0-9-]{0,39}$/;

export const moved = ({ minutes, travelMinutes }: Given): number => minutes + (travelMinutes ?? 0);

export function isParty(account: AccountId, { provider, receiver }: Parties): boolean {
  return account === provider || account === receiver;
}

/** Whose word somebody's is, and what may be said of an exchange. */
export class TermsModel {
  constructor(private readonly known: KnownPowers) {}

  /** A side's own or its delegate's, or a desk's of the hub or one above it; and by what somebody says it. */
  voice(
    { person, for: member }: PersonActor,
    { provider, receiver, hub }: Parties & Pick<ExchangeFacts, 'hub'>,
    today: string,
  ): { readonly voice: Side | 'desk'; readonly by: PersonActor } {
    const { known } = this;
    const isOwn = (account: AccountId) => known.personOf(account) === person && !known.isErased(account);
    const speaks = (account: AccountId) => (member === undefined ? isOwn(account) : account === member);
    const voice = speaks(provider) ? 'provider' : speaks(receiver) ? 'receiver' : 'desk';
    if (member !== undefined) {
      const mandate = known.mandateOf(person, member, today);
      if (!mandate || voice === 'desk') throw new Refused('NOT_FOUND');
      return { voice, by: { person, for: member, grant: mandate } };
    }
    if (voice !== 'desk') return { voice, by: { person } };
    const by = known.coordinator(person, hub, today);
    refuse({ DESK_IS_PARTY: [provider, receiver].some((account) => known.mandateOf(person, account, today)) });
    return { voice, by };
  }

  requireAccounts({ provider, receiver }: Parties): void {
    refuse({ NOT_FOUND: [provider, receiver].some((account) => this.known.personOf(account) === undefined) });
  }

  requireTerms(terms: LogExchange['input'], voice: Side | 'desk'): void {
    const { provider, receiver, hub, category, strand, desk, offer, request, onBehalfOf, sheet } = terms;
    this.requireTwoPersons(terms);
    this.requireMinutes(terms);
    refuse({
      HUB_NOT_SERVED: !this.known.isServed(hub),
      UNKNOWN_CATEGORY: category !== undefined && !this.known.rules.categories.includes(category),
      UNKNOWN_STRAND: strand !== undefined && !this.known.rules.strands.includes(strand),
      CODE_INVALID: !code.test(desk ?? 'a') || [offer, request].some((told) => told !== undefined && !uuid.test(told)),
      DESK_ONLY: voice !== 'desk' && (desk ?? onBehalfOf ?? sheet) !== undefined,
      NOT_A_PARTY: ![provider, receiver, undefined].includes(onBehalfOf),
      PAPER_NUMBER_INVALID: sheet !== undefined && !paperNumber.test(sheet),
    });
  }

  requireTwoPersons({ provider, receiver }: Parties): void {
    refuse({ SELF_EXCHANGE: this.known.personOf(provider) === this.known.personOf(receiver) });
  }

  requireMinutes(given: Given): void {
    const { stepMinutes, exchangeMinutesMax } = this.known.rules;
    const parts = [given.minutes, given.travelMinutes ?? 0];
    refuse({
      MINUTES_NOT_POSITIVE: given.minutes < 1 || parts.some((part) => part < 0),
      MINUTES_NOT_IN_STEPS: parts.some((part) => part % stepMinutes !== 0),
      MINUTES_ABOVE_MAX: moved(given) > exchangeMinutesMax,
    });
  }

  requireStanding({ provider, receiver, serviceDate: day }: Parties & { serviceDate: string }, today: string): void {
    refuse({ SERVICE_DATE_IN_FUTURE: day > today });
    for (const account of [provider, receiver]) {
      const ends = this.known.of('MemberReadmitted', account);
      refuse({
        MEMBER_GONE: this.known.isErased(account),
        BEFORE_MEMBERSHIP: this.known.of('MemberAdmitted', account).some(({ since }) => day < since),
        MEMBER_SUSPENDED: this.known.of('MemberSuspended', account).some(({ from }, n) => {
          return from <= day && day < (ends[n]?.from ?? '9999');
        }),
      });
    }
  }
}
