import { QueryBus } from '@nestjs/cqrs';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { NotFound, type AccountId, type BankId } from '#kernel';
import {
  CurrentReader,
  CurrentRequest,
  PageArgs,
  connectionOf,
  cursor,
  idInBank,
  idOf,
  keyIn,
  opaqueId,
  sliceOf,
  type Connection,
  type Reader,
  type RequestContext,
} from '#api';
import { AccountNode, Act, Bank, type Page } from '#ledger';
import { ReadingsQuery, type ReadingRow } from '../views/readings/readings.query.js';
import { PersonNames } from './person-names.js';
import { Reading, ReadingConnection } from './readings.types.js';

const view = 'readings-1';

@Resolver(() => AccountNode)
export class AccountReadingsResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => ReadingConnection, {
    description:
      'Who looked at your hours, or reached for how you sign in, by a role; the last first. For the member and for auditors.',
  })
  readings(
    @Parent() account: AccountNode,
    @Args() args: PageArgs,
    @CurrentReader() reader: Reader,
  ): Promise<Connection<Reading>> {
    const { bank, id } = idInBank<AccountId>('account', account.id);
    return readingsOf(this.queries, reader, { bank, account: id }, args);
  }
}

@Resolver(() => Bank)
export class BankReadingsResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => ReadingConnection, {
    description:
      "Who looked at members' hours, or reached for how they sign in, by a role; the last first: for auditors and administrators.",
  })
  readings(
    @Parent() bank: Bank,
    @Args() args: PageArgs,
    @CurrentReader() reader: Reader,
  ): Promise<Connection<Reading>> {
    return readingsOf(this.queries, reader, { bank: idOf<BankId>('bank', bank.id) }, args);
  }
}

@Resolver(() => Reading)
export class ReadingPersonResolver {
  constructor(private readonly names: PersonNames) {}

  @ResolveField(() => String, { nullable: true, description: 'Who did.' })
  byName(@Parent() { by }: Reading, @CurrentRequest() request: RequestContext): Promise<string | undefined> {
    return this.names.of(by, request);
  }
}

@Resolver(() => Act)
export class ActPersonResolver {
  constructor(private readonly names: PersonNames) {}

  @ResolveField(() => String, { nullable: true, description: 'Who did it.' })
  byName(@Parent() { by }: Act, @CurrentRequest() request: RequestContext): Promise<string | undefined> {
    return this.names.of(by, request);
  }
}

async function readingsOf(
  queries: QueryBus,
  reader: Reader,
  of: ReadingsQuery['of'],
  args: PageArgs,
): Promise<Connection<Reading>> {
  const slice = sliceOf(args, (opaque) => Number(keyIn(view, opaque, args.last === undefined ? 'after' : 'before')[0]));
  const { rows, hasMore } = await queries.execute(new ReadingsQuery(reader, of, slice)).catch(nothing);
  return connectionOf(rows, slice, hasMore, ({ id }) => cursor(view, id), readingShown);
}

function nothing(refusal: unknown): Page<ReadingRow> {
  if (refusal instanceof NotFound) return { rows: [], hasMore: false };
  throw refusal;
}

function readingShown({ bankId, accountId, readerId, kind, minute }: ReadingRow): Reading {
  return { kind, minute, by: opaqueId('person', readerId), member: { id: opaqueId('account', bankId, accountId) } };
}
