import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, ResolveField, Resolver } from '@nestjs/graphql';
import type { AccountId, BankId, ExchangeId } from '#kernel';
import {
  AskedNext,
  CurrentReader,
  PageArgs,
  Viewer,
  opaqueId,
  readId,
  readIdInBank,
  type Connection,
  type Reader,
} from '#api';
import { BalanceQuery, type Balance } from '../views/account-balance/balance.query.js';
import { AccountPageQuery } from '../views/account-statement/account-page.query.js';
import { ExchangeQuery, ExchangesQuery } from '../views/exchange/exchanges.query.js';
import { MyBanksQuery, MyMembershipsQuery } from '../views/standing/standing.queries.js';
import { TrialBalanceQuery } from '../views/trial-balance/trial-balance.query.js';
import {
  accountShown,
  firstPageSize,
  membershipShown,
  numberSlice,
  orNothing,
  trialBalanceShown,
} from './account.reads.js';
import { Account, Membership, TrialBalance, type FirstPage } from './account.types.js';
import { Bank, rulesShown } from './bank.types.js';
import { exchangeShown, exchangeView, exchangesShown, noExchanges } from './exchange.reads.js';
import { Exchange, ExchangeConnection, ExchangeState } from './exchange.types.js';

/** What the journal shows to whoever asks; what is not there and what is not theirs is the same nothing. */
@Resolver(() => Viewer)
export class ViewerLedgerResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => [Bank], { description: 'Banks you are a member of, or have a role or mandate in.' })
  async banks(@CurrentReader() reader: Reader): Promise<readonly Bank[]> {
    const banks = await this.queries.execute(new MyBanksQuery(reader));
    return banks.map(({ bankId, networkId, handle, name, rules }) => ({
      id: opaqueId('bank', bankId),
      network: opaqueId('network', networkId),
      handle,
      name,
      rules: rulesShown(rules),
    }));
  }

  @ResolveField(() => [Membership], { description: 'Your memberships, and those of members you may act for.' })
  async memberships(@CurrentReader() reader: Reader): Promise<readonly Membership[]> {
    return (await this.queries.execute(new MyMembershipsQuery(reader))).map(membershipShown);
  }

  @ResolveField(() => Account, { nullable: true })
  async account(
    @Args('id', { type: () => ID }) opaque: string,
    @CurrentReader() reader: Reader,
    @AskedNext('statement') statement?: PageArgs,
  ): Promise<Account | undefined> {
    const asked = readIdInBank<AccountId>('account', opaque);
    const read = asked && (await orNothing(this.read(reader, asked.id, firstPageSize(statement))));
    return read && read.balance.bankId === asked.bank ? accountShown(read.balance, read.firstPage) : undefined;
  }

  @ResolveField(() => Exchange, { nullable: true })
  async exchange(
    @Args('id', { type: () => ID }) opaque: string,
    @CurrentReader() reader: Reader,
  ): Promise<Exchange | undefined> {
    const asked = readIdInBank<ExchangeId>('exchange', opaque);
    const row = asked && (await orNothing(this.queries.execute(new ExchangeQuery(reader, asked.id))));
    return row && row.bankId === asked.bank ? exchangeShown(row) : undefined;
  }

  @ResolveField(() => ExchangeConnection, { description: "An account's exchanges, the last changed first." })
  async exchanges(
    @Args('account', { type: () => ID }) opaque: string,
    @Args('state', { type: () => ExchangeState, nullable: true }) state: ExchangeState | undefined,
    @Args('awaited', {
      type: () => Boolean,
      nullable: true,
      description: "Only those that wait for this account's answer.",
    })
    awaited: boolean | undefined,
    @Args() args: PageArgs,
    @CurrentReader() reader: Reader,
  ): Promise<Connection<Exchange>> {
    const slice = numberSlice(exchangeView, args);
    const asked = readIdInBank<AccountId>('account', opaque);
    if (asked === undefined) return exchangesShown(noExchanges, slice);
    const { bank, id: account } = asked;
    const filter = { bank, account, ...(state ? { states: [state] } : {}), ...(awaited === true ? { awaited } : {}) };
    const page = await orNothing(this.queries.execute(new ExchangesQuery(reader, filter, slice)));
    return exchangesShown(page ?? noExchanges, slice);
  }

  @ResolveField(() => TrialBalance, { nullable: true, description: 'For those who keep the books.' })
  async trialBalance(
    @Args('bank', { type: () => ID }) opaque: string,
    @CurrentReader() reader: Reader,
  ): Promise<TrialBalance | undefined> {
    const bank = readId<BankId>('bank', opaque);
    const trial = bank && (await orNothing(this.queries.execute(new TrialBalanceQuery(reader, bank))));
    return trial && trialBalanceShown(trial);
  }

  private async read(
    reader: Reader,
    account: AccountId,
    size: number | undefined,
  ): Promise<{ readonly balance: Balance; readonly firstPage?: FirstPage }> {
    if (size === undefined) return { balance: await this.queries.execute(new BalanceQuery(reader, account)) };
    const { balance, page } = await this.queries.execute(new AccountPageQuery(reader, account, size));
    return { balance, firstPage: { size, page } };
  }
}
