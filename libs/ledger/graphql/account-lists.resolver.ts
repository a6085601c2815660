import { QueryBus } from '@nestjs/cqrs';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { asLocalDate, type AccountId } from '#kernel';
import { CurrentReader, LocalDate, PageArgs, idInBank, type Connection, type Reader } from '#api';
import { BalanceQuery } from '../views/account-balance/balance.query.js';
import { AccountMonthQuery } from '../views/account-statement/account-month.query.js';
import { StatementSheetQuery } from '../views/account-statement/statement-sheet.query.js';
import { ExchangesQuery } from '../views/exchange/exchanges.query.js';
import { AccountMonth } from './account-month.types.js';
import { accountShown, lineShown, numberSlice, orNothing } from './account.reads.js';
import { Account, Membership } from './account.types.js';
import { exchangeView, exchangesShown, noExchanges } from './exchange.reads.js';
import { Exchange, ExchangeConnection, ExchangeState } from './exchange.types.js';
import { StatementPeriod } from './statement-period.types.js';

/** What hangs on an account beside its statement. */
@Resolver(() => Account)
export class AccountListsResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => ExchangeConnection, { description: 'The last changed first.' })
  async exchanges(
    @Parent() account: Account,
    @Args('state', { type: () => ExchangeState, nullable: true }) state: ExchangeState | undefined,
    @Args() args: PageArgs,
    @CurrentReader() reader: Reader,
  ): Promise<Connection<Exchange>> {
    const slice = numberSlice(exchangeView, args);
    const { bank, id } = idInBank<AccountId>('account', account.id);
    const filter = { bank, account: id, ...(state ? { states: [state] } : {}) };
    const page = await orNothing(this.queries.execute(new ExchangesQuery(reader, filter, slice)));
    return exchangesShown(page ?? noExchanges, slice);
  }

  @ResolveField(() => AccountMonth, {
    nullable: true,
    description: 'What was given and received in a month; null where there is none yet.',
  })
  async month(
    @Parent() account: Account,
    @Args('day', { type: () => LocalDate, nullable: true, description: 'Any day of it; the last month without.' })
    day: string | undefined,
    @CurrentReader() reader: Reader,
  ): Promise<AccountMonth | undefined> {
    const { id } = idInBank<AccountId>('account', account.id);
    const asked = typeof day === 'string' ? asLocalDate(day) : undefined;
    const month = await orNothing(this.queries.execute(new AccountMonthQuery(reader, id, asked)));
    return month && { ...month, lines: month.lines.map(lineShown) };
  }

  @ResolveField(() => StatementPeriod, {
    nullable: true,
    description: 'From the first day to the last, by the days on which time was given.',
  })
  async period(
    @Parent() account: Account,
    @Args('from', { type: () => LocalDate }) from: string,
    @Args('to', { type: () => LocalDate }) to: string,
    @CurrentReader() reader: Reader,
  ): Promise<StatementPeriod | undefined> {
    const { id } = idInBank<AccountId>('account', account.id);
    const days = { from: asLocalDate(from), to: asLocalDate(to) };
    const sheet = await orNothing(this.queries.execute(new StatementSheetQuery(reader, id, days)));
    return sheet && { ...days, ...sheet };
  }
}

@Resolver(() => Membership)
export class MembershipAccountResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => Account, { nullable: true, description: 'The hours account of the membership.' })
  async account(@Parent() { member }: Membership, @CurrentReader() reader: Reader): Promise<Account | undefined> {
    const { id } = idInBank<AccountId>('account', member.id);
    const balance = await orNothing(this.queries.execute(new BalanceQuery(reader, id)));
    return balance && accountShown(balance);
  }
}
