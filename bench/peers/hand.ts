import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { AnsweredExchange, AskedExchange } from './asked-exchange.js';
import { move } from './moving.js';
import { RolledBack, inTransaction } from './transaction.js';

/** One transaction, statement by statement, as it is usually written by hand. */
export function logByHand(pool: Pool, person: string, asked: AskedExchange): Promise<AnsweredExchange> {
  return inTransaction<AnsweredExchange>(pool, async (client) => {
    const exchange = await insert(client, person, asked, 'posted');
    if (!exchange) return { answer: await repeated(client, person, asked.key) };
    const { provider, minutes, serviceDate } = asked;
    const moved = await move(client, { ...exchange, provider, minutes, serviceDate });
    if (!moved) return new RolledBack<AnsweredExchange>({ refused: 'FLOOR_REACHED' });
    return { answer: { exchange: exchange.id, balanceMinutes: moved.receiverBalance }, last: moved.entries };
  });
}

/** First half of a pair: the receiver's claim waits. One statement is a transaction of its own. */
export async function claimByHand(
  pool: Pool,
  person: string,
  asked: AskedExchange,
): Promise<{ readonly exchange: string }> {
  const claim = await insert(pool, person, asked, 'logged');
  return { exchange: claim?.id ?? (await claimed(pool, person, asked.key)) };
}

/** Second half: the provider agrees, and the hours move. */
export function confirmByHand(pool: Pool, person: string, exchange: string): Promise<AnsweredExchange> {
  return inTransaction<AnsweredExchange>(pool, async (client) => {
    const { rows } = await client.query<{ provider: string; receiver: string; minutes: number; day: string }>({
      name: 'confirm',
      text: `update exchange x set state = 'posted' from account a
             where x.id = $1 and x.state = 'logged' and a.id = x.provider and a.person = $2
             returning x.provider, x.receiver, x.minutes, x.service_date::text as day`,
      values: [exchange, person],
    });
    if (!rows[0]) throw new Error('nothing to confirm');
    const { day: serviceDate, ...claim } = rows[0];
    const moved = await move(client, { id: exchange, serviceDate, ...claim });
    if (!moved) return new RolledBack<AnsweredExchange>({ refused: 'FLOOR_REACHED' });
    return { answer: { exchange, balanceMinutes: moved.receiverBalance }, last: moved.entries };
  });
}

async function insert(
  client: Pool | PoolClient,
  person: string,
  asked: AskedExchange,
  state: 'logged' | 'posted',
): Promise<{ readonly id: string; readonly receiver: string } | undefined> {
  const { key, provider, minutes, serviceDate, hub, note } = asked;
  const { rows } = await client.query<{ id: string; receiver: string }>({
    name: 'exchange',
    text: `insert into exchange (id, person, key, provider, receiver, minutes, service_date, hub, note, state)
           select $1, $2, $3, $4, a.id, $5, $6, $7, $8, $9 from account a where a.person = $2
           on conflict (person, key) do nothing returning id, receiver`,
    values: [randomUUID(), person, key, provider, minutes, serviceDate, hub, note, state],
  });
  return rows[0];
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

async function claimed(pool: Pool, person: string, key: string): Promise<string> {
  const text = 'select id from exchange where person = $1 and key = $2';
  const { rows } = await pool.query<{ id: string }>({ name: 'claimed', text, values: [person, key] });
  if (!rows[0]) throw new Error('no such exchange');
  return rows[0].id;
}
