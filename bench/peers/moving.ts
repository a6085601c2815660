import type { PoolClient } from 'pg';

export interface Exchange {
  readonly id: string;
  readonly provider: string;
  readonly receiver: string;
  readonly minutes: number;
  readonly serviceDate: string;
}

/** Both balances moved under locks taken in order; the two entries are written by `entries`, which nothing waits for but the commit. */
export interface Moved {
  readonly receiverBalance: number;
  readonly entries: () => Promise<unknown>;
}

/** @returns undefined where the receiver's floor forbids it */
export async function move(client: PoolClient, exchange: Exchange): Promise<Moved | undefined> {
  const { id, provider, receiver, minutes, serviceDate } = exchange;
  const locked = client.query({
    name: 'lock',
    text: 'select 1 from account where id in ($1, $2) order by id for no key update',
    values: [provider, receiver],
  });
  const [, given, taken] = await Promise.all([
    locked,
    balance(client, provider, minutes),
    balance(client, receiver, -minutes),
  ]);
  if (given === undefined) throw new Error('no such account');
  if (taken === undefined) return undefined;
  return {
    receiverBalance: taken,
    entries: () =>
      client.query({
        name: 'entries',
        text: `insert into entry (exchange, account, other, minutes, balance_after, service_date)
               values ($1, $2, $3, $4, $5, $8), ($1, $3, $2, $6, $7, $8)`,
        values: [id, provider, receiver, minutes, given, -minutes, taken, serviceDate],
      }),
  };
}

async function balance(client: PoolClient, account: string, minutes: number): Promise<number | undefined> {
  const { rows } = await client.query<{ balance: string }>({
    name: 'balance',
    text: `update account set balance = balance + $2
           where id = $1 and ($2 > 0 or floor is null or balance + $2 >= floor) returning balance`,
    values: [account, minutes],
  });
  return rows[0] && Number(rows[0].balance);
}
