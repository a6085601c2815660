import {
  minutes,
  type AccountId,
  type ImportId,
  type ImportStaging,
  type StagedExchange,
  type StagedImport,
  type StagedParty,
  type StagingArea,
} from '#kernel';
import type { Pool, PoolClient } from 'pg';

type Found = StagedImport & { readonly status: 'staged' | 'done' };

const partyColumns = 'ordinal int, account uuid, name text, hub uuid, since date';
const exchangeColumns =
  'line int, provider int, receiver int, minutes int, "serviceDate" date, hub uuid, category text, note text';

type ExchangeRow = Omit<StagedExchange, 'category' | 'note'> & {
  readonly category: string | null;
  readonly note: string | null;
};

export const nextExchanges = `select line, provider, receiver, minutes, service_date::text as "serviceDate", hub, category, note
  from staging.exchange where import = $1 and (service_date, line) > ($2, $3) order by service_date, line limit $4`;

/**
 * Of rows that came a moment ago PostgreSQL thinks there are few, and would gather and sort all that are left for every
 * page: an import of 100,000 spent most of its time on that. The key has them in order.
 */
export const inOrder = 'set local enable_sort = off; set local enable_bitmapscan = off; set local enable_seqscan = off';

/** Staging in the schema of that name. */
export class PostgresStaging implements ImportStaging {
  constructor(private readonly pool: Pool) {}

  async find(id: ImportId): Promise<Found | undefined> {
    const { rows } = await this.pool.query<Omit<Found, 'minutes'> & { readonly minutes: string }>(
      `select id as import, bank, person, new_members as "newMembers", exchanges, minutes, status
         from staging.import where id = $1`,
      [id],
    );
    const [found] = rows;
    return found && { ...found, minutes: minutes(Number(found.minutes)) };
  }

  stage(
    id: ImportId,
    header: Pick<StagedImport, 'bank' | 'person'>,
    fill: (area: StagingArea) => Promise<Pick<StagedImport, 'newMembers' | 'exchanges' | 'minutes'>>,
  ): Promise<boolean> {
    return this.transaction(async (client) => {
      // A second run of the same file waits here for the first, and then finds it.
      const { rowCount } = await client.query(
        `insert into staging.import (id, bank, person, new_members, exchanges, minutes)
           values ($1, $2, $3, 0, 0, 0) on conflict do nothing`,
        [id, header.bank, header.person],
      );
      if (rowCount === 0) return false;
      const sums = await fill(areaOf(id, client));
      await client.query('update staging.import set new_members = $2, exchanges = $3, minutes = $4 where id = $1', [
        id,
        sums.newMembers,
        sums.exchanges,
        sums.minutes,
      ]);
      return true;
    });
  }

  async parties(id: ImportId): Promise<readonly StagedParty[]> {
    const { rows } = await this.pool.query<{ party: StagedParty }>(
      `select json_strip_nulls(json_build_object(
           'ordinal', ordinal, 'account', account, 'name', name, 'hub', hub, 'since', since)) as party
         from staging.party where import = $1 order by ordinal`,
      [id],
    );
    return rows.map(({ party }) => party);
  }

  async admitted(id: ImportId, accounts: ReadonlyMap<number, AccountId>): Promise<void> {
    await this.pool.query(
      `update staging.party set account = made.account
         from unnest($2::int[], $3::uuid[]) as made (ordinal, account)
         where party.import = $1 and party.ordinal = made.ordinal`,
      [id, [...accounts.keys()], [...accounts.values()]],
    );
  }

  async countExchanges(id: ImportId): Promise<number> {
    const { rows } = await this.pool.query<{ left: number }>(
      'select count(*)::int as left from staging.exchange where import = $1',
      [id],
    );
    return rows[0]?.left ?? 0;
  }

  async exchangesAfter(
    id: ImportId,
    last: StagedExchange | undefined,
    limit: number,
  ): Promise<readonly StagedExchange[]> {
    const after = [last?.serviceDate ?? '-infinity', last?.line ?? 0];
    const { rows } = await this.transaction(async (client) => {
      await client.query(inOrder);
      return client.query<ExchangeRow>(nextExchanges, [id, ...after, limit]);
    });
    return rows.map(({ category, note, ...exchange }) => ({
      ...exchange,
      ...(category !== null && { category }),
      ...(note !== null && { note }),
    }));
  }

  async recorded(id: ImportId, chunk: readonly StagedExchange[]): Promise<void> {
    const [first, last] = [chunk[0], chunk.at(-1)];
    if (!first || !last) return;
    await this.pool.query(
      `delete from staging.exchange
         where import = $1 and (service_date, line) >= ($2, $3) and (service_date, line) <= ($4, $5)`,
      [id, first.serviceDate, first.line, last.serviceDate, last.line],
    );
  }

  finish(id: ImportId): Promise<void> {
    return this.transaction(async (client) => {
      await client.query('delete from staging.exchange where import = $1', [id]);
      await client.query('delete from staging.party where import = $1', [id]);
      await client.query("update staging.import set status = 'done' where id = $1", [id]);
    });
  }

  async abandon(id: ImportId): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `delete from staging.import where id = $1 and status = 'staged'
         and exchanges = (select count(*) from staging.exchange where import = $1)
         and new_members = (select count(*) from staging.party where import = $1 and account is null)`,
      [id],
    );
    return rowCount === 1;
  }

  private async transaction<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined); // the first error is the one that matters
      throw error;
    } finally {
      client.release();
    }
  }
}

/** Rows go as one JSON text a call, which SQL takes apart. */
function areaOf(id: ImportId, client: PoolClient): StagingArea {
  return {
    async parties(parties) {
      await client.query(
        `insert into staging.party (import, ordinal, account, name, hub, since)
           select $1, ordinal, account, name, hub, since from json_to_recordset($2) as rows (${partyColumns})`,
        [id, JSON.stringify(parties)],
      );
    },
    async exchanges(exchanges) {
      await client.query(
        `insert into staging.exchange
             (import, line, provider, receiver, minutes, service_date, hub, category, note)
           select $1, line, provider, receiver, minutes, "serviceDate", hub, category, note
             from json_to_recordset($2) as rows (${exchangeColumns})`,
        [id, JSON.stringify(exchanges)],
      );
    },
  };
}
