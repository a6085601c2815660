import { randomUUID } from 'node:crypto';
import pg, { type Pool } from 'pg';
import type { AnsweredExchange, AskedExchange } from './asked-exchange.js';

/** The same transaction as one stored function: one round trip. */
export async function logByFunction(pool: Pool, person: string, asked: AskedExchange): Promise<AnsweredExchange> {
  try {
    const { rows } = await pool.query<{ exchange: string; balance_after: string }>({
      name: 'log_exchange',
      text: 'select exchange, balance_after from log_exchange($1, $2, $3, $4, $5, $6, $7, $8)',
      values: [
        randomUUID(),
        person,
        asked.key,
        asked.provider,
        asked.minutes,
        asked.serviceDate,
        asked.hub,
        asked.note,
      ],
    });
    if (!rows[0]) throw new Error('no answer');
    return { exchange: rows[0].exchange, balanceMinutes: Number(rows[0].balance_after) };
  } catch (cause) {
    if (cause instanceof pg.DatabaseError && cause.code === 'LIMIT') return { refused: 'FLOOR_REACHED' };
    throw cause;
  }
}
