import type { Pool } from 'pg';
import type { PersonId } from '#kernel';
import type { AccountName, ProviderAccounts } from '../../ports/provider-accounts.js';

export class PostgresProviderAccounts implements ProviderAccounts {
  constructor(private readonly pool: Pool) {}

  async personOf({ account }: AccountName): Promise<PersonId | undefined> {
    const sql = 'select person from identity.provider_account where account = $1';
    return (await this.pool.query<{ person: PersonId }>(sql, [account])).rows[0]?.person;
  }

  async link({ issuer, account }: AccountName, person: PersonId, atMs: number): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `insert into identity.provider_account (account, issuer, person, linked_at)
       values ($1, $2, $3, to_timestamp($4::float8 / 1000)) on conflict do nothing`,
      [account, issuer, person, atMs],
    );
    return rowCount === 1 || (await this.personOf({ issuer, account })) === person;
  }
}
