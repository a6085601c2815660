import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountEntity, EntryEntity, ExchangeEntity } from './entities.js';
import type { ExchangePayload, LogExchangeInput } from './types.js';

@Injectable()
export class ExchangesService {
  constructor(private readonly dataSource: DataSource) {}

  /** One transaction per mutation, through repositories. */
  log(person: string, input: LogExchangeInput): Promise<ExchangePayload> {
    return this.dataSource.transaction(async (manager) => {
      const receiver = await manager.getRepository(AccountEntity).findOneByOrFail({ person });
      const exchange = await insert(manager, person, receiver.id, input);
      if (!exchange) return repeated(manager, person, input.idempotencyKey);
      const balance = await post(manager, exchange);
      return { exchange: { id: exchange.id, state: 'posted' }, balanceMinutes: balance };
    });
  }
}

async function insert(
  manager: EntityManager,
  person: string,
  receiver: string,
  { idempotencyKey, provider, minutes, serviceDate, hub, note }: LogExchangeInput,
): Promise<ExchangeEntity | undefined> {
  const exchanges = manager.getRepository(ExchangeEntity);
  const exchange = exchanges.create({
    id: randomUUID(),
    person,
    key: idempotencyKey,
    provider,
    receiver,
    minutes,
    serviceDate,
    hub,
    note: note ?? null,
    state: 'posted',
  });
  const inserted = await exchanges.createQueryBuilder().insert().values(exchange).orIgnore().returning('id').execute();
  const rows: unknown = inserted.raw;
  return Array.isArray(rows) && rows.length === 1 ? exchange : undefined;
}

async function post(
  manager: EntityManager,
  { id, provider, receiver, minutes, serviceDate }: ExchangeEntity,
): Promise<number> {
  const accounts = manager.getRepository(AccountEntity);
  const locked = await accounts.find({
    where: [{ id: provider }, { id: receiver }],
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  const [giver, taker] = [provider, receiver].map((account) => locked.find((one) => one.id === account));
  if (!giver || !taker) throw new Error('no such account');
  giver.balance += minutes;
  taker.balance -= minutes;
  await accounts.update(giver.id, { balance: giver.balance });
  await accounts.update(taker.id, { balance: taker.balance });
  const line = { exchange: id, serviceDate };
  await manager.getRepository(EntryEntity).insert([
    { ...line, account: giver.id, other: taker.id, minutes, balanceAfter: giver.balance },
    { ...line, account: taker.id, other: giver.id, minutes: -minutes, balanceAfter: taker.balance },
  ]);
  return taker.balance;
}

async function repeated(manager: EntityManager, person: string, key: string): Promise<ExchangePayload> {
  const { id, state, receiver } = await manager.getRepository(ExchangeEntity).findOneByOrFail({ person, key });
  const entry = await manager.getRepository(EntryEntity).findOneByOrFail({ exchange: id, account: receiver });
  return { exchange: { id, state }, balanceMinutes: entry.balanceAfter };
}
