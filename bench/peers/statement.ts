import type { Pool } from 'pg';

/** A statement page: the newest 25 lines with the other party's name and the balance after each. */
export async function statementPage(pool: Pool, person: string, before: string | undefined): Promise<unknown> {
  const { rows } = await pool.query({
    name: 'statement',
    text: `select e.id, e.exchange, e.minutes, e.balance_after, to_char(e.service_date, 'YYYY-MM-DD') as service_date, o.name
           from account a join entry e on e.account = a.id join account o on o.id = e.other
           where a.person = $1 and e.id < coalesce($2::bigint, 9223372036854775807) order by e.id desc limit 26`,
    values: [person, before],
  });
  return { lines: rows.slice(0, 25), more: rows.length > 25 };
}
