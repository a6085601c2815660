import { DatabaseError, type ClientBase } from 'pg';
import { copyIn } from './copy-in.js';
import type { CopyStatement } from './copy-rows.js';
import { changesOf, type Fold, type Folded, type Poison, type Target } from './delivery.js';
import { statementsFor } from './row-changes.js';
import type { Statement } from './row-text.js';

/** What a batch does, said in SQL: none of its records is held any more. */
export interface Plan {
  readonly statements: readonly (Statement | CopyStatement)[];
  readonly poisons: readonly Poison[];
}

export function planOf(folds: readonly Fold[]): Plan {
  return {
    statements: folds.flatMap(({ target, folded }) => statementsOf(target, folded)),
    poisons: folds.flatMap(({ poisons }) => poisons),
  };
}

/** Inside the caller's transaction. @throws what PostgreSQL says */
export async function carryOut(client: ClientBase, { statements, poisons }: Plan): Promise<void> {
  await run(client, statements);
  await park(client, poisons);
}

/**
 * The same where a row was refused: finds the records whose rows the database does not take, and parks their streams.
 * Slow, and needed only after a failure.
 */
export async function writeCarefully(client: ClientBase, folds: readonly Fold[]): Promise<void> {
  for (const { target, folded, poisons } of folds) {
    await park(client, poisons);
    if ((await refusalOf(client, () => run(client, statementsOf(target, folded)))) === undefined) continue;
    await writeOneByOne(client, target, folded);
  }
}

async function writeOneByOne(client: ClientBase, target: Target, records: readonly Folded[]): Promise<void> {
  const parked = new Set<string>();
  for (const folded of records) {
    const { stream, revision } = folded.stored;
    if (parked.has(stream)) continue;
    const reason = await refusalOf(client, () => run(client, statementsOf(target, [folded])));
    if (reason === undefined) continue;
    parked.add(stream);
    await park(client, [{ target, stream, revision, reason }]);
  }
}

function statementsOf({ version }: Target, folded: readonly Folded[]): readonly Statement[] {
  return statementsFor(changesOf(folded), version);
}

async function run(client: ClientBase, statements: Plan['statements']): Promise<void> {
  for (const statement of statements) {
    if ('rows' in statement) await copyIn(client, statement);
    else await client.query({ ...statement, values: [...statement.values] });
  }
}

async function park(client: ClientBase, poisons: readonly Poison[]): Promise<void> {
  for (const { target, stream, revision, reason } of poisons) {
    await client.query(
      `insert into read.parked (view, version, stream, revision, reason) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [target.view.name, target.version, stream, revision, reason],
    );
  }
}

async function refusalOf(client: ClientBase, work: () => Promise<void>): Promise<string | undefined> {
  await client.query('savepoint careful');
  try {
    await work();
    await client.query('release savepoint careful');
    return undefined;
  } catch (error) {
    if (!isRefusedRow(error)) throw error;
    await client.query('rollback to savepoint careful');
    return String(error);
  }
}

/** The table that holds a row of the same key; undefined where that is not what is wrong. */
export function tableOfRowThere(error: unknown): string | undefined {
  if (!(error instanceof DatabaseError) || error.code !== '23505') return undefined;
  return error.schema === undefined || error.table === undefined ? undefined : `${error.schema}.${error.table}`;
}

/** Data exceptions and broken constraints are about the rows; anything else is about the database and is tried again. */
export function isRefusedRow(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22|23)/.test(String(error.code));
}
