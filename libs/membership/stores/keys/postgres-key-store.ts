import type { Pool } from 'pg';
import type { KeyId, KeyOwner, KeyStore, WrappedKey } from '#kernel';

interface Row {
  readonly id: KeyId;
  readonly owner_kind: KeyOwner['kind'];
  readonly owner_id: string;
  readonly wrapped: Buffer;
}

const columns = 'id, owner_kind, owner_id, wrapped';

/** Wrapped keys in PostgreSQL, for the role reciproca_app. Each question is one statement, however many owners it is about. */
export class PostgresKeyStore implements KeyStore {
  constructor(private readonly pool: Pool) {}

  keep(candidates: readonly WrappedKey[]): Promise<readonly WrappedKey[]> {
    return this.rows('keys.keep($1, $2, $3, $4)', [
      candidates.map(({ id }) => id),
      ...owners(candidates.map(({ owner }) => owner)),
      candidates.map(({ wrapped }) => Buffer.from(wrapped)),
    ]);
  }

  ofOwners(asked: readonly KeyOwner[]): Promise<readonly WrappedKey[]> {
    return this.rows('keys.of_owners($1, $2)', owners(asked));
  }

  byIds(ids: readonly KeyId[]): Promise<readonly WrappedKey[]> {
    return this.rows('keys.by_ids($1)', [ids]);
  }

  async destroy(erased: readonly KeyOwner[]): Promise<readonly KeyId[]> {
    const answer = await this.pool.query<{ readonly id: KeyId }>(
      'select id from keys.destroy($1, $2) as destroyed (id)',
      owners(erased),
    );
    return answer.rows.map(({ id }) => id);
  }

  private async rows(source: string, values: unknown[]): Promise<readonly WrappedKey[]> {
    const { rows } = await this.pool.query<Row>(`select ${columns} from ${source}`, values);
    return rows.map(({ id, owner_kind: kind, owner_id, wrapped }) => ({ id, owner: { kind, id: owner_id }, wrapped }));
  }
}

function owners(all: readonly KeyOwner[]): [string[], string[]] {
  return [all.map(({ kind }) => kind), all.map(({ id }) => id)];
}
