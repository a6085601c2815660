import type { Pool } from 'pg';

const pageLines = 25;

interface Line {
  readonly id: string;
  readonly exchange: string;
  readonly minutes: number;
  readonly balanceAfter: string;
  readonly serviceDate: string;
  readonly name: string;
}

type Row = { readonly balance: string } & (Line | { readonly id: null });

/** A statement page as one SQL: the balance, and the newest 25 lines with the other party's name and the balance after each. */
export async function statementPage(pool: Pool, person: string, before: string | undefined): Promise<unknown> {
  const { rows } = await pool.query<Row>({
    name: 'statement',
    text: `select a.balance, l.id, l.exchange, l.minutes, l.balance_after as "balanceAfter", l.day as "serviceDate", o.name
           from account a
           left join lateral (
             select e.id, e.exchange, e.other, e.minutes, e.balance_after, e.service_date::text as day from entry e
             where e.account = a.id and e.id < coalesce($2::bigint, 9223372036854775807) order by e.id desc limit 26
           ) l on true
           left join account o on o.id = l.other
           where a.person = $1 order by l.id desc`,
    values: [person, before],
  });
  const lines = rows.slice(0, pageLines).filter((row) => row.id !== null);
  return {
    balanceMinutes: rows[0] && Number(rows[0].balance),
    lines,
    hasNextPage: rows.length > pageLines,
    endCursor: lines.at(-1)?.id,
  };
}

export async function balance(pool: Pool, person: string): Promise<unknown> {
  const text = 'select balance from account where person = $1';
  const { rows } = await pool.query<{ balance: string }>({ name: 'balance-of', text, values: [person] });
  return { balanceMinutes: rows[0] && Number(rows[0].balance) };
}

/** So that Fastify writes the page with a serialiser made for it. */
export const statementSchema = {
  type: 'object',
  properties: {
    balanceMinutes: { type: 'integer' },
    lines: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          exchange: { type: 'string' },
          minutes: { type: 'integer' },
          balanceAfter: { type: 'integer' },
          serviceDate: { type: 'string' },
          name: { type: 'string' },
        },
      },
    },
    hasNextPage: { type: 'boolean' },
    endCursor: { type: 'string' },
  },
} as const;

export const balanceSchema = { type: 'object', properties: { balanceMinutes: { type: 'integer' } } } as const;
