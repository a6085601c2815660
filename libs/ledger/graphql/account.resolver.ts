import { QueryBus } from '@nestjs/cqrs';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { asLocalDate, type AccountId } from '#kernel';
import { CurrentReader, LocalDate, Minutes, PageArgs, idInBank, opaqueId, type Connection, type Reader } from '#api';
import { LimitChangesQuery } from '../views/account-balance/limit-changes.query.js';
import { BalanceAsKnownQuery } from '../views/account-statement/balance-as-known.query.js';
import { StatementQuery } from '../views/account-statement/statement.query.js';
import { MandatesOfAccountQuery } from '../views/standing/given-authority.queries.js';
import { noStatement, orNothing, readAlong, statementShown, statementSlice } from './account.reads.js';
import { Account, StatementConnection, type StatementLine } from './account.types.js';
import { LimitChange } from './limit-change.types.js';
import { Mandate } from './membership.types.js';

@Resolver(() => Account)
export class AccountResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => StatementConnection, { description: 'The newest first, with a running balance.' })
  async statement(
    @Parent() account: Account,
    @Args() args: PageArgs,
    @CurrentReader() reader: Reader,
  ): Promise<Connection<StatementLine>> {
    const slice = statementSlice(args);
    const { id } = idInBank<AccountId>('account', account.id);
    const page =
      readAlong(account, slice) ?? (await orNothing(this.queries.execute(new StatementQuery(reader, id, slice))));
    return statementShown(page ?? noStatement, slice);
  }

  @ResolveField(() => Minutes, {
    nullable: true,
    description: "The balance as it was known at the end of a day in the bank's time zone.",
  })
  balanceAsKnownOn(
    @Parent() account: Account,
    @Args('date', { type: () => LocalDate }) date: string,
    @CurrentReader() reader: Reader,
  ): Promise<number | undefined> {
    const { id } = idInBank<AccountId>('account', account.id);
    return orNothing(this.queries.execute(new BalanceAsKnownQuery(reader, id, asLocalDate(date))));
  }

  @ResolveField(() => [Mandate], { description: 'Who may act for the member: mandates that are not ended.' })
  async mandates(@Parent() account: Account, @CurrentReader() reader: Reader): Promise<readonly Mandate[]> {
    const { id } = idInBank<AccountId>('account', account.id);
    const given = await orNothing(this.queries.execute(new MandatesOfAccountQuery(reader, id)));
    return (given ?? []).map(({ bankId, mandateId, personId, untilDay, revision }) => ({
      id: opaqueId('mandate', bankId, mandateId),
      account: account.id,
      person: opaqueId('person', personId),
      ...(untilDay === undefined ? {} : { until: untilDay }),
      version: revision,
    }));
  }

  @ResolveField(() => [LimitChange], { description: 'How its own limits came about, the last change first.' })
  async limitChanges(@Parent() account: Account, @CurrentReader() reader: Reader): Promise<readonly LimitChange[]> {
    const { id } = idInBank<AccountId>('account', account.id);
    const changes = await orNothing(this.queries.execute(new LimitChangesQuery(reader, id)));
    return (changes ?? []).map(({ setBy, ...change }) => ({
      ...change,
      ...(setBy && { by: opaqueId('person', setBy) }),
    }));
  }
}
