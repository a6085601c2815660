import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CLOCK, EVENT_STORE, StreamWriters } from '#event-store';
import { HubsQuery } from '#hubs';
import {
  Forbidden,
  NotFound,
  TryAgain,
  inPerson,
  instant,
  localDateOf,
  streamOf,
  type AccountId,
  type BankId,
  type Clock,
  type EventStore,
  type LocalDate,
  type PersonId,
  type Position,
} from '#kernel';
import { journal, type Account, type Limit, type Membership, type ReadonlyJournal } from '#ledger';
import { MemberNamesQuery } from '#membership';
import type { BankFacts, HubFacts, LimitMinutes, MemberFacts } from '../../domain/plan/bank-facts.js';

/** Members whose names are asked for at once. */
const namesMax = 1_000;

type Opened = NonNullable<ReadonlyJournal['opened']>;
type KnownMember = Membership & Account & { readonly account: AccountId };

/** Everything an import has to know of a bank: its rules from the journal, names from the views. */
@Injectable()
export class BankBook {
  constructor(
    private readonly writers: StreamWriters,
    private readonly queries: QueryBus,
    @Inject(EVENT_STORE) private readonly store: Pick<EventStore, 'head'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound (no such bank), Forbidden (no administrator of it), TryAgain (the views are behind) */
  async facts(bank: BankId, reader: PersonId): Promise<BankFacts> {
    const known = await this.writers.look(journal, streamOf('journal', bank), (state) => this.lookedUp(state, reader));
    const position = await this.store.head();
    const { rules, network } = known.opened;
    const served = new Set<string>(known.hubs);
    const hubs = await this.queries.execute(new HubsQuery(inPerson(reader), network, position));
    return {
      today: known.today,
      stepMinutes: rules.stepMinutes,
      exchangeMinutesMax: rules.exchangeMinutesMax,
      categories: rules.categories,
      limits: limitMinutes(rules.limits),
      hubs: hubs
        .filter(({ hubId }) => served.has(hubId))
        .map(({ hubId, handle, nameIt }): HubFacts => ({ hub: hubId, handle, name: nameIt })),
      members: await this.named(known.members, known.opened, reader, position),
    };
  }

  private lookedUp(state: ReadonlyJournal, reader: PersonId) {
    const { opened } = state;
    if (!opened) throw new NotFound();
    const today = localDateOf(instant(this.clock.now()), opened.rules.timeZone);
    if (!isAdministrator(state, reader, today)) throw new Forbidden();
    const members: KnownMember[] = [];
    for (const [account, membership] of state.memberships.entries()) {
      const held = state.accounts.get(account);
      if (held) members.push({ ...membership, ...held, account });
    }
    return { opened, today, members, hubs: [...state.hubs.entries()].map(([hub]) => hub) };
  }

  private async named(
    members: readonly KnownMember[],
    { rules }: Opened,
    reader: PersonId,
    position: Position,
  ): Promise<readonly MemberFacts[]> {
    const facts: MemberFacts[] = [];
    for (let from = 0; from < members.length; from += namesMax) {
      const some = members.slice(from, from + namesMax);
      const accounts = some.map(({ account }) => account);
      const names = await this.queries.execute(new MemberNamesQuery(inPerson(reader), accounts, position));
      for (const { account, number, since, suspensions, balanceMinutes, floor, ceiling } of some) {
        const entry = names.get(account);
        if (!entry) throw new TryAgain();
        const limits = limitMinutes({ floor: floor ?? rules.limits.floor, ceiling: ceiling ?? rules.limits.ceiling });
        // Whose name was erased is nobody's namesake.
        if (entry.displayName === undefined) continue;
        facts.push({ account, number, name: entry.displayName, since, suspensions, balanceMinutes, limits });
      }
    }
    return facts;
  }
}

function isAdministrator({ grants, grantsOf }: ReadonlyJournal, person: PersonId, today: LocalDate): boolean {
  return (grantsOf.get(person) ?? []).some((id) => {
    const grant = grants.get(id);
    return grant?.role === 'administrator' && grant.from <= today && (!grant.until || today <= grant.until);
  });
}

function limitMinutes({ floor, ceiling }: { readonly floor: Limit; readonly ceiling: Limit }): LimitMinutes {
  return {
    ...(floor.kind === 'none' ? {} : { floorMinutes: floor.minutes }),
    ...(ceiling.kind === 'none' ? {} : { ceilingMinutes: ceiling.minutes }),
  };
}
