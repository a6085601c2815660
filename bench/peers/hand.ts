import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { AnsweredExchange, AskedExchange } from './asked-exchange.js';

/** One transaction, statement by statement, as it is usually written by hand. */
export async function logByHand(pool: Pool, person: string, asked: AskedExchange): Promise<AnsweredExchange> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const answer = await inTransaction(client, person, asked);
    await client.query('commit');
    return answer;
  } catch (cause) {
    await client.query('rollback');
    throw cause;
  } finally {
    client.release();
  }
}

async function inTransaction(client: PoolClient, person: string, asked: AskedExchange): Promise<AnsweredExchange> {
  const { provider, minutes, serviceDate, hub, note } = asked;
  const inserted = await client.query<{ id: string; receiver: string }>({
    name: 'exchange',
    text: `insert into exchange (id, person, key, provider, receiver, minutes, service_date, hub, note)
           select $1, $2, $3, $4, a.id, $5, $6, $7, $8 from account a where a.person = $2
           on conflict (person, key) do nothing returning id, receiver`,
    values: [randomUUID(), person, asked.key, provider, minutes, serviceDate, hub, note],
  });
  const exchange = inserted.rows[0];
  if (!exchange) return repeated(client, person, asked.key);
  await client.query({
    name: 'lock',
    text: 'select 1 from account where id in ($1, $2) order by id for no key update',
    values: [provider, exchange.receiver],
  });
  const given = await balance(client, provider, minutes);
  const taken = await balance(client, exchange.receiver, -minutes);
  await client.query({
    name: 'entries',
    text: `insert into entry (exchange, account, other, minutes, balance_after, service_date)
           values ($1, $2, $3, $4, $5, $8), ($1, $3, $2, $6, $7, $8)`,
    values: [exchange.id, provider, exchange.receiver, minutes, given, -minutes, taken, serviceDate],
  });
  return { exchange: exchange.id, balanceMinutes: taken };
}

async function balance(client: PoolClient, account: string, minutes: number): Promise<number> {
  const { rows } = await client.query<{ balance: string }>({
    name: 'balance',
    text: 'update account set balance = balance + $2 where id = $1 returning balance',
    values: [account, minutes],
  });
  if (!rows[0]) throw new Error('no such account');
  return Number(rows[0].balance);
}

async function repeated(client: PoolClient, person: string, key: string): Promise<AnsweredExchange> {
  const { rows } = await client.query<{ exchange: string; balance_after: string }>({
    name: 'repeated',
    text: `select e.exchange, e.balance_after from entry e join exchange x on x.id = e.exchange
           where x.person = $1 and x.key = $2 and e.account = x.receiver`,
    values: [person, key],
  });
  if (!rows[0]) throw new Error('no such exchange');
  return { exchange: rows[0].exchange, balanceMinutes: Number(rows[0].balance_after) };
}
