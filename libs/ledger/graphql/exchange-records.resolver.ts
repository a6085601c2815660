import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { BankId, ExchangeId } from '#kernel';
import { CurrentReader, Minutes, idInBank, opaqueId, type Reader } from '#api';
import { ExchangeRecords, type ExchangeRecord as Recorded } from '../views/exchange/exchange-records.js';
import { ExchangeRecord } from './exchange-record.types.js';
import { Exchange } from './exchange.types.js';

/** What was done with an exchange so far. Whoever has the exchange was let to see it. */
@Resolver(() => Exchange)
export class ExchangeRecordsResolver {
  /** Of an exchange as it was answered: several of its fields come from the same records. */
  private readonly reading = new WeakMap<Exchange, Promise<readonly Recorded[]>>();

  constructor(private readonly stored: ExchangeRecords) {}

  @ResolveField(() => Boolean, { description: 'You may withdraw it while it waits.' })
  loggedByYou(@Parent() { loggedBy }: Exchange, @CurrentReader() { person }: Reader): boolean {
    return loggedBy === person;
  }

  @ResolveField(() => Boolean, { description: 'A desk wrote it down.' })
  async atDesk(@Parent() exchange: Exchange): Promise<boolean> {
    return (await this.read(exchange))[0]?.atDesk ?? false;
  }

  @ResolveField(() => ExchangeRecord, { nullable: true, description: 'How a delegate wrote it down, where one did.' })
  async byDelegate(@Parent() exchange: Exchange, @CurrentReader() reader: Reader): Promise<ExchangeRecord | undefined> {
    const [first] = await this.read(exchange);
    return first?.for === undefined ? undefined : shown(first, bankOf(exchange), reader);
  }

  @ResolveField(() => [ExchangeRecord], { description: 'What was done with it, the first in front.' })
  async records(@Parent() exchange: Exchange, @CurrentReader() reader: Reader): Promise<readonly ExchangeRecord[]> {
    return (await this.read(exchange)).map((record) => shown(record, bankOf(exchange), reader));
  }

  @ResolveField(() => Minutes, { nullable: true, description: 'Before other minutes were proposed.' })
  async formerMinutes(@Parent() exchange: Exchange): Promise<number | undefined> {
    if (exchange.state !== 'logged') return undefined;
    const records = await this.read(exchange);
    return records.at(-1)?.act === 'answered' ? records.at(-2)?.minutes : undefined;
  }

  private read(exchange: Exchange): Promise<readonly Recorded[]> {
    const { bank, id } = idInBank<ExchangeId>('exchange', exchange.id);
    const reading = this.reading.get(exchange) ?? this.stored.of(bank, id, exchange.version);
    this.reading.set(exchange, reading);
    return reading;
  }
}

function bankOf({ id }: Exchange): BankId {
  return idInBank<ExchangeId>('exchange', id).bank;
}

function shown(record: Recorded, bank: BankId, { person }: Reader): ExchangeRecord {
  const { act, at, minutes, by, for: account, words, sheet } = record;
  return {
    act,
    at,
    minutes,
    byYou: by === person,
    ...(by === undefined ? {} : { person: opaqueId('person', by) }),
    ...(account === undefined ? {} : { actedFor: { id: opaqueId('account', bank, account) } }),
    ...(words === undefined ? {} : { words }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}
