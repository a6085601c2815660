import { withClient } from '../databases.js';
import { peerSchema } from '../peers/schema.js';
import type { Town } from '../town.js';
import type { Past } from './past.js';

/** What PostgreSQL alone needs to take in the same rows: two COPY and the balances, in one transaction. Seconds. */
export async function copyPast(databaseUrl: string, { members }: Town, past: Past): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    await client.query('drop schema public cascade; create schema public');
    await client.query(peerSchema);
    await client.query(
      'insert into account (id, person, name) select * from unnest($1::uuid[], $2::uuid[], $3::text[])',
      [
        members.map(({ account }) => account),
        members.map(({ person }) => person),
        members.map((_, place) => `Persona inventata ${String(place + 1)}`),
      ],
    );
    const started = performance.now();
    await client.query('begin');
    await client.query(
      `copy exchange (id, person, key, provider, receiver, minutes, service_date, hub, note) from '${past.exchanges}' (format csv)`,
    );
    await client.query(
      `copy entry (exchange, account, other, minutes, balance_after, service_date) from '${past.entries}' (format csv)`,
    );
    await client.query(
      `update account a set balance = s.sum from (select account, sum(minutes) as sum from entry group by 1) s where s.account = a.id`,
    );
    await client.query('commit');
    const seconds = (performance.now() - started) / 1000;
    const { rows } = await client.query<{ entries: number; sum: number }>(
      'select (select count(*) from entry)::int as entries, (select sum(balance) from account)::int as sum',
    );
    if (rows[0]?.entries !== 2 * past.rows || rows[0].sum !== 0) throw new Error('the peer holds something else');
    return seconds;
  });
}
