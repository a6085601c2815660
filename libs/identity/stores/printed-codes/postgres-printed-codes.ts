import type { Pool } from 'pg';
import type { PersonId } from '#kernel';
import type { NewPrintedCode, PrintedCodes } from '../../ports/printed-codes.js';
import { inTransaction } from '../in-transaction.js';

interface Row {
  readonly person: NewPrintedCode['person'];
  readonly bank: NewPrintedCode['bank'];
  readonly account: NewPrintedCode['account'];
  readonly member_number: number;
  readonly issued_by: PersonId;
  readonly status: 'open' | 'used' | 'void';
  readonly expires_at: Date;
}

/** Printed codes in PostgreSQL, for the role reciproca_app. */
export class PostgresPrintedCodes implements PrintedCodes {
  constructor(private readonly pool: Pool) {}

  issue(code: NewPrintedCode): Promise<NewPrintedCode> {
    const { mac, person, bank, account, memberNumber, issuedBy, expiresAtMs } = code;
    return inTransaction(this.pool, async (client) => {
      const inserted = await client.query(
        `insert into identity.printed_code (mac, person, bank, account, member_number, issued_by, status, expires_at)
         values ($1, $2, $3, $4, $5, $6, 'open', to_timestamp($7::float8 / 1000)) on conflict do nothing`,
        [mac, person, bank, account, memberNumber, issuedBy, expiresAtMs],
      );
      if (inserted.rowCount === 1) {
        await client.query(
          "update identity.printed_code set status = 'void' where account = $1 and status = 'open' and mac <> $2",
          [account, mac],
        );
      }
      const { rows } = await client.query<Row>('select * from identity.printed_code where mac = $1', [mac]);
      return rows[0] === undefined ? code : kept(mac, rows[0]);
    });
  }

  use: PrintedCodes['use'] = (mac, memberNumber, mayUse) =>
    inTransaction(this.pool, async (client) => {
      const sql = 'select * from identity.printed_code where mac = $1 for update';
      const [row] = (await client.query<Row>(sql, [mac])).rows;
      if (row?.member_number !== memberNumber) return undefined;
      if (!mayUse({ status: row.status, expiresAtMs: row.expires_at.getTime() })) return undefined;
      await client.query("update identity.printed_code set status = 'used' where mac = $1", [mac]);
      return row.person;
    });

  async sweep(beforeMs: number): Promise<void> {
    const sql = 'delete from identity.printed_code where expires_at < to_timestamp($1::float8 / 1000)';
    await this.pool.query(sql, [beforeMs]);
  }

  async forget(person: PersonId): Promise<void> {
    await this.pool.query('delete from identity.printed_code where person = $1 or issued_by = $1', [person]);
  }
}

function kept(mac: Uint8Array, row: Row): NewPrintedCode {
  const { person, bank, account, member_number: memberNumber, issued_by: issuedBy, expires_at: expiresAt } = row;
  return { mac, person, bank, account, memberNumber, issuedBy, expiresAtMs: expiresAt.getTime() };
}
