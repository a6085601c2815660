import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ExchangeId } from '#kernel';
import { CurrentReader, Minutes, idInBank, opaqueId, type Reader } from '#api';
import { ExchangeRecords, type ExchangeRecord as Recorded } from '../views/exchange/exchange-records.js';
import { ExchangeRecord } from './exchange-record.types.js';
import { Exchange } from './exchange.types.js';

/** What was done with an exchange so far. Whoever has the exchange was let to see it. */
@Resolver(() => Exchange)
export class ExchangeRecordsResolver {
  constructor(private readonly stored: ExchangeRecords) {}

  @ResolveField(() => Boolean, { description: 'You may withdraw it while it waits.' })
  loggedByYou(@Parent() { loggedBy }: Exchange, @CurrentReader() { person }: Reader): boolean {
    return loggedBy === person;
  }

  @ResolveField(() => [ExchangeRecord], { description: 'What was done with it, the first in front.' })
  async records(@Parent() exchange: Exchange, @CurrentReader() reader: Reader): Promise<readonly ExchangeRecord[]> {
    const { bank } = idInBank<ExchangeId>('exchange', exchange.id);
    return (await this.read(exchange)).map(({ by, for: account, ...record }) => ({
      ...record,
      byYou: by === reader.person,
      ...(by === undefined ? {} : { person: opaqueId('person', by) }),
      ...(account === undefined ? {} : { actedFor: { id: opaqueId('account', bank, account) } }),
    }));
  }

  @ResolveField(() => Minutes, { nullable: true, description: 'Before other minutes were proposed.' })
  async formerMinutes(@Parent() exchange: Exchange): Promise<number | undefined> {
    if (exchange.state !== 'logged') return undefined;
    const records = await this.read(exchange);
    return records.at(-1)?.act === 'answered' ? records.at(-2)?.minutes : undefined;
  }

  private read({ id, version }: Exchange): Promise<readonly Recorded[]> {
    const { bank, id: exchange } = idInBank<ExchangeId>('exchange', id);
    return this.stored.of(bank, exchange, version);
  }
}
