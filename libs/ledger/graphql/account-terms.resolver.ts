import { QueryBus } from '@nestjs/cqrs';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AccountId } from '#kernel';
import { CurrentReader, Minutes, idInBank, type Reader } from '#api';
import { AccountTermsQuery, type AccountTerms } from '../views/account-balance/account-terms.query.js';
import { Account } from './account.types.js';
import { Limit } from './limit.types.js';

/** What binds an account is read when it is asked for, and once however much of it is asked. */
@Resolver(() => Account)
export class AccountTermsResolver {
  private readonly read = new WeakMap<Account, Promise<AccountTerms>>();

  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => Minutes, { description: "Of claims that wait for this account's yes: they would be debited." })
  async waitingMinutes(@Parent() account: Account, @CurrentReader() reader: Reader): Promise<number> {
    return (await this.termsOf(account, reader)).waitingMinutes;
  }

  @ResolveField(() => Minutes, { description: "Of open claims that this account's side proposed as debtor." })
  async reservedMinutes(@Parent() account: Account, @CurrentReader() reader: Reader): Promise<number> {
    return (await this.termsOf(account, reader)).reservedMinutes;
  }

  @ResolveField(() => Limit, { description: "The account's own, or else the bank's." })
  async floor(@Parent() account: Account, @CurrentReader() reader: Reader): Promise<AccountTerms['floor']> {
    return (await this.termsOf(account, reader)).floor;
  }

  @ResolveField(() => Limit, { description: "The account's own, or else the bank's." })
  async ceiling(@Parent() account: Account, @CurrentReader() reader: Reader): Promise<AccountTerms['ceiling']> {
    return (await this.termsOf(account, reader)).ceiling;
  }

  @ResolveField(() => Int, { description: 'Hand it back as `expectedVersion`.' })
  async version(@Parent() account: Account, @CurrentReader() reader: Reader): Promise<number> {
    return (await this.termsOf(account, reader)).revision;
  }

  private termsOf(account: Account, reader: Reader): Promise<AccountTerms> {
    const known = this.read.get(account);
    if (known) return known;
    const { id } = idInBank<AccountId>('account', account.id);
    const reading = this.queries.execute(new AccountTermsQuery(reader, id));
    this.read.set(account, reading);
    return reading;
  }
}
