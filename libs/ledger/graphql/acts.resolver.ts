import { QueryBus } from '@nestjs/cqrs';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AccountId, BankId } from '#kernel';
import {
  CurrentReader,
  PageArgs,
  connectionOf,
  cursor,
  idInBank,
  idOf,
  opaqueId,
  type Connection,
  type Reader,
} from '#api';
import { ActsQuery, type ActRow } from '../views/acts/acts.query.js';
import { numberSlice, orNothing } from './account.reads.js';
import { Account } from './account.types.js';
import { Act, ActConnection, type ActKind } from './acts.types.js';
import { Bank } from './bank.types.js';

const view = 'acts-1';

@Resolver(() => Account)
export class AccountActsResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => ActConnection, {
    description:
      'What those who keep the bank did about you by their roles; the last first. For the member and for auditors.',
  })
  acts(@Parent() account: Account, @Args() args: PageArgs, @CurrentReader() reader: Reader): Promise<Connection<Act>> {
    const { bank, id } = idInBank<AccountId>('account', account.id);
    return actsOf(this.queries, reader, { bank, account: id }, args);
  }
}

@Resolver(() => Bank)
export class BankActsResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => ActConnection, {
    description: 'What was done by roles, the last first: for auditors and administrators.',
  })
  acts(@Parent() bank: Bank, @Args() args: PageArgs, @CurrentReader() reader: Reader): Promise<Connection<Act>> {
    return actsOf(this.queries, reader, { bank: idOf<BankId>('bank', bank.id) }, args);
  }
}

async function actsOf(
  queries: QueryBus,
  reader: Reader,
  of: ActsQuery['of'],
  args: PageArgs,
): Promise<Connection<Act>> {
  const slice = numberSlice(view, args);
  const { rows, hasMore } = (await orNothing(queries.execute(new ActsQuery(reader, of, slice)))) ?? none;
  return connectionOf(rows, slice, hasMore, ({ revision }) => cursor(view, revision), actShown);
}

const none = { rows: [], hasMore: false } as const;

function actShown({ bankId, subjectId, revision, act, actorId, recordedAt }: ActRow): Act {
  const isOfRole = act === 'RoleGranted' || act === 'RoleRevoked';
  return {
    kind: act as ActKind,
    by: opaqueId('person', actorId),
    recordedAt,
    record: revision + 1,
    ...(isOfRole ? {} : { member: { id: opaqueId('account', bankId, subjectId) } }),
  };
}
