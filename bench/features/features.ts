import type pg from 'pg';
import type { Request } from '../load/connection.js';

/** One thing that the product does and a plainer one would not. */
export interface Feature {
  readonly name: string;
  /** What it is measured on. */
  readonly works: readonly ('logging' | 'logging with a note' | 'page')[];
  /** Below bench/without. */
  readonly module: string;
  /** What the database needs to be without it. */
  readonly inDatabase?: (client: pg.Client) => Promise<void>;
  /** How to ask without it. */
  readonly asked?: (request: Request) => Request;
}

export const features: readonly Feature[] = [
  { name: 'the chain of hashes', works: ['logging'], module: 'hash-chain.mjs' },
  { name: 'commitments (salts and hashes of parts)', works: ['logging'], module: 'commitments.mjs' },
  { name: 'idempotency', works: ['logging'], module: 'idempotency.mjs' },
  { name: 'sealed texts', works: ['logging with a note'], module: 'sealing.mjs' },
  { name: 'row-level security', works: ['page'], module: 'row-level-security.mjs', inDatabase: withoutPolicies },
  { name: 'GraphQL', works: ['logging', 'page'], module: 'graphql.mjs', asked: askedPlainly },
];

/** Neither policies nor functions that ask for themselves what they let through. */
async function withoutPolicies(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select 'alter table ' || oid::regclass || ' disable row level security' as statement
       from pg_class where relrowsecurity and relnamespace = 'read'::regnamespace
     union all
     select replace(pg_get_functiondef(oid), $1, 'true')
       from pg_proc where pronamespace = 'read'::regnamespace and position($1 in prosrc) > 0`,
    [`d.bank_id = any ((select current_setting('app.banks', true)::uuid[])::uuid[])`],
  );
  for (const what of ['alter table', 'FUNCTION']) {
    if (!rows.some(({ statement }) => statement.includes(what))) throw new Error(`no ${what} to change`);
  }
  for (const { statement } of rows) await client.query(statement);
}

function askedPlainly({ head, body = '{}' }: Request): Request {
  const { variables } = JSON.parse(body) as { readonly variables: object };
  const path = 'input' in variables ? '/plain/log' : '/plain/page';
  return { head: head.replace('/graphql', path), body: JSON.stringify(variables) };
}
